package iyagi.speech;

/**
 * A character's voice, made from the engine's one voice. Ranges keep speech intelligible; the
 * figures that set them were measured with a speech recogniser (word errors rise steeply beyond).
 *
 * @param name as an author writes it: "bear"
 * @param pitch fundamental frequency against the engine's own, 0.4 to 2
 * @param range liveliness of the melody against the engine's own, 0 (flat) to 2
 * @param tract length of the vocal tract, as a shift of the frequency warping constant, -0.1
 *     (short, a small creature) to 0.12 (long, a giant)
 * @param speed of speech against the engine's own, 0.5 to 1.5
 * @param pauses length of pauses inside a phrase, 0.5 to 2
 * @param breath share of noise in voiced sounds, 0 (none) to 1 (a whisper)
 * @param tremor depth of a slow shake of the pitch, 0 to 0.1
 */
public record Voice(
    String name,
    double pitch,
    double range,
    double tract,
    double speed,
    double pauses,
    double breath,
    double tremor) {
  /** Checks every range. */
  public Voice {
    check(name, "pitch", pitch, 0.4, 2);
    check(name, "range", range, 0, 2);
    check(name, "tract", tract, -0.1, 0.12);
    check(name, "speed", speed, 0.5, 1.5);
    check(name, "pauses", pauses, 0.5, 2);
    check(name, "breath", breath, 0, 1);
    check(name, "tremor", tremor, 0, 0.1);
  }

  private static void check(String name, String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "voice '" + name + "': " + what + " " + value + " is outside " + low + ".." + high);
    }
  }
}
