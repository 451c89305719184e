package iyagi.speech.mary;

import java.io.InputStream;
import marytts.htsengine.HMMData;

/**
 * The voice's constants for the vocoder, with another frequency warping: a longer or shorter vocal
 * tract. The voice's own object is shared by all threads and stays untouched.
 */
final class WarpedModel extends HMMData {
  private final HMMData voice;
  private final double shift;

  WarpedModel(HMMData voice, double shift) {
    this.voice = voice;
    this.shift = shift;
  }

  @Override
  public double getAlpha() {
    return voice.getAlpha() + shift;
  }

  @Override
  public int getRate() {
    return voice.getRate();
  }

  @Override
  public int getFperiod() {
    return voice.getFperiod();
  }

  @Override
  public double getBeta() {
    return voice.getBeta();
  }

  @Override
  public int getStage() {
    return voice.getStage();
  }

  @Override
  public double getGamma() {
    return voice.getGamma();
  }

  @Override
  public boolean getUseLogGain() {
    return voice.getUseLogGain();
  }

  @Override
  public boolean getUseMixExc() {
    return voice.getUseMixExc();
  }

  @Override
  public boolean getUseFourierMag() {
    return voice.getUseFourierMag();
  }

  @Override
  public InputStream getPdfStrStream() {
    return voice.getPdfStrStream();
  }

  @Override
  public InputStream getPdfMagStream() {
    return voice.getPdfMagStream();
  }

  @Override
  public int getNumFilters() {
    return voice.getNumFilters();
  }

  @Override
  public int getOrderFilters() {
    return voice.getOrderFilters();
  }

  @Override
  public double[][] getMixFilters() {
    return voice.getMixFilters();
  }

  @Override
  public double getF0Std() {
    return 1;
  }

  @Override
  public double getF0Mean() {
    return 0;
  }
}
