package iyagi.program;

import iyagi.words.Sentence;

/** Values that a programme cannot have, in words for a librarian of either language. */
final class Unfit extends IllegalArgumentException {
  private final transient Sentence sentence;

  Unfit(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }
}
