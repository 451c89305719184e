package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program;
import iyagi.service.FailingParts;
import iyagi.settings.RobotSettings;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages with the robot's own certificate, and where they cannot be served. */
final class SecureIT {
  @TempDir private Path folder;

  /** As src/docs/console.md shows it. */
  private RobotSettings.Tls certificate() throws Exception {
    Path certificate = folder.resolve("console.pem");
    Path key = folder.resolve("console.key");
    Program.Outcome made =
        Program.run(
            Map.of(),
            Program.needs("openssl"),
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "825",
            "-subj",
            "/CN=robot.library.example",
            "-addext",
            "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString());
    assertEquals(0, made.code(), made.err());
    return new RobotSettings.Tls(certificate, key);
  }

  private static HttpClient trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "robot", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void withItsCertificateEverythingIsEncryptedAndTheCookieIsNeverSentInTheClear() throws Exception {
    RobotSettings.Tls tls = certificate();
    try (RobotInService robot = RobotInService.on(folder, new FailingParts(), Optional.of(tls));
        HttpClient client = trusting(tls.certificate())) {
      robot.pin().set("161803");
      String address = "https://127.0.0.1:" + robot.console.port();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "/api/sign-in"))
                  .header("Content-Type", "application/json")
                  .header("Origin", address)
                  .POST(BodyPublishers.ofString("{\"pin\": \"161803\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertEquals(204, answer.statusCode(), answer.body());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        assertTrue(cookie.endsWith("; Secure"), cookie);
      }
      client.shutdownNow();
    }
  }

  @Test
  void aTakenPortIsSaidSoWithThePortAndTheSetting() throws Exception {
    try (RobotInService robot = RobotInService.in(folder)) {
      RobotSettings.Console same =
          new RobotSettings.Console(robot.console.port(), "127.0.0.1", Optional.empty());
      Console.Unopened taken =
          assertThrows(Console.Unopened.class, () -> Console.open(robot.robot, same));
      assertTrue(
          taken.getMessage().contains("port " + robot.console.port() + ": ")
              && taken.getMessage().contains("console.port"),
          taken.getMessage());
    }
  }

  @Test
  void aKeyThatIsNoKeyIsSaidSoWithItsFile() throws Exception {
    RobotSettings.Tls tls = certificate();
    Files.writeString(tls.key(), "no key");
    Exception unopened =
        assertThrows(
            Exception.class,
            () -> RobotInService.on(folder, new FailingParts(), Optional.of(tls)).close());
    assertTrue(unopened.getMessage().contains(tls.certificate().toString()), unopened.getMessage());
  }
}
