package iyagi.motion.pi4j;

import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Where on a bus a board may be that does not answer at the address of the profile. */
final class BoardSearch {
  /** A PCA9685 has six address pins above 0x40; from 0x78 on addresses are reserved (I²C bus). */
  private static final int FIRST = 0x40;

  private static final int LAST = 0x77;

  /** The address that every PCA9685 answers to as well. */
  private static final int ALL_CALL = 0x70;

  private BoardSearch() {}

  /**
   * What to do about a board that does not answer.
   *
   * @param answers whether anything answers at an address
   */
  static Sentence words(IntPredicate answers) {
    List<String> found = new ArrayList<>();
    for (int address = FIRST; address <= LAST; address++) {
      if (address != ALL_CALL && answers.test(address)) {
        found.add("0x" + Integer.toHexString(address));
      }
    }
    return found.isEmpty()
        ? Sentence.of("nothing answers at 0x40..0x77 of that bus")
        : Sentence.of(
            "something answers at {0}; if that is this board, write its address into the robot's"
                + " profile",
            found.stream()
                .map(Sentence::plain)
                .reduce((one, next) -> Sentence.of("{0} and {1}", one, next))
                .orElseThrow());
  }
}
