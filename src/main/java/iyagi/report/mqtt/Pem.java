package iyagi.report.mqtt;

import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
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
    List<Block> blocks = blocks(file, "a certificate (BEGIN CERTIFICATE)");
    for (Block block : blocks) {
      if (block.label().equals("CERTIFICATE")) {
        found.add(certificate(file, block));
      }
    }
    if (found.isEmpty()) {
      throw unusable(
          file,
          "holds " + labels(blocks) + ", but no CERTIFICATE; name the file with the certificate",
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
      throw unusable(file, "holds a damaged certificate; copy the file once more", broken);
    }
  }

  /**
   * The private key of a file.
   *
   * @param algorithm of the certificate's public key: "EC" or "RSA"
   */
  static PrivateKey key(Path file, String algorithm) {
    List<Block> blocks = blocks(file, "a private key (BEGIN PRIVATE KEY)");
    for (Block block : blocks) {
      if (block.label().equals("PRIVATE KEY")) {
        return key(file, algorithm, block);
      }
    }
    String found = "holds " + labels(blocks) + ", but no PRIVATE KEY";
    if (blocks.stream().anyMatch(b -> b.label().endsWith("PRIVATE KEY"))) {
      found +=
          " (PKCS #8, not encrypted); convert it: openssl pkcs8 -topk8 -nocrypt -in "
              + file.getFileName()
              + " -out key.pem";
    } else {
      found += "; name the file with the robot's private key";
    }
    throw unusable(file, found, null);
  }

  private static PrivateKey key(Path file, String algorithm, Block block) {
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(block.bytes()));
    } catch (GeneralSecurityException broken) {
      throw unusable(
          file,
          "holds no "
              + algorithm
              + " key, which the certificate needs, or a damaged one; use the key that was made"
              + " with the certificate",
          broken);
    }
  }

  private static List<Block> blocks(Path file, String expected) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text(file));
    while (matcher.find()) {
      try {
        blocks.add(
            new Block(
                matcher.group("label"), Base64.getMimeDecoder().decode(matcher.group("body"))));
      } catch (IllegalArgumentException damaged) {
        throw unusable(file, "is damaged; copy the file once more", damaged);
      }
    }
    if (blocks.isEmpty()) {
      throw unusable(file, "is not a PEM file; " + expected + " was expected", null);
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
      throw unusable(file, "is missing; copy it there or correct the settings", missing);
    } catch (AccessDeniedException denied) {
      throw unusable(
          file,
          "may not be read by user "
              + System.getProperty("user.name")
              + "; give it to this user (chown, chmod 600)",
          denied);
    } catch (MalformedInputException binary) {
      throw unusable(file, "is not a text file; PEM is needed, not DER or PKCS #12", binary);
    } catch (IOException unreadable) {
      throw unusable(file, "cannot be read; see that it is a file, and check the disk", unreadable);
    }
  }

  static Unreachable unusable(Path file, String what, Throwable cause) {
    return new Unreachable(Cause.SETTINGS, file + " " + what, cause);
  }
}
