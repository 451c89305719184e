package iyagi.cli;

import iyagi.calibration.Talk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/** What a person types, line by line, for as long as something is measured. */
final class Typing {
  private static final long STEP_NANOS = 20_000_000;

  private Typing() {}

  /** Begins a talk, and returns when it is over. */
  static void until(Talk talk) {
    talk.begin();
    Thread.ofPlatform().name("lines").daemon().start(() -> read(talk));
    while (!talk.over()) {
      talk.step();
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private static void read(Talk talk) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        talk.typed(line);
      }
    } catch (IOException e) {
      Logger.debug(e, "no more lines");
    }
    talk.hungUp();
  }
}
