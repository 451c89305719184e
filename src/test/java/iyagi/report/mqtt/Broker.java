package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iyagi.dist.Program;
import iyagi.report.BrokerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real mosquitto on a free port of the loopback, with a folder of its own that goes with it.
 * Tests are left out where it is not installed.
 */
public final class Broker implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final String program = Program.needs("mosquitto");
  private final Path folder;
  private final String host;
  private final int port;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private Process process;

  private Broker(String host, List<String> config) {
    this.host = host;
    try {
      folder = Files.createTempDirectory("broker");
      port = freePort(host);
      List<String> lines = new ArrayList<>();
      lines.add("listener " + port + " " + host);
      lines.add("user " + System.getProperty("user.name"));
      lines.add("persistence_location " + folder + "/");
      if (config.stream().noneMatch(l -> l.startsWith("allow_anonymous"))) {
        lines.add("allow_anonymous true");
      }
      lines.addAll(config);
      Files.write(folder.resolve("mosquitto.conf"), lines);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    start();
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param config lines of mosquitto.conf; anonymous clients are let in unless they say otherwise
   */
  public static Broker with(String... config) {
    return new Broker("127.0.0.1", List.of(config));
  }

  /** Starts one on another address of the loopback. */
  public static Broker at(String host, String... config) {
    return new Broker(host, List.of(config));
  }

  /** Goes on only where the loopback has an IPv6 address. */
  public static void needsIpv6() throws SocketException {
    assumeTrue(
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .anyMatch(Inet6Address.class::isInstance),
        "this machine has no IPv6");
  }

  /** A port that was free a moment ago. */
  public static int freePort(String host) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return probe.getLocalPort();
    }
  }

  /** Its port. */
  public int port() {
    return port;
  }

  /** Its address, without TLS and login. */
  public BrokerAddress address() {
    return new BrokerAddress(host, port, Optional.empty(), Optional.empty());
  }

  /** What it has written so far. */
  public List<String> log() {
    return List.copyOf(log);
  }

  private void start() {
    try {
      process =
          new ProcessBuilder(program, "-c", folder.resolve("mosquitto.conf").toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    CountDownLatch up = new CountDownLatch(1);
    BufferedReader written = process.inputReader();
    // Whoever reads a pipe holds a real thread; of those under virtual ones there are few.
    Thread.ofPlatform().daemon().name("broker-log").start(() -> read(written, up));
    await(up);
    if (!process.isAlive() || log.stream().noneMatch(Broker::runs)) {
      throw new IllegalStateException("mosquitto does not run: " + log);
    }
  }

  private void read(BufferedReader written, CountDownLatch up) {
    try (written) {
      for (String line = written.readLine(); line != null; line = written.readLine()) {
        log.add(line);
        if (runs(line)) {
          up.countDown();
        }
      }
    } catch (IOException ended) {
      log.add(ended.toString());
    } finally {
      up.countDown();
    }
  }

  private static boolean runs(String line) {
    return line.contains("mosquitto version") && line.endsWith("running");
  }

  private static void await(CountDownLatch up) {
    try {
      if (!up.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("mosquitto did not start");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Ends it with a goodbye (SIGTERM). */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Ends it without one (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("mosquitto did not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Starts it again on the same port after it has ended. */
  public void restart() {
    log.clear();
    start();
  }

  /** It does nothing any more, while the kernel still takes connections for it (SIGSTOP). */
  public void freeze() {
    signal("STOP");
  }

  /** It goes on (SIGCONT). */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      Program.run(Map.of(), "sh", "-c", "kill -" + name + " " + process.pid());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
