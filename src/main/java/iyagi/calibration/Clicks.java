package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.words.Sentence;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The clicks that a joint taps to: begun and ended with what is ordered. One thread. */
final class Clicks {
  private final Clicker clicker;
  private final Supplier<List<Say>> heard;
  private final Function<Sentence, List<Say>> silent;
  private boolean clicking;

  /**
   * Silent.
   *
   * @param heard told when all clicks have been heard
   * @param silent told why there are none
   */
  Clicks(Clicker clicker, Supplier<List<Say>> heard, Function<Sentence, List<Say>> silent) {
    this.clicker = clicker;
    this.heard = heard;
    this.silent = silent;
  }

  /** One step; what came of it is said. */
  List<Say> step(Order order) {
    boolean wanted = order instanceof Order.Tap;
    try {
      clicker.feed();
      if (wanted && !clicking) {
        clicker.once(Taps.sound());
        clicking = true;
      } else if (clicking && !wanted) {
        hush();
      } else if (clicking && clicker.getAsDouble() >= Taps.LENGTH_SECONDS) {
        hush();
        return heard.get();
      }
      return List.of();
    } catch (AudioFault fault) {
      clicking = false;
      return silent.apply(fault.sentence());
    }
  }

  private void hush() {
    clicking = false;
    clicker.hush();
  }
}
