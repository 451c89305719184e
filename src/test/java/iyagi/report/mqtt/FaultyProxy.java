package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A network on the loopback that can be as bad as a library's: what it does is set at any time. */
public final class FaultyProxy implements AutoCloseable {
  /** What the network does. */
  public enum Mode {
    /** Everything goes through. */
    PASS,
    /** Bytes are taken in both directions and go nowhere. */
    BLACK_HOLE,
    /** What the broker says goes nowhere. */
    MUTE_BROKER,
    /** What the robot says goes nowhere. */
    MUTE_ROBOT,
    /** Not even taken: the sender's buffers fill up. */
    STALL,
    /** New connections are taken and closed at once; old ones go on. */
    ACCEPT_AND_CLOSE,
    /** New connections are taken and nobody is there; old ones go on. */
    ACCEPT_AND_STAY_SILENT,
    /** New connections are refused; old ones go on. */
    REFUSE
  }

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final int target;
  private final int port;
  private final List<Socket> robots = new CopyOnWriteArrayList<>();
  private final List<Socket> brokers = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Object changed = new Object();
  private volatile Mode mode = Mode.PASS;
  private ServerSocket door;

  /**
   * Listens on a free port.
   *
   * @param target the broker's port on the loopback; need not be open yet
   */
  public FaultyProxy(int target) {
    this.target = target;
    try {
      port = Broker.freePort("127.0.0.1");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    listen();
  }

  private void listen() {
    try {
      door = new ServerSocket();
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(LOOPBACK, port));
      ServerSocket open = door;
      Thread.ofVirtual().name("proxy").start(() -> accept(open));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where the robot connects to. */
  public BrokerAddress address() {
    return new BrokerAddress("127.0.0.1", port, Optional.empty(), Optional.empty());
  }

  /** Where the robot connects to. */
  public int port() {
    return port;
  }

  /** How many connections have been taken. */
  public int accepted() {
    return accepted.get();
  }

  /** From now on. */
  public synchronized void set(Mode next) {
    Mode before = mode;
    mode = next;
    synchronized (changed) {
      changed.notifyAll();
    }
    if (next == Mode.REFUSE) {
      quietly(door);
    } else if (before == Mode.REFUSE) {
      listen();
    }
  }

  /** Ends all connections with a reset. */
  public void reset() {
    for (Socket robot : robots) {
      try {
        robot.setSoLinger(true, 0);
      } catch (IOException gone) {
        // closed already
      }
      quietly(robot);
    }
    brokers.forEach(FaultyProxy::quietly);
    robots.clear();
    brokers.clear();
  }

  /** Says something to all robots that the broker has not said. */
  public void inject(int... bytes) throws IOException {
    byte[] said = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      said[i] = (byte) bytes[i];
    }
    for (Socket robot : robots) {
      robot.getOutputStream().write(said);
    }
  }

  private void accept(ServerSocket open) {
    try {
      while (true) {
        Socket robot = open.accept();
        accepted.incrementAndGet();
        switch (mode) {
          case ACCEPT_AND_CLOSE -> robot.close();
          case ACCEPT_AND_STAY_SILENT -> robots.add(robot);
          default -> join(robot);
        }
      }
    } catch (IOException closed) {
      // by ourselves
    }
  }

  private void join(Socket robot) {
    try {
      Socket broker = new Socket(LOOPBACK, target);
      robot.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
      robots.add(robot);
      brokers.add(broker);
      Thread.ofVirtual().name("proxy-up").start(() -> pump(robot, broker, Mode.MUTE_ROBOT));
      Thread.ofVirtual().name("proxy-down").start(() -> pump(broker, robot, Mode.MUTE_BROKER));
    } catch (IOException nobody) {
      quietly(robot);
    }
  }

  private void pump(Socket from, Socket to, Mode mute) {
    byte[] bytes = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        awaitFlow();
        if (mode != mute && mode != Mode.BLACK_HOLE) {
          out.write(bytes, 0, read);
        }
      }
    } catch (IOException gone) {
      // the other direction ends with it
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    robots.remove(from);
    robots.remove(to);
  }

  private void awaitFlow() throws InterruptedException {
    synchronized (changed) {
      while (mode == Mode.STALL) {
        changed.wait();
      }
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception gone) { // AutoCloseable declares it
      // nothing else was wanted
    }
  }

  @Override
  public void close() {
    set(Mode.REFUSE);
    reset();
  }
}
