package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;

/**
 * The connection under one Paho client, over TCP or TLS.
 *
 * <p>An end of the connection that comes before Paho has sent its first packet is held back until
 * then. Paho starts three helpers one after the other and waits for each to run; a helper that has
 * already ended when it is looked for is waited for until the end of the process (issues 850 and
 * 1013). Its first packet is the sign that all three have been seen.
 */
final class Wire implements NetworkModule {
  /** How long an early end is held back if no first packet comes; Paho needs about 0.3 s. */
  private static final long HOLD_SECONDS = 5;

  /** How long a failed write waits for the reader, which often knows the reason. */
  private static final long REASON_MILLIS = 300;

  /** How far the connection has come. */
  enum Stage {
    NAME,
    CONNECT,
    HANDSHAKE,
    UP
  }

  private final BrokerAddress address;
  private final Optional<SSLSocketFactory> tls;
  private final Deadline deadline;
  private final CountDownLatch spoken = new CountDownLatch(1);
  private final CompletableFuture<IOException> ended = new CompletableFuture<>();
  private volatile Stage stage = Stage.NAME;
  private volatile Socket tcp = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private volatile boolean stopped;

  /**
   * Not yet connected.
   *
   * @param tls makes the protected sockets; empty for plain TCP
   * @param deadline for connecting and the TLS handshake together
   */
  Wire(BrokerAddress address, Optional<SSLSocketFactory> tls, Deadline deadline) {
    this.address = address;
    this.tls = tls;
    this.deadline = deadline;
  }

  Stage stage() {
    return stage;
  }

  @Override
  public void start() throws IOException {
    try {
      connect(InetAddress.getAllByName(address.host()));
      if (tls.isPresent()) {
        stage = Stage.HANDSHAKE;
        use(protect(tls.get()));
      } else {
        use(tcp);
      }
      refuseIfStopped();
      stage = Stage.UP;
    } catch (IOException failed) {
      stop();
      throw failed;
    }
  }

  /** Tries each address of the broker; they share what is left of the time. */
  private void connect(InetAddress... places) throws IOException {
    stage = Stage.CONNECT;
    for (int i = 0; i < places.length; i++) {
      try {
        connect(places[i], Math.max(1, deadline.leftMillis() / (places.length - i)));
        return;
      } catch (IOException refused) {
        if (stopped || i == places.length - 1) {
          throw refused;
        }
      }
    }
  }

  private void connect(InetAddress place, int millis) throws IOException {
    Socket fresh = new Socket();
    tcp = fresh;
    try {
      refuseIfStopped();
      fresh.setTcpNoDelay(true);
      fresh.setKeepAlive(true);
      fresh.connect(new InetSocketAddress(place, address.port()), millis);
    } catch (IOException failed) {
      fresh.close();
      throw failed;
    }
  }

  private SSLSocket protect(SSLSocketFactory factory) throws IOException {
    var ssl = (SSLSocket) factory.createSocket(tcp, address.host(), address.port(), true);
    SSLParameters checks = ssl.getSSLParameters();
    checks.setEndpointIdentificationAlgorithm("HTTPS");
    checks.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    ssl.setSSLParameters(checks);
    ssl.setSoTimeout(deadline.leftMillis());
    ssl.startHandshake();
    ssl.setSoTimeout(0);
    return ssl;
  }

  /** Takes the streams at once: a socket that TLS has closed gives none, and no reason either. */
  private void use(Socket socket) throws IOException {
    in = new BufferedInputStream(new Incoming(socket.getInputStream()));
    out = new Outgoing(socket.getOutputStream());
  }

  private void refuseIfStopped() throws SocketException {
    if (stopped) {
      throw new SocketException("closed by ourselves");
    }
  }

  /** Ends the connection at once, whatever is waiting on it. Any thread, any number of times. */
  @Override
  public void stop() throws IOException {
    stopped = true;
    // Not the socket of TLS: that would wait to say goodbye on a connection where nothing moves.
    tcp.close();
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public String getServerURI() {
    return address.words();
  }

  private void hold(IOException end) {
    ended.complete(end);
    try {
      spoken.await(HOLD_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the connection has gone: what the reader has met, or else what the writer has. */
  private IOException reason(IOException write) {
    try {
      return ended.get(REASON_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return write;
    } catch (ExecutionException | TimeoutException unknown) {
      return write;
    }
  }

  /** From the broker. */
  private final class Incoming extends FilterInputStream {
    private final Framing framing = new Framing(Uplink.LONGEST_PACKET_BYTES);

    Incoming(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        int read = orHold(in.read(bytes, from, length));
        framing.passed(bytes, from, Math.max(read, 0));
        return read;
      } catch (IOException end) {
        hold(end);
        throw end;
      }
    }

    /** Paho asks, and does nothing with the answer; a closed socket must not throw here. */
    @Override
    public int available() {
      return 0;
    }

    private int orHold(int read) {
      if (read < 0) {
        hold(new EOFException("the broker has closed the connection"));
      }
      return read;
    }
  }

  /** To the broker. */
  private final class Outgoing extends FilterOutputStream {
    Outgoing(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      spoken.countDown();
      try {
        out.write(bytes, from, length);
      } catch (IOException failed) {
        throw reason(failed);
      }
    }
  }
}
