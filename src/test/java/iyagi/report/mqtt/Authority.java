package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.dist.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An authority that signs certificates for tests, with openssl. */
public final class Authority {
  private final String openssl = Program.needs("openssl");
  private final Path folder;
  private final String name;

  /** A certificate with its key, as PEM files. */
  public record Issued(Path certificate, Path key) {}

  /** Makes one, with its files in a folder. */
  public Authority(Path folder, String name) throws IOException, InterruptedException {
    this.folder = folder;
    this.name = name;
    List<String> command = request(name, "ec");
    command.addAll(List.of("-x509", "-days", "30", "-out", file(name, ".pem")));
    run(command);
  }

  /** Its own certificate. */
  public Path certificate() {
    return Path.of(file(name, ".pem"));
  }

  /**
   * Signs a certificate with an EC key.
   *
   * @param subject also the name of its files
   * @param names as in "DNS:localhost,IP:127.0.0.1"
   */
  public Issued issue(String subject, String names) throws IOException, InterruptedException {
    return issue(subject, names, "ec", 30);
  }

  /** Signs a certificate that expired yesterday. */
  public Issued issueExpired(String subject, String names)
      throws IOException, InterruptedException {
    return issue(subject, names, "ec", -1);
  }

  /** Signs a certificate with an RSA key. */
  public Issued issueRsa(String subject, String names) throws IOException, InterruptedException {
    return issue(subject, names, "rsa", 30);
  }

  private Issued issue(String subject, String names, String algorithm, int days)
      throws IOException, InterruptedException {
    List<String> asked = request(subject, algorithm);
    asked.addAll(List.of("-out", file(subject, ".csr")));
    run(asked);
    Path extensions =
        Files.writeString(folder.resolve(subject + ".ext"), "subjectAltName=" + names);
    run(
        List.of(
            openssl,
            "x509",
            "-req",
            "-in",
            file(subject, ".csr"),
            "-CA",
            file(name, ".pem"),
            "-CAkey",
            file(name, ".key"),
            "-CAcreateserial",
            "-days",
            Integer.toString(days),
            "-extfile",
            extensions.toString(),
            "-out",
            file(subject, ".pem")));
    return new Issued(Path.of(file(subject, ".pem")), Path.of(file(subject, ".key")));
  }

  private List<String> request(String subject, String algorithm) {
    List<String> command =
        new ArrayList<>(List.of(openssl, "req", "-nodes", "-subj", "/CN=" + subject));
    command.addAll(
        algorithm.equals("ec")
            ? List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
            : List.of("-newkey", "rsa:2048"));
    command.addAll(List.of("-keyout", file(subject, ".key")));
    return command;
  }

  private String file(String subject, String ending) {
    return folder.resolve(subject + ending).toString();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Program.Outcome outcome = Program.run(Map.of(), command.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
  }
}
