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
    return new Finding(Cause.NETWORK, "no protected connection: " + Words.of(fault));
  }

  /** What it means that the broker has gone after we had accepted its certificate. */
  Finding brokenOff() {
    return toldByBroker("connection closed");
  }

  private static String theirs(SSLException fault, String host) {
    Optional<CertificateExpiredException> expired =
        Chain.first(fault, CertificateExpiredException.class);
    if (expired.isPresent()) {
      return "the broker's certificate has expired ("
          + day(expired.get())
          + "); renew it, or correct the robot's clock";
    }
    Optional<CertificateNotYetValidException> early =
        Chain.first(fault, CertificateNotYetValidException.class);
    if (early.isPresent()) {
      return "the broker's certificate is not valid yet ("
          + day(early.get())
          + "); correct the robot's clock";
    }
    if (otherName(fault)) {
      return "the broker's certificate is for another name than "
          + host
          + "; use the name in the certificate, or have it issued for this one";
    }
    return "the broker's certificate is not signed by an authority that we trust; name its"
        + " authority's certificate in the settings";
  }

  private static boolean otherName(SSLException fault) {
    return Chain.of(fault)
        .map(f -> String.valueOf(f.getMessage()))
        .anyMatch(f -> f.contains("subject alternative") || f.contains("No name matching"));
  }

  /** "NotAfter: Tue Jan 02 03:04:05 UTC 2024" as "Tue Jan 02 03:04:05 UTC 2024". */
  private static String day(CertificateException fault) {
    return String.valueOf(fault.getMessage()).replaceFirst("^Not(After|Before): ", "");
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
                      + alert.replace('_', ' ')
                      + validity()
                      + "); have it signed by the broker's authority, or renew it"
                  : "the broker wants a certificate of the robot ("
                      + alert.replace('_', ' ')
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
