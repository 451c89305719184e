package iyagi.calibration;

import iyagi.audio.Loudness;
import iyagi.audio.Pcm;
import java.util.SplittableRandom;

/**
 * Noise with the same power in every octave, as loud as this robot's speech (-20 LUFS): a meter
 * shows a steady figure for it, which it does not for words.
 */
final class PinkNoise {
  private static final double SPEECH_LUFS = -20;
  private static final int LENGTH = 20 * Pcm.RATE_HZ;

  /** The end runs into the beginning over this many frames, so that the repetition is not heard. */
  private static final int SEAM = Pcm.RATE_HZ / 5;

  private PinkNoise() {}

  /** 20 seconds to be repeated, always the same, at 48 kHz. */
  static Pcm speechLoud() {
    double[] raw = pink(LENGTH + SEAM);
    float[] samples = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      double share = Math.min(1, i / (double) SEAM);
      double tail = i < SEAM ? raw[LENGTH + i] * Math.sqrt(1 - share) : 0;
      samples[i] = (float) (raw[i] * Math.sqrt(share) + tail);
    }
    double gain = Math.pow(10, (SPEECH_LUFS - Loudness.lufs(samples, Pcm.RATE_HZ)) / 20);
    for (int i = 0; i < LENGTH; i++) {
      samples[i] *= (float) gain;
    }
    return new Pcm(Pcm.RATE_HZ, samples);
  }

  /** White noise through Paul Kellet's economy filter (musicdsp.org, no. 76): pink to 0.5 dB. */
  private static double[] pink(int length) {
    SplittableRandom random = new SplittableRandom(50);
    double[] out = new double[length];
    double slow = 0;
    double middle = 0;
    double fast = 0;
    for (int i = 0; i < length; i++) {
      double white = random.nextDouble(-1, 1);
      slow = 0.99765 * slow + white * 0.0990460;
      middle = 0.96300 * middle + white * 0.2965164;
      fast = 0.57000 * fast + white * 1.0526913;
      out[i] = 0.05 * (slow + middle + fast + white * 0.1848);
    }
    return out;
  }
}
