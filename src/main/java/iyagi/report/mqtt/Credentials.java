package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
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

/**
 * What the robot shows and what it trusts, read from its files. Read anew for each connection, so
 * that a renewed certificate or a corrected password needs no restart.
 *
 * @param sockets makes protected sockets, if the address is protected
 * @param password in UTF-8, if the broker wants one; nobody writes into the array
 * @param own the robot's certificate, if it has one
 */
record Credentials(
    Optional<SSLSocketFactory> sockets, Optional<byte[]> password, Optional<X509Certificate> own) {
  private static final char[] NO_PASSWORD = {};

  /**
   * Reads the files of an address.
   *
   * @throws Unreachable if one cannot be used, with its name
   */
  static Credentials of(BrokerAddress address) {
    Optional<X509Certificate> own =
        address.tls().flatMap(BrokerAddress.Tls::own).map(o -> chain(o).getFirst());
    return new Credentials(
        address.tls().map(Credentials::sockets),
        address.login().map(l -> password(l.password())),
        own);
  }

  private static byte[] password(Path file) {
    String first = Pem.text(file).lines().findFirst().orElse("");
    if (first.isEmpty()) {
      throw Pem.unusable(file, "is empty; its first line must be the password", null);
    }
    return first.getBytes(StandardCharsets.UTF_8);
  }

  private static List<X509Certificate> chain(BrokerAddress.Own own) {
    return Pem.certificates(own.certificate());
  }

  private static SSLSocketFactory sockets(BrokerAddress.Tls tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          tls.own().isPresent() ? shown(tls.own().get()) : null,
          tls.authority().isPresent() ? trusted(tls.authority().get()) : null,
          null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException refused) {
      throw new Unreachable(
          Cause.SETTINGS, "the certificates cannot be used: " + refused.getMessage(), refused);
    }
  }

  private static KeyManager[] shown(BrokerAddress.Own own)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> chain = chain(own);
    PrivateKey key = Pem.key(own.key(), chain.getFirst().getPublicKey().getAlgorithm());
    if (!belong(key, chain.getFirst())) {
      throw Pem.unusable(
          own.key(),
          "does not belong to the certificate in " + own.certificate() + "; both come as a pair",
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

  private static TrustManager[] trusted(Path authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    int number = 0;
    for (X509Certificate certificate : Pem.certificates(authority)) {
      store.setCertificateEntry("authority-" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    return store;
  }
}
