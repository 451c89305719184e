package iyagi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the librarians' pages cost a robot: from the start of {@code iyagi serve} until it is in
 * service with everything open, its processor time until then, and ten seconds later its memory and
 * its heap after a collection. With and without pages, with and without the cache of loaded
 * classes, in turns. The bundled stories are prepared before, so that nothing is made ready
 * meanwhile. Argument: rounds (5).
 */
public final class ServeBench {
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private ServeBench() {}

  /** One way to serve, and what was measured of it. */
  private record Way(String name, boolean pages, String options, double[][] rounds) {
    Way(String name, boolean pages, String options, int rounds) {
      this(name, pages, options, new double[4][rounds]);
    }

    void measure(Scratch scratch, int round) throws IOException, InterruptedException {
      int port = pages ? free() : 0;
      Path settings =
          Files.writeString(
              scratch.folder().resolve("iyagi.yaml"),
              "clock-trusted: true\nconsole:\n  port: " + port + "\n  address: 127.0.0.1\n");
      try (Child child =
          Child.iyagi(
              scratch.data(),
              options,
              "serve",
              "--robot",
              "simulated",
              "--settings",
              settings.toString())) {
        rounds[0][round] =
            child.secondsUntil(line -> line.contains(pages ? "pages: http" : "no pages for"));
        rounds[1][round] = child.cpuSeconds();
        LockSupport.parkNanos(SETTLED.toNanos());
        rounds[2][round] = child.megabytes("VmRSS");
        rounds[3][round] = heapMegabytes(child.pid());
      }
    }

    String text() {
      return "%s: %.2f s, CPU %.2f s, resident %.0f MB, heap %.1f MB"
          .formatted(name, middle(0), middle(1), middle(2), middle(3));
    }

    private double middle(int what) {
      double[] sorted = rounds[what].clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /** Measures all four. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Sheet.open("Start and memory of a robot in service");
    Way[] ways = {
      new Way("with pages", true, "", rounds),
      new Way("without pages", false, "", rounds),
      new Way("with pages, no cache", true, "-XX:AOTMode=off", rounds),
      new Way("without pages, no cache", false, "-XX:AOTMode=off", rounds)
    };
    try (Scratch scratch = new Scratch()) {
      // Those for which a robot without a Korean voice has none.
      try (Child prepare =
          Child.iyagi(
              scratch.data(),
              "",
              "prepare",
              "bear.en",
              "fox.en",
              "frog.en",
              "mouse.en",
              "owl.en",
              "robot.en")) {
        prepare.end();
      }
      for (int round = 0; round < rounds; round++) {
        for (Way way : ways) {
          way.measure(scratch, round);
        }
      }
    }
    for (Way way : ways) {
      Sheet.line("%s", way.text());
    }
    Sheet.goal("none; the yardstick is the same without pages");
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static double heapMegabytes(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    double kilobytes = 0;
    // Young and old generation; what follows is metaspace.
    for (int part = 0; part < 2 && used.find(); part++) {
      kilobytes += Double.parseDouble(used.group(1));
    }
    return kilobytes / 1024;
  }

  private static String jcmd(long pid, String what) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd");
    Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), what).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
