package iyagi.score;

import iyagi.motion.Joint;
import iyagi.motion.Keyframes.Knot;
import iyagi.speech.Phone;
import iyagi.speech.Viseme;
import iyagi.speech.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Gentle life where the author wrote no movement: the eyes blink, the body breathes, the head looks
 * about a little and nods on long words. The same passage always gets the same life.
 */
final class IdleLife {
  private static final double BLINK_SECONDS = 0.22;
  private static final double BREATH_SECONDS = 4;

  private final Liveliness liveliness;

  IdleLife(Liveliness liveliness) {
    this.liveliness = liveliness;
  }

  /**
   * The life of one passage.
   *
   * @param number of the passage: two neighbours agree where the head is between them
   * @param seconds how long the passage lasts
   * @param speechStart when its speech begins
   */
  Map<Joint, List<Knot>> of(
      int number, double seconds, double speechStart, List<Word> words, List<Phone> phones) {
    Map<Joint, List<Knot>> tracks = new EnumMap<>(Joint.class);
    if (liveliness == Liveliness.OFF || seconds < 0.5) {
      return tracks;
    }
    SplittableRandom random = new SplittableRandom(number * 31L + 7);
    tracks.put(Joint.EYELIDS, blinks(seconds, random));
    tracks.put(Joint.WAIST, breath(seconds));
    tracks.put(Joint.HEAD_YAW, glance(number, seconds));
    if (liveliness == Liveliness.FULL) {
      tracks.put(Joint.HEAD_PITCH, nods(seconds, speechStart, words, phones));
    }
    return tracks;
  }

  /**
   * A blink every 3 to 6 s, as grown-ups blink while they speak (Bentivoglio 1997: about 17 to 26 a
   * minute).
   */
  private static List<Knot> blinks(double seconds, SplittableRandom random) {
    List<Knot> knots = new ArrayList<>(List.of(new Knot(0, 0)));
    double at = random.nextDouble(0.5, 4);
    while (at + 2 * BLINK_SECONDS < seconds) {
      knots.add(new Knot(at, 0));
      knots.add(new Knot(at + BLINK_SECONDS, Joint.EYELIDS.high()));
      knots.add(new Knot(at + 2 * BLINK_SECONDS, 0));
      at += random.nextDouble(3, 6);
    }
    knots.add(new Knot(seconds, 0));
    return knots;
  }

  private static List<Knot> breath(double seconds) {
    int breaths = Math.max(1, (int) Math.round(seconds / BREATH_SECONDS));
    double depth = Math.min(1.5, seconds / 2);
    List<Knot> knots = new ArrayList<>(List.of(new Knot(0, 0)));
    for (int i = 0; i < breaths; i++) {
      knots.add(new Knot(seconds * (i + 0.4) / breaths, depth));
      knots.add(new Knot(seconds * (i + 1.0) / breaths, 0));
    }
    return knots;
  }

  private List<Knot> glance(int number, double seconds) {
    double turn = Math.min(1.2, seconds);
    return List.of(
        new Knot(0, direction(number - 1)),
        new Knot(turn, direction(number)),
        new Knot(seconds, direction(number)));
  }

  /** Where the head looks in a passage, in degrees; every third time straight ahead. */
  private double direction(int number) {
    double most = liveliness == Liveliness.FULL ? 8 : 4;
    return number < 0 || number % 3 == 0
        ? 0
        : new SplittableRandom(number * 17L + 3).nextDouble(-most, most);
  }

  /**
   * A small nod on words that carry stress: those with a long open vowel, at most one every 1.2 s.
   */
  private static List<Knot> nods(
      double seconds, double speechStart, List<Word> words, List<Phone> phones) {
    List<Knot> knots = new ArrayList<>(List.of(new Knot(0, 0)));
    double free = 0.4;
    for (Word word : words) {
      double at = speechStart + word.start().toNanos() / 1e9;
      if (at - 0.3 >= free && at + 0.4 < seconds && stressed(word, phones)) {
        knots.add(new Knot(at - 0.3, 0));
        knots.add(new Knot(at + 0.05, -4));
        knots.add(new Knot(at + 0.4, 0));
        free = at + 1.2;
      }
    }
    knots.add(new Knot(seconds, 0));
    return knots;
  }

  private static boolean stressed(Word word, List<Phone> phones) {
    return phones.stream()
        .anyMatch(
            phone ->
                phone.viseme() == Viseme.OPEN_VOWEL
                    && phone.start().compareTo(word.start()) >= 0
                    && phone.end().compareTo(word.end()) <= 0
                    && phone.end().minus(phone.start()).toMillis() >= 100);
  }
}
