package iyagi.settings;

import iyagi.report.BrokerAddress;
import iyagi.report.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.tinylog.Logger;

/**
 * Which robot this is. The broker knows it by its certificate or its user name, and lets it use the
 * topics of that name only; so that is its id, and writing it once more is not needed.
 */
final class RobotId {
  private static final String ROBOT = "robot";

  private RobotId() {}

  /** The id; "" with a problem noted where there is none, or where the words differ. */
  static String of(
      Section report, Optional<BrokerAddress.Login> login, Optional<BrokerAddress.Tls> tls) {
    Map<String, String> words = new LinkedHashMap<>();
    if (report.has(ROBOT)) {
      words.put(ROBOT, report.text(ROBOT));
    }
    tls.flatMap(BrokerAddress.Tls::own)
        .flatMap(own -> commonName(own.certificate()))
        .ifPresent(name -> words.put("certificate", name));
    login.ifPresent(l -> words.put("user", l.user()));
    if (words.isEmpty()) {
      report.mend(
          ROBOT,
          "is missing; write the robot's id, or let it show a user name or a certificate of that"
              + " name");
      return "";
    }
    Map.Entry<String, String> first = words.entrySet().iterator().next();
    check(report, first.getKey(), first.getValue());
    words.forEach((key, word) -> compare(report, first, key, word));
    return first.getValue();
  }

  private static void check(Section report, String key, String id) {
    if (!id.isEmpty() && !Topics.ID.matcher(id).matches()) {
      report.mend(
          key,
          (key.equals("certificate") ? "is for '" : "= '")
              + id
              + "', which is no robot's id; up to 63 letters, digits, '-' and '_' are allowed, as"
              + " rb-7f3k2m");
    }
  }

  private static void compare(
      Section report, Map.Entry<String, String> first, String key, String word) {
    if (!word.isEmpty() && !word.equals(first.getValue())) {
      report.mend(
          key,
          (key.equals("certificate") ? "is for '" : "= '")
              + word
              + "', but "
              + first.getKey()
              + (first.getKey().equals("certificate") ? " is for '" : " = '")
              + first.getValue()
              + "'; all of them have to be the robot's one id");
    }
  }

  /** Whom a certificate is for; nothing if it cannot be read, which connecting will tell. */
  private static Optional<String> commonName(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst();
    } catch (IOException | CertificateException | InvalidNameException unreadable) {
      Logger.debug(unreadable, "{} holds no certificate with a name", file);
      return Optional.empty();
    }
  }
}
