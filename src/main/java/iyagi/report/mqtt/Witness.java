package iyagi.report.mqtt;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JDK's own check of the broker's certificate, which remembers that it was passed. A broker
 * that breaks off after that is not content with ours, and often its words to that effect are lost
 * with the connection.
 */
final class Witness extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager check;
  private volatile boolean passed;

  Witness(X509ExtendedTrustManager check) {
    this.check = check;
  }

  /** Whether a broker's certificate has been accepted. */
  boolean passed() {
    return passed;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    check.checkServerTrusted(chain, kind, socket);
    passed = true;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check.checkServerTrusted(chain, kind, engine);
    passed = true;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check.checkServerTrusted(chain, kind);
    passed = true;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    check.checkClientTrusted(chain, kind, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check.checkClientTrusted(chain, kind, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check.checkClientTrusted(chain, kind);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return check.getAcceptedIssuers();
  }
}
