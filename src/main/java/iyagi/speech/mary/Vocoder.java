package iyagi.speech.mary;

import marytts.htsengine.HMMData;
import marytts.htsengine.HTSPStream;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSVocoder;

/**
 * From MaryTTS' frames to samples: excitation and mel log spectrum filter. Equals MaryTTS' own
 * vocoder sample for sample (a test compares them) and takes a fraction of its time, which was 87 %
 * of all synthesis. Only for voices with mixed excitation and mel-cepstra, as ours.
 */
final class Vocoder {
  private Vocoder() {}

  /**
   * Makes the sound.
   *
   * @param frames pitch, spectrum, strengths and voicing, 5 ms each; only read
   * @param voice its constants
   * @param alpha frequency warping constant
   */
  static double[] sound(HTSParameterGeneration frames, HMMData voice, double alpha) {
    HTSPStream spectrum = frames.getMcepPst();
    int frame = voice.getFperiod();
    int order = spectrum.getOrder();
    double[] sound = new double[spectrum.getT() * frame];
    Excitation source = new Excitation(voice.getMixFilters(), voice.getOrderFilters(), frame);
    MlsaFilter mouth = new MlsaFilter(order, alpha);
    double[] excitation = new double[frame];
    double[] coefficients = new double[order];
    boolean[] voiced = frames.getVoicedArray();
    for (int t = 0, v = 0; t < spectrum.getT(); t++) {
      double period = voiced[t] ? voice.getRate() / Math.exp(frames.getlf0Pst().getPar(v++, 0)) : 0;
      source.next(period, row(frames.getStrPst(), t), excitation);
      double[] target = coefficients(row(spectrum, t), alpha, voice.getBeta());
      filter(mouth, excitation, coefficients, target, sound, t * frame);
      coefficients = target;
    }
    return sound;
  }

  private static double[] row(HTSPStream stream, int t) {
    double[] row = new double[stream.getOrder()];
    for (int i = 0; i < row.length; i++) {
      row[i] = stream.getPar(t, i);
    }
    return row;
  }

  private static double[] coefficients(double[] cepstrum, double alpha, double beta) {
    double[] b = new double[cepstrum.length];
    HTSVocoder.postfilter_mgc(cepstrum, cepstrum.length - 1, alpha, beta);
    HTSVocoder.mc2b(cepstrum, b, cepstrum.length - 1, alpha);
    return b;
  }

  /** One frame; the coefficients go in a straight line from those at its start to its end. */
  private static void filter(
      MlsaFilter mouth, double[] excitation, double[] from, double[] to, double[] sound, int at) {
    double[] step = new double[from.length];
    for (int i = 0; i < step.length; i++) {
      step[i] = (to[i] - from[i]) / excitation.length;
    }
    double[] b = from.clone();
    for (int n = 0; n < excitation.length; n++) {
      double x = excitation[n];
      sound[at + n] = mouth.next(x == 0 ? x : x * Math.exp(b[0]), b);
      for (int i = 0; i < b.length; i++) {
        b[i] += step[i];
      }
    }
  }
}
