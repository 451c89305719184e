package iyagi.narration;

import iyagi.words.Sentence;
import java.io.IOException;

/** A recording that cannot be used, and why. */
public final class Unusable extends IOException {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  Unusable(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  /** Why, in any language. */
  public Sentence sentence() {
    return sentence;
  }
}
