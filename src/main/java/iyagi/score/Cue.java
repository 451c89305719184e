package iyagi.score;

import iyagi.light.LightPattern;
import iyagi.motion.Keyframes;
import iyagi.speech.Phone;
import iyagi.speech.Word;
import java.time.Duration;
import java.util.List;

/** Something that happens at a moment of a passage. */
public sealed interface Cue {
  /** From the start of its passage. Never negative. */
  Duration at();

  /** How long it lasts from there. */
  Duration length();

  /**
   * Speech begins.
   *
   * @param role who speaks, as the author names them; "" is the narrator
   * @param text as written, for captions
   * @param clip the sound's key in the prepared store
   * @param length of the sound
   * @param phones timed from the start of the sound
   * @param words timed from the start of the sound
   */
  record Speak(
      Duration at,
      String role,
      String text,
      String clip,
      Duration length,
      List<Phone> phones,
      List<Word> words)
      implements Cue {
    /** Copies its lists. */
    public Speak {
      phones = List.copyOf(phones);
      words = List.copyOf(words);
    }
  }

  /**
   * A sound begins that is no speech.
   *
   * @param name of a built-in sound or one of the story's own
   * @param gain as a factor, 0 to 1
   */
  record Sound(Duration at, Duration length, String name, double gain) implements Cue {}

  /**
   * Something begins to move.
   *
   * @param layer which of several movements wins a joint
   * @param name for a person who looks at the score: "mouth", "wave"
   */
  record Move(Duration at, Layer layer, String name, Keyframes movement) implements Cue {
    @Override
    public Duration length() {
      return movement.length();
    }
  }

  /**
   * The lamps light up and fade.
   *
   * @param layer which of several lights wins
   * @param colour by name
   * @param pattern how they light up and fade
   */
  record Glow(Duration at, Layer layer, String colour, LightPattern pattern) implements Cue {
    @Override
    public Duration length() {
      return pattern.length();
    }
  }

  /** Which wins a joint or the lamps: the highest layer; inside a layer what began last. */
  enum Layer {
    /** Gentle life where the author wrote nothing. */
    IDLE,
    /** What the author wrote. */
    GESTURE,
    /** Speech. */
    MOUTH
  }
}
