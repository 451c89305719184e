package iyagi.report.mqtt;

import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import iyagi.words.Sentence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files with certificates and keys as text (RFC 7468). Whatever is wrong with one is said. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?<label>[A-Z0-9 ]+)-----(?<body>[^-]*)-----END \\k<label>-----");

  /** One block of a file. */
  private record Block(String label, byte[] bytes) {}

  private Pem() {}

  /** All certificates of a file in their order, at least one. */
  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    List<Block> blocks = blocks(file, Sentence.of("a certificate (BEGIN CERTIFICATE)"));
    for (Block block : blocks) {
      if (block.label().equals("CERTIFICATE")) {
        found.add(certificate(file, block));
      }
    }
    if (found.isEmpty()) {
      throw unusable(
          file,
          Sentence.of(
              "holds {0}, but no CERTIFICATE; name the file with the certificate", labels(blocks)),
          null);
    }
    return found;
  }

  private static X509Certificate certificate(Path file, Block block) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.bytes()));
    } catch (CertificateException broken) {
      throw unusable(
          file, Sentence.of("holds a damaged certificate; copy the file once more"), broken);
    }
  }

  /**
   * The private key of a file.
   *
   * @param algorithm of the certificate's public key: "EC" or "RSA"
   */
  static PrivateKey key(Path file, String algorithm) {
    List<Block> blocks = blocks(file, Sentence.of("a private key (BEGIN PRIVATE KEY)"));
    for (Block block : blocks) {
      if (block.label().equals("PRIVATE KEY")) {
        return key(file, algorithm, block);
      }
    }
    boolean another = blocks.stream().anyMatch(b -> b.label().endsWith("PRIVATE KEY"));
    throw unusable(
        file,
        another
            ? Sentence.of(
                "holds {0}, but no PRIVATE KEY (PKCS #8, not encrypted); convert it: openssl pkcs8"
                    + " -topk8 -nocrypt -in {1} -out key.pem",
                labels(blocks), file.getFileName())
            : Sentence.of(
                "holds {0}, but no PRIVATE KEY; name the file with the robot's private key",
                labels(blocks)),
        null);
  }

  private static PrivateKey key(Path file, String algorithm, Block block) {
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(block.bytes()));
    } catch (GeneralSecurityException broken) {
      throw unusable(
          file,
          Sentence.of(
              "holds no {0} key, which the certificate needs, or a damaged one; use the key that was"
                  + " made with the certificate",
              algorithm),
          broken);
    }
  }

  private static List<Block> blocks(Path file, Sentence expected) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text(file));
    while (matcher.find()) {
      try {
        blocks.add(
            new Block(
                matcher.group("label"), Base64.getMimeDecoder().decode(matcher.group("body"))));
      } catch (IllegalArgumentException damaged) {
        throw unusable(file, Sentence.of("is damaged; copy the file once more"), damaged);
      }
    }
    if (blocks.isEmpty()) {
      throw unusable(file, Sentence.of("is not a PEM file; {0} was expected", expected), null);
    }
    return blocks;
  }

  private static String labels(List<Block> blocks) {
    return String.join(", ", blocks.stream().map(Block::label).distinct().toList());
  }

  /** The text of one of the robot's files. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw unusable(
          file, Sentence.of("is missing; copy it there or correct the settings"), missing);
    } catch (AccessDeniedException denied) {
      throw unusable(
          file,
          Sentence.of(
              "may not be read by user {0}; give it to this user (chown, chmod 600)",
              System.getProperty("user.name")),
          denied);
    } catch (MalformedInputException binary) {
      throw unusable(
          file, Sentence.of("is not a text file; PEM is needed, not DER or PKCS #12"), binary);
    } catch (IOException unreadable) {
      throw unusable(
          file,
          Sentence.of("cannot be read; see that it is a file, and check the disk"),
          unreadable);
    }
  }

  static Unreachable unusable(Path file, Sentence what, Throwable cause) {
    return new Unreachable(Cause.SETTINGS, Sentence.of("{0} {1}", file, what), cause);
  }
}
