package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * What is wrong with a certificate, theirs or ours. The JDK says it in exceptions and texts that
 * mean little to whoever has to renew one.
 *
 * @param own the robot's certificate, if it shows one
 */
record CertificateDiagnosis(Optional<X509Certificate> own) {
  /** What was found, without the place. */
  record Finding(Cause kind, String words) {
    Unreachable at(BrokerAddress address, Throwable cause) {
      return new Unreachable(kind, address.words() + ": " + words, cause);
    }
  }

  /**
   * What an error of TLS means.
   *
   * @param host as we have called the broker
   */
  Finding of(SSLException fault, String host) {
    String said = String.valueOf(fault.getMessage());
    if (said.contains("Received fatal alert")) {
      return toldByBroker(said.substring(said.lastIndexOf(' ') + 1));
    }
    if (Chain.first(fault, CertificateException.class).isPresent() || said.contains("PKIX")) {
      return certificate(theirs(fault, host));
    }
    if (said.contains("Unsupported or unrecognized SSL message")) {
      return new Finding(
          Cause.SETTINGS, "the port does not speak TLS; use mqtt:// or the port for TLS");
    }
    return new Finding(Cause.NETWORK, "no protected connection: " + Chain.words(fault));
  }

  private static String theirs(SSLException fault, String host) {
    Optional<CertificateExpiredException> expired =
        Chain.first(fault, CertificateExpiredException.class);
    if (expired.isPresent()) {
      return "the broker's certificate has expired ("
          + expired.get().getMessage()
          + "); renew it, or correct the robot's clock";
    }
    Optional<CertificateNotYetValidException> early =
        Chain.first(fault, CertificateNotYetValidException.class);
    if (early.isPresent()) {
      return "the broker's certificate is not valid yet ("
          + early.get().getMessage()
          + "); correct the robot's clock";
    }
    String bottom = Chain.words(fault);
    if (bottom.contains("subject alternative") || bottom.contains("No name matching")) {
      return "the broker's certificate is for another name than "
          + host
          + " ("
          + bottom
          + "); use the name in the certificate, or have it issued for this one";
    }
    return "the broker's certificate is not signed by an authority that we trust; name its"
        + " authority's certificate in the settings ("
        + bottom
        + ")";
  }

  private Finding toldByBroker(String alert) {
    return switch (alert) {
      case "certificate_expired" ->
          certificate("the robot's certificate has expired" + validity() + "; renew it");
      case "protocol_version" ->
          new Finding(Cause.REFUSED, "the broker speaks neither TLS 1.2 nor 1.3; update it");
      case "unrecognized_name" ->
          new Finding(Cause.REFUSED, "the broker does not go by that name; correct the address");
      default ->
          certificate(
              own.isPresent()
                  ? "the broker does not accept the robot's certificate ("
                      + alert
                      + validity()
                      + "); have it signed by the broker's authority, or renew it"
                  : "the broker wants a certificate of the robot ("
                      + alert
                      + "); name it and its key in the settings");
    };
  }

  private String validity() {
    return own.map(
            o ->
                ", valid until " + o.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate())
        .orElse("");
  }

  private static Finding certificate(String words) {
    return new Finding(Cause.CERTIFICATE, words);
  }
}
