package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.BrokerAddress.Tls;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What the robot shows and what it trusts, read from its files. Read anew for each connection, so
 * that a renewed certificate or a corrected password needs no restart.
 *
 * @param password in UTF-8, if the broker wants one; nobody writes into the array
 * @param protection if the address is protected
 */
record Credentials(Optional<byte[]> password, Optional<Protection> protection) {
  private static final char[] NO_PASSWORD = {};

  /**
   * Protection by TLS.
   *
   * @param sockets makes protected sockets
   * @param witness knows whether the broker's certificate was accepted
   * @param own the robot's certificate, if it shows one
   */
  record Protection(SSLSocketFactory sockets, Witness witness, Optional<X509Certificate> own) {}

  /**
   * Reads the files of an address.
   *
   * @throws Unreachable if one cannot be used, with its name
   */
  static Credentials of(BrokerAddress address) {
    return new Credentials(
        address.login().map(l -> password(l.password())),
        address.tls().map(Credentials::protection));
  }

  private static byte[] password(Path file) {
    String first = Pem.text(file).lines().findFirst().orElse("");
    if (first.isEmpty()) {
      throw Pem.unusable(file, Sentence.of("is empty; its first line must be the password"), null);
    }
    return first.getBytes(StandardCharsets.UTF_8);
  }

  private static Protection protection(Tls tls) {
    List<X509Certificate> chain =
        tls.own().map(own -> Pem.certificates(own.certificate())).orElse(List.of());
    try {
      Witness witness = new Witness(check(tls.authority()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          tls.own().isPresent() ? shown(tls.own().get(), chain) : null,
          new TrustManager[] {witness},
          null);
      return new Protection(context.getSocketFactory(), witness, chain.stream().findFirst());
    } catch (GeneralSecurityException | IOException refused) {
      throw new Unreachable(
          Cause.SETTINGS,
          Sentence.of(
              "the certificates named in the settings cannot be used; have them issued again"),
          refused);
    }
  }

  private static KeyManager[] shown(BrokerAddress.Own own, List<X509Certificate> chain)
      throws GeneralSecurityException, IOException {
    PrivateKey key = Pem.key(own.key(), chain.getFirst().getPublicKey().getAlgorithm());
    if (!belong(key, chain.getFirst())) {
      throw Pem.unusable(
          own.key(),
          Sentence.of(
              "does not belong to the certificate in {0}; both come as a pair", own.certificate()),
          null);
    }
    KeyStore store = empty();
    store.setKeyEntry("robot", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static boolean belong(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    byte[] any = {1, 2, 3};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(any);
    Signature checking = Signature.getInstance(algorithm);
    checking.initVerify(certificate.getPublicKey());
    checking.update(any);
    return checking.verify(signing.sign());
  }

  /** The JDK's check against one authority, or against those of the machine. */
  private static X509ExtendedTrustManager check(Optional<Path> authority)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authority.isPresent() ? store(Pem.certificates(authority.get())) : null);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager check) {
        return check;
      }
    }
    throw new GeneralSecurityException("this Java cannot check certificates");
  }

  private static KeyStore store(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    return store;
  }
}
