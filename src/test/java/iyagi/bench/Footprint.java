package iyagi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process needs. */
final class Footprint {
  private static final double MEGABYTE = 1024 * 1024;

  private Footprint() {}

  /** Of the heap, right after a collection. */
  // Measuring what is left is what a collection is asked for here.
  @SuppressWarnings("SystemGc")
  static double heapMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  /** In memory, files and native parts included. */
  static double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IllegalStateException("Linux says nothing of VmRSS");
  }
}
