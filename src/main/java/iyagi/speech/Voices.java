package iyagi.speech;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The characters that this robot can play, all made from one voice. Pitch, tract, range, breath and
 * tremor of bear, giant, fox, grandma, child, mouse, robot, ghost and whisper were measured with a
 * speech recogniser and understood; the others lie between them. Speeds are set for toddlers, in
 * proportion to the narrator's.
 */
public final class Voices {
  /**
   * Who reads. Toddlers want at most 124 words a minute; most of that slowness is the silence
   * behind each sentence, which whoever sets a story out in time adds. Sounds are drawn out a
   * little only: at a speed of 0.63 a speech recogniser made a third more errors.
   */
  public static final Voice NARRATOR = new Voice("narrator", 1, 1, 0, 0.85, 1.5, 0, 0);

  private static final Map<String, Voice> BY_NAME = new LinkedHashMap<>();

  static {
    add(NARRATOR);
    add("bear", 0.58, 0.9, 0.06, 0.75, 1.6, 0, 0);
    add("giant", 0.45, 0.8, 0.1, 0.66, 1.7, 0, 0);
    add("fox", 0.8, 1.6, 0.02, 0.88, 1.4, 0.1, 0);
    add("wolf", 0.68, 1.2, 0.04, 0.81, 1.4, 0.12, 0);
    add("owl", 0.72, 1.3, 0.05, 0.73, 1.6, 0.05, 0);
    add("cat", 1.22, 1.5, 0, 0.83, 1.4, 0.08, 0);
    add("frog", 0.86, 1.3, 0.08, 0.81, 1.4, 0, 0.03);
    add("child", 1.35, 1.25, -0.02, 0.83, 1.4, 0, 0);
    add("mouse", 1.7, 1.1, -0.03, 0.81, 1.3, 0, 0);
    add("bird", 1.5, 1.4, -0.01, 0.85, 1.4, 0, 0);
    add("grandma", 1.12, 1.1, 0.015, 0.68, 1.7, 0.15, 0.05);
    add("grandpa", 0.62, 0.95, 0.03, 0.68, 1.7, 0.12, 0.04);
    add("mother", 1.08, 1.15, 0.005, 0.82, 1.5, 0.03, 0);
    add("father", 0.64, 1, 0.035, 0.79, 1.5, 0, 0);
    add("robot", 0.85, 0, 0, 0.78, 1.5, 0, 0);
    add("ghost", 0.9, 1.5, -0.01, 0.69, 1.7, 0.15, 0.04);
    add("whisper", 1, 1, 0, 0.78, 1.6, 1, 0);
  }

  private Voices() {}

  /** In the order of the record: pitch, range, tract, speed, pauses, breath, tremor. */
  private static void add(
      String name,
      double pitch,
      double range,
      double tract,
      double speed,
      double pauses,
      double breath,
      double tremor) {
    add(new Voice(name, pitch, range, tract, speed, pauses, breath, tremor));
  }

  private static void add(Voice voice) {
    BY_NAME.put(voice.name(), voice);
  }

  /** The voice of that name, in upper or lower case. */
  public static Optional<Voice> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Every name, the narrator first. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }
}
