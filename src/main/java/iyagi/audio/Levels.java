package iyagi.audio;

/** Brings a recording of unknown loudness to where it startles nobody. */
public final class Levels {
  /** No louder than speech: speech is evened out to -20 LUFS. */
  private static final double LOUDEST_LUFS = -22;

  /** No peak above this, in full scale: -6 dB. */
  private static final double HIGHEST_PEAK = 0.5;

  private static final double FADE_SECONDS = 0.03;

  private Levels() {}

  /** The same sound, turned down if it is louder than speech, with 30 ms of fade at both ends. */
  public static Pcm gentle(Pcm sound) {
    float[] in = sound.samples();
    double peak = 0;
    for (float sample : in) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double lufs = Loudness.lufs(in, sound.sampleRateHz());
    double gain = Math.min(1, Math.pow(10, (LOUDEST_LUFS - lufs) / 20));
    gain = peak * gain > HIGHEST_PEAK ? HIGHEST_PEAK / peak : gain;
    int fade = Math.max(1, Math.min(in.length / 2, (int) (FADE_SECONDS * sound.sampleRateHz())));
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = (float) (in[i] * gain * Math.min(1, Math.min(i, in.length - 1 - i) / (double) fade));
    }
    return new Pcm(sound.sampleRateHz(), out);
  }
}
