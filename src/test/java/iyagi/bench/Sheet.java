package iyagi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How every benchmark prints: what was measured, the yardstick of the same run, and the goal. */
final class Sheet {
  private Sheet() {}

  /** A benchmark begins; says how busy the machine is, since that disturbs every wall time. */
  static void open(String title) throws IOException {
    String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
    System.out.printf(
        Locale.ROOT,
        "%n== %s ==%n   (%d cores; load average of the last minute %s)%n",
        title,
        Runtime.getRuntime().availableProcessors(),
        load[0]);
  }

  /** One line, as with {@link String#format}. */
  // The annotation that the check asks for is of a library that we do not have.
  @SuppressWarnings("AnnotateFormatMethod")
  static void line(String format, Object... values) {
    System.out.println("   " + String.format(Locale.ROOT, format, values));
  }

  /** What the figure was meant to be. */
  static void goal(String words) {
    System.out.println("   goal: " + words);
  }
}
