package iyagi.audio;

/** Brings a recording to the rate at which the robot plays. */
public final class Resampler {
  private static final int HALF_TAPS = 16;

  private Resampler() {}

  /** The same sound at 48 kHz, by interpolation with a windowed sinc of 32 taps. */
  public static Pcm to48kHz(Pcm sound) {
    if (sound.sampleRateHz() == Pcm.RATE_HZ) {
      return sound;
    }
    double step = sound.sampleRateHz() / (double) Pcm.RATE_HZ;
    double cut = Math.min(1, 1 / step);
    float[] in = sound.samples();
    float[] out = new float[(int) Math.floor(in.length / step)];
    for (int i = 0; i < out.length; i++) {
      double at = i * step;
      int middle = (int) Math.floor(at);
      double sum = 0;
      for (int k = middle - HALF_TAPS + 1; k <= middle + HALF_TAPS; k++) {
        if (k >= 0 && k < in.length) {
          sum += in[k] * cut * sinc(cut * (at - k)) * hann((at - k) / HALF_TAPS);
        }
      }
      out[i] = (float) sum;
    }
    return new Pcm(Pcm.RATE_HZ, out);
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double hann(double x) {
    return Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x);
  }
}
