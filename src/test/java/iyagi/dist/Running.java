package iyagi.dist;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program at work, whose lines a test waits for. It is killed when it is closed. */
final class Running implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();

  private Running(List<String> command) throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    Thread.ofVirtual().name("reads-" + process.pid()).start(this::listen);
  }

  /** This program from its classes, in a folder of its own for what it makes. */
  static Running iyagi(File data, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-Diyagi.data=" + data,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "iyagi.app.Main"));
    command.addAll(List.of(args));
    return new Running(command);
  }

  /** Any program. */
  static Running program(String... command) throws IOException {
    return new Running(List.of(command));
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException killed) {
      // nothing more comes
    }
  }

  /** The next line that is as wanted; those before it are gone. */
  String await(String words) throws InterruptedException {
    return await(line -> line.contains(words), words);
  }

  private String await(Predicate<String> wanted, String words) throws InterruptedException {
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("'" + words + "' did not come; there was " + heard);
      }
      heard.add(line);
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  /** Asks it to end (SIGTERM); gives its exit code. */
  int terminate() throws InterruptedException {
    // Process.destroy would close the pipe before the last words are read.
    process.toHandle().destroy();
    return ended();
  }

  /** Kills it (SIGKILL). */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    ended();
  }

  private int ended() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; there was " + heard);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
