package iyagi.audio;

/** Brings recordings of unknown loudness to where they startle nobody. */
public final class Levels {
  /** Where every sentence is set, whoever says it. */
  public static final double SPEECH_LUFS = -20;

  /** No recorded speech peaks above -1 dBFS. */
  private static final double SPEECH_PEAK = Math.pow(10, -1.0 / 20);

  /** 24 dB: more would lift the room's noise beside the reader. */
  private static final double MOST_GAIN = Math.pow(10, 24.0 / 20);

  private static final double SPEECH_FADE_SECONDS = 0.015;

  /** No sound is as loud as speech. */
  private static final double LOUDEST_LUFS = -22;

  /** No peak above this, in full scale: -6 dB. */
  private static final double HIGHEST_PEAK = 0.5;

  private static final double FADE_SECONDS = 0.03;

  private Levels() {}

  /**
   * Recorded speech as loud as the robot's own voice: evened out to {@link #SPEECH_LUFS}, by at
   * most 24 dB upwards, no peak above -1 dBFS, with 15 ms of fade at both ends.
   */
  public static Pcm asSpeech(Pcm sound) {
    double lufs = Loudness.lufs(sound.samples(), sound.sampleRateHz());
    double gain = Math.min(MOST_GAIN, Math.pow(10, (SPEECH_LUFS - lufs) / 20));
    double peak = peak(sound.samples());
    gain = peak * gain > SPEECH_PEAK ? SPEECH_PEAK / peak : gain;
    return faded(sound, gain, SPEECH_FADE_SECONDS);
  }

  /** The same sound, turned down if it is louder than speech, with 30 ms of fade at both ends. */
  public static Pcm gentle(Pcm sound) {
    double peak = peak(sound.samples());
    double lufs = Loudness.lufs(sound.samples(), sound.sampleRateHz());
    double gain = Math.min(1, Math.pow(10, (LOUDEST_LUFS - lufs) / 20));
    gain = peak * gain > HIGHEST_PEAK ? HIGHEST_PEAK / peak : gain;
    return faded(sound, gain, FADE_SECONDS);
  }

  private static double peak(float[] samples) {
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  private static Pcm faded(Pcm sound, double gain, double seconds) {
    float[] in = sound.samples();
    int fade = Math.max(1, Math.min(in.length / 2, (int) (seconds * sound.sampleRateHz())));
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = (float) (in[i] * gain * Math.min(1, Math.min(i, in.length - 1 - i) / (double) fade));
    }
    return new Pcm(sound.sampleRateHz(), out);
  }
}
