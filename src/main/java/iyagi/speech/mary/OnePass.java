package iyagi.speech.mary;

import iyagi.speech.mary.FrontEnd.Analysis;
import java.util.Arrays;
import java.util.List;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSPStream;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSUttModel;
import marytts.modules.HTSEngine;
import marytts.unitselection.select.Target;
import org.w3c.dom.Element;

/**
 * MaryTTS' models and parameter generation, run once, and a vocoder behind them: the same frames
 * give the sound and its times. Nothing shared is written, so any number of threads may speak at
 * the same time; the vocoder's noise is seeded, so the same sentence gives the same samples.
 */
final class OnePass {
  private final HMMData voice;

  OnePass(HMMData voice) {
    this.voice = voice;
  }

  /**
   * A spoken sentence.
   *
   * @param samples mono at 48 kHz, on the vocoder's own scale of about 20,000
   * @param ends where each segment ends, in samples
   */
  record Take(double[] samples, int[] ends) {}

  /**
   * Speaks an analysed sentence.
   *
   * @throws MaryFault if MaryTTS gives up
   */
  Take speak(Analysis analysis, Delivery delivery, char end) {
    Frames frames = frames(analysis, delivery, end);
    return new Take(sound(frames.parameters(), delivery), ends(frames.models()));
  }

  /** What the vocoder needs, and the models that know how long each segment lasts. */
  record Frames(HTSUttModel models, HTSParameterGeneration parameters) {}

  Frames frames(Analysis analysis, Delivery delivery, char end) {
    try {
      HTSUttModel models = new Models().of(analysis.targets(), analysis.segments(), voice);
      HTSParameterGeneration parameters = new HTSParameterGeneration();
      parameters.htsMaximumLikelihoodParameterGeneration(models, voice);
      Melody.shape(parameters, delivery, end);
      return new Frames(models, parameters);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // the generation declares Exception
      throw new MaryFault("synthesis", e);
    }
  }

  private double[] sound(HTSParameterGeneration frames, Delivery delivery) {
    boolean[] voiced = frames.getVoicedArray();
    if (delivery.whispered()) {
      Arrays.fill(voiced, false);
    }
    breathe(frames.getStrPst(), voiced, delivery);
    return Vocoder.sound(frames, voice, voice.getAlpha() + delivery.tract());
  }

  /** Takes strength from the pulses of voiced frames and so gives it to the noise. */
  private static void breathe(HTSPStream strengths, boolean[] voiced, Delivery delivery) {
    double keep = 1 - delivery.breath();
    for (int t = 0; t < strengths.getT() && keep < 1; t++) {
      for (int band = 0; band < strengths.getOrder(); band++) {
        if (voiced[t] || delivery.whispered()) {
          strengths.setPar(t, band, keep * strengths.getPar(t, band));
        }
      }
    }
  }

  private int[] ends(HTSUttModel models) {
    int[] ends = new int[models.getNumUttModel()];
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      at += models.getUttModel(i).getTotalDur() * voice.getFperiod();
      ends[i] = at;
    }
    return ends;
  }

  /** Opens up the one method of the engine that is needed; it keeps state, so one for each call. */
  private static final class Models extends HTSEngine {
    HTSUttModel of(List<Target> targets, List<Element> segments, HMMData voice) throws Exception {
      return processTargetList(targets, segments, voice);
    }
  }
}
