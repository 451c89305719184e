package iyagi.speech.mary;

import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.Voice;

/**
 * How a sentence is spoken: a voice, changed by a mood and the author's rate. Shares and factors
 * are against the engine's own speech.
 *
 * @param pitch factor on the fundamental frequency
 * @param range factor on its excursions from the mean
 * @param tract shift of the frequency warping constant
 * @param stretch factor on the length of sounds
 * @param pauses factor on the length of pauses
 * @param breath share of noise in voiced sounds; at 1 nothing is voiced: a whisper
 * @param tremor depth of a slow shake of the pitch
 */
record Delivery(
    double pitch,
    double range,
    double tract,
    double stretch,
    double pauses,
    double breath,
    double tremor) {

  /** What a mood does to any voice. The figures are ours: audible, and no harm to the words. */
  private record Turn(double pitch, double range, double speed, double breath, double tremor) {
    static Turn of(Mood mood) {
      return switch (mood) {
        case NEUTRAL -> new Turn(1, 1, 1, 0, 0);
        case WHISPERING -> new Turn(1, 1, 0.92, 1, 0);
        case SHOUTING -> new Turn(1.2, 1.4, 0.95, 0, 0);
        case HAPPY -> new Turn(1.08, 1.25, 1.03, 0, 0);
        case EXCITED -> new Turn(1.14, 1.4, 1.08, 0, 0);
        case SAD -> new Turn(0.93, 0.65, 0.86, 0.05, 0);
        case ANGRY -> new Turn(0.96, 1.35, 1.05, 0, 0);
        case SCARED -> new Turn(1.12, 1.15, 1.05, 0.08, 0.03);
        case SLEEPY -> new Turn(0.9, 0.6, 0.8, 0.1, 0);
      };
    }
  }

  /** How a phrase is to be spoken. */
  static Delivery of(Phrase phrase) {
    Voice voice = phrase.voice();
    Turn turn = Turn.of(phrase.mood());
    double speed = Math.clamp(voice.speed() * turn.speed() * phrase.rate(), 0.4, 2.2);
    return new Delivery(
        Math.clamp(voice.pitch() * turn.pitch(), 0.4, 2.1),
        Math.clamp(voice.range() * turn.range(), 0, 2.2),
        voice.tract(),
        1 / speed,
        voice.pauses() * Math.clamp(1 / (turn.speed() * phrase.rate()), 0.5, 1.6),
        Math.clamp(voice.breath() + turn.breath(), 0, 1),
        Math.clamp(voice.tremor() + turn.tremor(), 0, 0.1));
  }

  boolean whispered() {
    return breath >= 1;
  }
}
