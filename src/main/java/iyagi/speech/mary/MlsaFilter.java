package iyagi.speech.mary;

/**
 * The mel log spectrum approximation filter, which turns an excitation into speech: S. Imai, K.
 * Sumita and C. Furuichi, "Mel log spectrum approximation (MLSA) filter for speech synthesis",
 * 1983, with the Padé approximation of order 5 and its modified coefficients as in the Speech
 * Signal Processing Toolkit. Gives the very samples of MaryTTS' own vocoder for a fraction of the
 * work: the five stages do not depend on each other within a sample, so they run abreast. One
 * sound, one thread.
 */
final class MlsaFilter {
  private static final int STAGES = 5;

  /** For stages 1 to 5. */
  private static final double[] PADE = {
    0, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721
  };

  private final double alpha;
  private final double rest;
  private final int last;

  /** First basic filter, for the first coefficient: delays and outputs of its stages. */
  private final double[] delay = new double[STAGES + 1];

  private final double[] first = new double[STAGES + 1];

  /** Second basic filter, for all others: delays of all stages side by side, outputs. */
  private final double[] taps;

  private final double[] second = new double[STAGES + 1];

  /**
   * A filter at rest.
   *
   * @param order of the coefficients, with the gain
   * @param alpha frequency warping constant
   */
  MlsaFilter(int order, double alpha) {
    this.alpha = alpha;
    this.rest = 1 - alpha * alpha;
    this.last = order - 1;
    this.taps = new double[(order + 1) * STAGES];
  }

  /** The next sample of speech for a sample of excitation, its gain already applied. */
  double next(double excitation, double[] b) {
    return others(firstOnly(excitation, b[1]), b);
  }

  private double firstOnly(double excitation, double b1) {
    double x = excitation;
    double out = 0;
    for (int i = STAGES; i > 0; i--) {
      delay[i] = rest * first[i - 1] + alpha * delay[i];
      first[i] = delay[i] * b1;
      double v = first[i] * PADE[i];
      x += (i & 1) == 1 ? v : -v;
      out += v;
    }
    first[0] = x;
    return out + x;
  }

  private double others(double excitation, double[] b) {
    stages(b);
    double x = excitation;
    double out = 0;
    for (int i = STAGES; i > 0; i--) {
      double v = second[i] * PADE[i];
      x += (i & 1) == 1 ? v : -v;
      out += v;
    }
    second[0] = x;
    return out + x;
  }

  /** Each stage takes what the stage before it gave at the last sample. */
  private void stages(double[] b) {
    double[] d = taps;
    double a = alpha;
    double p1 = rest * second[0] + a * d[5];
    double p2 = rest * second[1] + a * d[6];
    double p3 = rest * second[2] + a * d[7];
    double p4 = rest * second[3] + a * d[8];
    double p5 = rest * second[4] + a * d[9];
    d[5] = p1;
    d[6] = p2;
    d[7] = p3;
    d[8] = p4;
    d[9] = p5;
    double y1 = 0;
    double y2 = 0;
    double y3 = 0;
    double y4 = 0;
    double y5 = 0;
    int at = 2 * STAGES;
    for (int i = 2; i <= last; i++, at += STAGES) {
      double c = b[i];
      double n1 = d[at] + a * (d[at + 5] - p1);
      double n2 = d[at + 1] + a * (d[at + 6] - p2);
      double n3 = d[at + 2] + a * (d[at + 7] - p3);
      double n4 = d[at + 3] + a * (d[at + 8] - p4);
      double n5 = d[at + 4] + a * (d[at + 9] - p5);
      d[at] = p1;
      d[at + 1] = p2;
      d[at + 2] = p3;
      d[at + 3] = p4;
      d[at + 4] = p5;
      y1 += n1 * c;
      y2 += n2 * c;
      y3 += n3 * c;
      y4 += n4 * c;
      y5 += n5 * c;
      p1 = n1;
      p2 = n2;
      p3 = n3;
      p4 = n4;
      p5 = n5;
    }
    d[at] = p1;
    d[at + 1] = p2;
    d[at + 2] = p3;
    d[at + 3] = p4;
    d[at + 4] = p5;
    second[1] = y1;
    second[2] = y2;
    second[3] = y3;
    second[4] = y4;
    second[5] = y5;
  }
}
