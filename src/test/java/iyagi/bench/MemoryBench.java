package iyagi.bench;

import iyagi.time.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Memory while a prepared story is read: what Linux says of the packaged program ten seconds after
 * its first sound, beside a Java that says one word and waits, with the same heap and collector.
 * And what the program has to do with MaryTTS: how many of its classes were loaded and how many of
 * them set to work. The cache of loaded classes brings all of its classes in one piece, so "loaded"
 * only counts without it.
 */
public final class MemoryBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final Duration READING = Duration.ofSeconds(10);

  /** The yardstick. */
  static final class Waiting {
    static final String WORD = "Hello";

    private Waiting() {}

    /** Says one word and waits to be killed. */
    public static void main(String[] args) throws InterruptedException {
      System.out.println(WORD);
      Thread.currentThread().join();
    }
  }

  private MemoryBench() {}

  /** Measures all three. */
  public static void main(String[] args) throws Exception {
    Sheet.open("Memory while reading a prepared story");
    try (Scratch scratch = new Scratch()) {
      scratch.prepareBear();
      reading(scratch, "ours:                   ", "");
      reading(scratch, "ours without its cache: ", "-XX:AOTMode=off ");
    }
    try (Child child =
        Child.java(
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Waiting.class.getName())) {
      child.secondsUntil(Waiting.WORD::equals);
      tell("yardstick, Hello:       ", child);
    }
    Sheet.goal("at most 130 MB, and no class of MaryTTS set to work");
  }

  private static void reading(Scratch scratch, String name, String options) throws IOException {
    Path log = scratch.folder().resolve("classes.txt");
    try (Child child = Child.iyagi(scratch.data(), options, "read", "bear.en", "--no-face")) {
      child.secondsUntil(FirstLine::is);
      long until = CLOCK.nanos() + READING.toNanos();
      while (until - CLOCK.nanos() > 0) {
        LockSupport.parkNanos(until - CLOCK.nanos());
      }
      tell(name, child);
    }
    String logging = "-Xlog:class+load,class+init:file=" + log;
    try (Child child =
        Child.iyagi(scratch.data(), options + logging, "read", "bear.en", "--no-face")) {
      child.secondsUntil(FirstLine::is);
    }
    Sheet.line(
        "   classes of MaryTTS loaded: %d, set to work: %d (of %d and %d in all)",
        count(log, "] marytts."),
        count(log, "Initializing 'marytts/"),
        count(log, " source: "),
        count(log, "Initializing '"));
    Files.delete(log);
  }

  private static long count(Path log, String text) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }

  private static void tell(String name, Child child) throws IOException {
    Sheet.line(
        "%s now %.0f MB (its own %.0f, files %.0f), at most so far %.0f MB",
        name,
        child.megabytes("VmRSS"),
        child.megabytes("RssAnon"),
        child.megabytes("RssFile"),
        child.megabytes("VmHWM"));
  }
}
