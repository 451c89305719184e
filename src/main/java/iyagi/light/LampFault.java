package iyagi.light;

import iyagi.words.Explained;
import iyagi.words.Sentence;

/** Lamps that cannot be reached. */
public final class LampFault extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  /** With the device's own reason. */
  public LampFault(Sentence sentence, Throwable cause) {
    super(sentence.toString(), cause);
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
