package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import iyagi.words.Sentence;
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
  record Finding(Cause kind, Sentence words) {
    Unreachable at(BrokerAddress address, Throwable cause) {
      return new Unreachable(kind, Sentence.of("{0}: {1}", address.words(), words), cause);
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
          Cause.SETTINGS,
          Sentence.of("the port does not speak TLS; use mqtt:// or the port for TLS"));
    }
    return new Finding(Cause.NETWORK, Sentence.of("no protected connection: {0}", Words.of(fault)));
  }

  /** What it means that the broker has gone after we had accepted its certificate. */
  Finding brokenOff() {
    return toldByBroker("connection closed");
  }

  private static Sentence theirs(SSLException fault, String host) {
    Optional<CertificateExpiredException> expired =
        Chain.first(fault, CertificateExpiredException.class);
    if (expired.isPresent()) {
      return Sentence.of(
          "the broker's certificate has expired ({0}); renew it, or correct the robot's clock",
          day(expired.get()));
    }
    Optional<CertificateNotYetValidException> early =
        Chain.first(fault, CertificateNotYetValidException.class);
    if (early.isPresent()) {
      return Sentence.of(
          "the broker's certificate is not valid yet ({0}); correct the robot's clock",
          day(early.get()));
    }
    if (otherName(fault)) {
      return Sentence.of(
          "the broker's certificate is for another name than {0}; use the name in the certificate, or"
              + " have it issued for this one",
          host);
    }
    return Sentence.of(
        "the broker's certificate is not signed by an authority that we trust; name its authority's"
            + " certificate in the settings");
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
          certificate(Sentence.of("the robot's certificate has expired{0}; renew it", validity()));
      case "protocol_version" ->
          new Finding(
              Cause.REFUSED, Sentence.of("the broker speaks neither TLS 1.2 nor 1.3; update it"));
      case "unrecognized_name" ->
          new Finding(
              Cause.REFUSED,
              Sentence.of("the broker does not go by that name; correct the address"));
      default ->
          certificate(
              own.isPresent()
                  ? Sentence.of(
                      "the broker does not accept the robot's certificate ({0}{1}); have it signed by"
                          + " the broker's authority, or renew it",
                      alert.replace('_', ' '), validity())
                  : Sentence.of(
                      "the broker wants a certificate of the robot ({0}); name it and its key in the"
                          + " settings",
                      alert.replace('_', ' ')));
    };
  }

  private Sentence validity() {
    return own.map(
            o ->
                Sentence.of(
                    ", valid until {0}",
                    o.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate()))
        .orElse(Sentence.NOTHING);
  }

  private static Finding certificate(Sentence words) {
    return new Finding(Cause.CERTIFICATE, words);
  }
}
