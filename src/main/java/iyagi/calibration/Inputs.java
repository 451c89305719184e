package iyagi.calibration;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What was typed ahead. One thread puts in, one takes out. */
final class Inputs {
  /** What a person has typed may wait, but not without an end. */
  private static final int MOST_WAITING = 1000;

  private sealed interface Input {
    record Line(String text) implements Input {}

    record End() implements Input {}
  }

  private final Queue<Input> waiting = new ConcurrentLinkedQueue<>();

  /** Whether a line says that everything has to stop at once. */
  static boolean off(String line) {
    String word = line.strip().toLowerCase(Locale.ROOT);
    return word.equals("off") || word.equals("o");
  }

  /** One more line; "off" goes before all others, which are forgotten. */
  void typed(String line) {
    if (off(line)) {
      waiting.clear();
    }
    if (waiting.size() < MOST_WAITING) {
      waiting.add(new Input.Line(line));
    }
  }

  /** No further line will come. */
  void hungUp() {
    waiting.add(new Input.End());
  }

  boolean offIsNext() {
    return waiting.peek() instanceof Input.Line(String text) && off(text);
  }

  /** The next of them, if there is one. */
  void take(Consumer<String> line, Runnable end) {
    switch (waiting.poll()) {
      case null -> {}
      case Input.Line(String text) -> line.accept(text);
      case Input.End _ -> end.run();
    }
  }
}
