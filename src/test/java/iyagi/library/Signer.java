package iyagi.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** A library that signs its packages. */
final class Signer {
  private final KeyPair pair;

  Signer() throws GeneralSecurityException {
    this("Ed25519");
  }

  Signer(String algorithm) throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  /** Writes the public key as openssl does. */
  Path publish(Path file) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    return Files.writeString(
        file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
  }

  /** An order for a file of this content. */
  PackageOrder order(String url, byte[] content) throws GeneralSecurityException {
    byte[] digest = Sha256.digest().digest(content);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(digest);
    return new PackageOrder(
        url,
        HexFormat.of().formatHex(digest),
        Base64.getEncoder().encodeToString(signature.sign()));
  }
}
