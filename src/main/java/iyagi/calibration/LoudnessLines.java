package iyagi.calibration;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Measuring the loudness by typing, one line after the other: which line means what. What a line
 * may do is {@link LoudnessSteps}'. One thread.
 */
final class LoudnessLines {
  private final LoudnessSteps steps;
  private boolean warnedOfLoss;
  private boolean over;

  LoudnessLines(LoudnessSteps steps) {
    this.steps = steps;
  }

  /** Whether it has ended; nothing sounds then. */
  boolean over() {
    return over;
  }

  /** Nobody is there any more. */
  void hungUp() {
    var _ = steps.hush();
    over = true;
  }

  /** A person has typed a line. What is not understood changes nothing. */
  List<Say> read(String line) {
    steps.somebodyIsThere();
    String typed = line.strip().toLowerCase(Locale.ROOT);
    boolean sure = warnedOfLoss;
    warnedOfLoss = false;
    return switch (typed) {
      case "" -> steps.play();
      case "off", "o" -> steps.hush();
      case "skip" -> steps.skip();
      case "back" -> steps.back();
      case "show" -> steps.show();
      case "save" -> steps.save();
      case "quit", "exit" -> quit(sure);
      case "help", "?" -> List.of(Say.of("loud.help"));
      default -> reading(typed);
    };
  }

  private List<Say> reading(String typed) {
    OptionalDouble dba = LoudnessSteps.number(typed);
    return dba.isPresent()
        ? steps.reading(dba.getAsDouble())
        : List.of(Say.of("loud.unknown", Calibrating.shown(typed)));
  }

  private List<Say> quit(boolean sure) {
    var _ = steps.hush();
    if (!sure && !steps.saved()) {
      warnedOfLoss = true;
      return List.of(Say.of("quit.unsaved"));
    }
    over = true;
    return List.of(Say.of(steps.saved() ? "bye" : "bye.unsaved"));
  }
}
