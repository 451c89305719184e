package iyagi.library;

import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A library's public key, against which packages are checked: Ed25519, RFC 8032. */
final class LibraryKey {
  private static final int MOST_BYTES = 10_000;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private final PublicKey key;

  private LibraryKey(PublicKey key) {
    this.key = key;
  }

  /** Reads a file as {@code openssl pkey -pubout} writes it (RFC 7468, section 13). */
  static LibraryKey read(Path file) throws NotFetched {
    Matcher pem = PEM.matcher(text(file));
    if (!pem.find()) {
      throw new NotFetched(
          Sentence.of(
              "the file {0} holds no public key; expected -----BEGIN PUBLIC KEY-----; put the"
                  + " library's key there",
              file));
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
      var spec = new X509EncodedKeySpec(bytes);
      return new LibraryKey(KeyFactory.getInstance("Ed25519").generatePublic(spec));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new NotFetched(
          Sentence.of("the key in {0} is no Ed25519 key; put the library's key there", file));
    }
  }

  private static String text(Path file) throws NotFetched {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new NotFetched(
          Sentence.of(
              "the library's public key cannot be read ({0}); without it no package is believed; put"
                  + " the key there",
              Reason.of(e)));
    }
  }

  /** Whether the owner of the key has signed these bytes. */
  boolean hasSigned(byte[] bytes, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(bytes);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
