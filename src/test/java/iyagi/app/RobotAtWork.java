package iyagi.app;

import iyagi.cli.Cli;
import iyagi.service.Places;
import iyagi.speech.SpeechEngine;
import iyagi.time.ClockQuality;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole program in this process, as 'iyagi serve' runs it: a simulated body, silence instead of
 * a loudspeaker, SQLite and the pages. Only its watch can be set.
 */
final class RobotAtWork {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final long PATIENCE_SECONDS = 90;
  private static final Pattern CODE = Pattern.compile("One-time code for setting one: (\\d{6})");

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ManualWatch watch;
  private final Thread thread;
  private final int port;

  /** Put into service, without a single story, at that time in Seoul. */
  RobotAtWork(Path folder, SpeechEngine voice, LocalDateTime now) throws IOException {
    this(folder, voice, now, "simulated", "");
  }

  /**
   * As above, with the devices of a profile, which need not be here.
   *
   * @param profile its name
   * @param more settings
   */
  RobotAtWork(Path folder, SpeechEngine voice, LocalDateTime now, String profile, String more)
      throws IOException {
    watch = new ManualWatch(NanoClock.system(), at(Duration.ofMinutes(9), now));
    port = free();
    Path settings =
        Files.writeString(
            folder.resolve("iyagi.yaml"),
            """
            time-zone: Asia/Seoul
            clock-trusted: true
            console:
              port: %d
              address: 127.0.0.1
            %s
            """
                .formatted(port, more));
    Places places =
        new Places(
            Files.createDirectories(folder.resolve("stories")),
            Path.of("firmware-config/robots"),
            folder.resolve("data"),
            settings);
    thread =
        Thread.ofPlatform().name("serve").start(() -> serve(new Robot(places, voice), profile));
  }

  private void serve(Robot robot, String profile) {
    try (robot;
        PrintWriter out = new PrintWriter(new Lines())) {
      Cli.run(
          robot.desk(),
          _ -> watch,
          out,
          out,
          "serve",
          "--robot",
          profile,
          "--sound",
          "a loudspeaker that is not there",
          "--settings",
          robot.desk().places().settings().toString());
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Moment at(Duration sinceBoot, LocalDateTime now) {
    return new Moment("b1", sinceBoot, now.atZone(SEOUL).toInstant(), ClockQuality.NTP);
  }

  /** It is that time now; the robot has been on all the while. */
  void timeIs(LocalDateTime now) {
    Duration since = Duration.between(watch.now().wall(), now.atZone(SEOUL).toInstant());
    watch.set(at(watch.now().sinceBoot().plus(since), now));
  }

  /** Where its pages are. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The number that it prints. */
  String code() throws InterruptedException {
    Matcher code = CODE.matcher(await("One-time code"));
    return code.find() ? code.group(1) : "";
  }

  /** The next line with these words; those before it are gone. */
  String await(String words) throws InterruptedException {
    StringBuilder heard = new StringBuilder();
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("'" + words + "' was not said, but:\n" + heard);
      }
      heard.append(line).append('\n');
      if (line.contains(words)) {
        return line;
      }
    }
  }

  /** Whether a line with these words has come since the last one that was waited for. */
  boolean said(String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }

  /** Takes it out of service. */
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  /** Takes what is printed, line by line. */
  private final class Lines extends Writer {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] text, int from, int count) {
      for (int i = from; i < from + count; i++) {
        if (text[i] == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append(text[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
