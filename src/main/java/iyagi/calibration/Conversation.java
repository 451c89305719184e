package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.time.NanoClock;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Between a person's lines and the bench: a line is taken when nothing moves any more, {@code off}
 * at once. One thread calls {@link #step()}; lines may come from any.
 */
public final class Conversation {
  /** What a person has typed may wait, but not for ever. */
  private static final int MOST_WAITING = 1000;

  private sealed interface Input {
    record Line(String text) implements Input {}

    record End() implements Input {}
  }

  private final Calibrating calibrating;
  private final Bench bench;
  private final Speakers speakers;
  private final NanoClock clock;
  private final Consumer<Say> tell;
  private final Queue<Input> inputs = new ConcurrentLinkedQueue<>();
  private boolean clicking;
  private long lastNanos;

  /** A conversation that has not begun. */
  public Conversation(
      Calibrating calibrating,
      Bench bench,
      Speakers speakers,
      NanoClock clock,
      Consumer<Say> tell) {
    this.calibrating = calibrating;
    this.bench = bench;
    this.speakers = speakers;
    this.clock = clock;
    this.tell = tell;
    lastNanos = clock.nanos();
  }

  /** Says what is said first. */
  public void begin() {
    calibrating.begin().forEach(tell);
  }

  /** A person has typed a line. {@code off} goes before all others, which are forgotten. */
  public void typed(String line) {
    if (isOff(line)) {
      inputs.clear();
    }
    if (inputs.size() < MOST_WAITING) {
      inputs.add(new Input.Line(line));
    }
    if (isOff(line)) {
      bench.cut();
    }
  }

  /** No further line will come. */
  public void hungUp() {
    inputs.add(new Input.End());
  }

  /** Whether it has ended; nothing is powered then. */
  public boolean over() {
    return calibrating.over();
  }

  /** One step. Never waits. */
  public void step() {
    long now = clock.nanos();
    double seconds = (now - lastNanos) / 1e9;
    lastNanos = now;
    boolean off = inputs.peek() instanceof Input.Line(String text) && isOff(text);
    if (!off) {
      calibrating.pass(seconds, bench.seen()).forEach(tell);
    }
    if (off || calibrating.ready()) {
      take();
    }
    bench.order(calibrating.order());
    click();
  }

  private static boolean isOff(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.equals("off") || word.equals("o");
  }

  private void take() {
    switch (inputs.poll()) {
      case null -> {}
      case Input.Line(String text) -> calibrating.read(text).forEach(tell);
      case Input.End _ -> calibrating.hungUp();
    }
  }

  private void click() {
    boolean wanted = calibrating.order() instanceof Order.Tap;
    try {
      speakers.feed();
      if (wanted && !clicking) {
        speakers.speaker().once(Taps.sound());
        clicking = true;
      } else if (clicking && !wanted) {
        speakers.speaker().hush();
        clicking = false;
      } else if (clicking && speakers.speaker().seconds() >= Taps.LENGTH_SECONDS) {
        speakers.speaker().hush();
        clicking = false;
        calibrating.tapped().forEach(tell);
      }
    } catch (AudioFault fault) {
      clicking = false;
      calibrating.noClicks(fault.getMessage()).forEach(tell);
    }
  }
}
