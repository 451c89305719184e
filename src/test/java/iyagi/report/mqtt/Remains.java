package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.time.NanoClock;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** What links leave behind: threads and open files. */
record Remains(Set<String> threads, int files) {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What there is now. */
  static Remains now() {
    return new Remains(platformThreads(), openFiles());
  }

  /** Waits until all threads of an uplink have ended. */
  static void awaitNone(PahoUplink uplink) {
    long end = CLOCK.nanos() + PATIENCE.toNanos();
    while (uplink.running() > 0 && CLOCK.nanos() < end) {
      Thread.onSpinWait();
    }
    assertEquals(0, uplink.running(), "threads of links are left over");
  }

  /** Fails if there is more now than there was then. */
  void assertNoMoreNow(PahoUplink uplink) {
    awaitNone(uplink);
    Set<String> more = platformThreads();
    more.removeAll(threads);
    assertEquals(Set.of(), more, "threads are left over");
    int now = openFiles();
    assertTrue(now <= files, now + " open files, " + files + " before");
  }

  /** Does something many times at once, each on a thread of its own, and waits for all. */
  static void together(int times, IntConsumer step) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(threads.submit(() -> step.accept(number)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Without those that the JDK shares among all virtual threads; it keeps a few, and no more. */
  private static Set<String> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> !t.getName().startsWith("ForkJoinPool") && !t.getName().contains("Poller"))
        .filter(t -> !t.getName().startsWith("VirtualThread"))
        .map(t -> t.threadId() + " " + t.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int openFiles() {
    String[] files = new File("/proc/self/fd").list();
    return files == null ? 0 : files.length;
  }
}
