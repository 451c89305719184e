package iyagi.motion.pi4j;

import iyagi.motion.ServoBus;
import iyagi.words.Sentence;

/** The driver of a servo board on a chip that is not one, for tests of other rooms. */
public final class FakeBoard {
  private FakeBoard() {}

  /** The real driver on a fake chip. */
  public static ServoBus on(FakePca9685 chip) {
    return new Pca9685ServoBus(Pca9685ServoBus.chip(chip, Sentence.plain("a fake PCA9685"), 25e6));
  }
}
