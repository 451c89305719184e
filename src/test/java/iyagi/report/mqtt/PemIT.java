package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iyagi.report.BrokerAddress;
import iyagi.report.BrokerAddress.Own;
import iyagi.report.BrokerAddress.Tls;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.Authority.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of certificates and keys that cannot be used, and what is said of each. */
final class PemIT {
  @TempDir static Path folder;
  private static Issued robot;

  @BeforeAll
  static void issue() throws Exception {
    robot = new Authority(folder, "authority").issue("robot", "DNS:robot");
  }

  @Test
  void aFileIsMissing() {
    Path missing = folder.resolve("missing.pem");
    assertUnusable(
        new Own(missing, robot.key()),
        missing + " is missing; copy it there or correct the settings");
  }

  @Test
  void aFileIsNotPem() throws IOException {
    Path words = Files.writeString(folder.resolve("words.pem"), "to be done");
    assertUnusable(
        new Own(words, robot.key()),
        words + " is not a PEM file; a certificate (BEGIN CERTIFICATE) was expected");
  }

  @Test
  void aFileIsBinary() throws IOException {
    Path binary = Files.write(folder.resolve("binary.der"), new byte[] {0x30, (byte) 0x82, 3});
    assertUnusable(
        new Own(binary, robot.key()),
        binary + " is not a text file; PEM is needed, not DER or PKCS #12");
  }

  @Test
  void aFolderIsNoFile() {
    assertUnusable(
        new Own(folder, robot.key()),
        folder + " cannot be read; see that it is a file, and check the disk");
  }

  @Test
  void theFilesAreSwapped() {
    assertUnusable(
        new Own(robot.key(), robot.certificate()),
        robot.key() + " holds PRIVATE KEY, but no CERTIFICATE; name the file with the certificate");
    assertUnusable(
        new Own(robot.certificate(), robot.certificate()),
        robot.certificate()
            + " holds CERTIFICATE, but no PRIVATE KEY; name the file with the robot's private key");
  }

  @Test
  void theCertificateIsDamaged() throws IOException {
    String text = Files.readString(robot.certificate());
    Path damaged =
        Files.writeString(folder.resolve("damaged.pem"), text.replaceFirst("\\nMII", "\nAAA"));
    assertUnusable(
        new Own(damaged, robot.key()),
        damaged + " holds a damaged certificate; copy the file once more");
  }

  @Test
  void theKeyIsOfAnOlderKindOrEncrypted() throws IOException {
    String text = Files.readString(robot.key());
    for (String kind : new String[] {"EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"}) {
      Path old = folder.resolve("old.key");
      Files.writeString(old, text.replace("PRIVATE KEY", kind));
      assertUnusable(
          new Own(robot.certificate(), old),
          old
              + " holds "
              + kind
              + ", but no PRIVATE KEY (PKCS #8, not encrypted); convert it:"
              + " openssl pkcs8 -topk8 -nocrypt -in old.key -out key.pem");
    }
  }

  @Test
  void theKeyIsAnothersOrOfAnotherKind() throws Exception {
    Authority other = new Authority(folder, "other");
    Issued twin = other.issue("twin", "DNS:robot");
    Issued rsa = other.issueRsa("rsa", "DNS:robot");
    assertUnusable(
        new Own(robot.certificate(), twin.key()),
        twin.key()
            + " does not belong to the certificate in "
            + robot.certificate()
            + "; both come as a pair");
    assertUnusable(
        new Own(robot.certificate(), rsa.key()),
        rsa.key()
            + " holds no EC key, which the certificate needs, or a damaged one; use the key that"
            + " was made with the certificate");
  }

  private static void assertUnusable(Own own, String words) {
    var tls = new Tls(Optional.empty(), Optional.of(own));
    var address = new BrokerAddress("127.0.0.1", 1, Optional.of(tls), Optional.empty());
    Unreachable unusable = assertThrows(Unreachable.class, () -> Credentials.of(address), words);
    assertEquals(words, unusable.getMessage());
    assertEquals(Cause.SETTINGS, unusable.kind());
  }
}
