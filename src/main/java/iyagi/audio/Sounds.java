package iyagi.audio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The sounds that are built into the robot, made from sines and noise: soft beginnings, none louder
 * than speech. The same name always gives the same samples.
 */
public final class Sounds {
  private static final double PEAK = 0.25;
  private static final Map<String, Supplier<float[]>> RECIPES =
      new TreeMap<>(
          Map.of(
              "chime", () -> bells(2.2, 880, 1318.5, 1760),
              "bell", () -> bells(2.5, 523.25, 1256, 2092),
              "wind", () -> noise(4, 0.02, 0.35),
              "rain", () -> noise(4, 0.5, 0),
              "knock", () -> strokes(0.9, 3, 0.24, 160, 26),
              "pop", () -> strokes(0.25, 1, 0, 420, 30),
              "drum", () -> strokes(1.6, 4, 0.36, 90, 12),
              "splash", () -> splash(1.1),
              "birds", () -> birds(2.4),
              "heartbeat", () -> heartbeat(2.4)));

  private Sounds() {}

  /** The names, in alphabetical order. */
  public static Set<String> names() {
    return RECIPES.keySet();
  }

  /** The sound of that name, at 48 kHz. */
  public static Optional<Pcm> named(String name) {
    return Optional.ofNullable(RECIPES.get(name))
        .map(recipe -> new Pcm(Pcm.RATE_HZ, shaped(recipe.get())));
  }

  /** Scaled to the peak, with 30 ms of fade at both ends so that nothing clicks or startles. */
  private static float[] shaped(float[] samples) {
    float most = 1e-9f;
    for (float sample : samples) {
      most = Math.max(most, Math.abs(sample));
    }
    int fade = Math.min(samples.length / 2, Pcm.RATE_HZ * 30 / 1000);
    for (int i = 0; i < samples.length; i++) {
      double edge = Math.min(1, Math.min(i, samples.length - 1 - i) / (double) fade);
      samples[i] = (float) (samples[i] / most * PEAK * edge);
    }
    return samples;
  }

  private interface Wave {
    double at(double seconds);
  }

  private static float[] sampled(double seconds, Wave wave) {
    float[] samples = new float[(int) (seconds * Pcm.RATE_HZ)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) wave.at(i / (double) Pcm.RATE_HZ);
    }
    return samples;
  }

  private static double sine(double hz, double t) {
    return Math.sin(2 * Math.PI * hz * t);
  }

  private static float[] bells(double seconds, double... partials) {
    return sampled(
        seconds,
        t -> {
          double sum = 0;
          for (int i = 0; i < partials.length; i++) {
            sum += sine(partials[i], t) * Math.exp(-t * (2 + 1.5 * i)) / (i + 1);
          }
          return sum;
        });
  }

  /** Noise through a one-pole low pass, swelling and falling like gusts. */
  private static float[] noise(double seconds, double openness, double gust) {
    SplittableRandom random = new SplittableRandom(5);
    double[] kept = new double[2];
    return sampled(
        seconds,
        t -> {
          double wide = openness * (1 + gust * sine(0.4, t));
          kept[0] += wide * (random.nextDouble(-1, 1) - kept[0]);
          kept[1] += wide * (kept[0] - kept[1]);
          return kept[1] * (1 - gust + gust * (0.5 - 0.5 * Math.cos(2 * Math.PI * t / seconds)));
        });
  }

  private static float[] strokes(double seconds, int count, double apart, double hz, double decay) {
    return sampled(
        seconds,
        t -> {
          double sum = 0;
          for (int i = 0; i < count; i++) {
            double since = t - 0.03 - i * apart;
            sum += since < 0 ? 0 : sine(hz, since) * Math.exp(-decay * since);
          }
          return sum;
        });
  }

  private static float[] splash(double seconds) {
    SplittableRandom random = new SplittableRandom(9);
    double[] kept = new double[1];
    return sampled(
        seconds,
        t -> {
          kept[0] += (0.6 * Math.exp(-3 * t) + 0.03) * (random.nextDouble(-1, 1) - kept[0]);
          return kept[0] * Math.exp(-4 * t);
        });
  }

  private static float[] birds(double seconds) {
    return sampled(
        seconds,
        t -> {
          double in = t % 0.6;
          return in > 0.24
              ? 0
              : sine(2600 + 900 * Math.sin(in * 26), in) * Math.sin(Math.PI * in / 0.24);
        });
  }

  private static float[] heartbeat(double seconds) {
    return sampled(
        seconds,
        t -> {
          double in = t % 0.8;
          double second = in - 0.22;
          return sine(70, in) * Math.exp(-22 * in)
              + (second < 0 ? 0 : 0.7 * sine(62, second) * Math.exp(-22 * second));
        });
  }
}
