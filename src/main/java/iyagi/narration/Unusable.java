package iyagi.narration;

import iyagi.words.Explained;
import iyagi.words.Sentence;
import java.io.IOException;

/** A recording that cannot be used, and why. */
public final class Unusable extends IOException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  Unusable(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
