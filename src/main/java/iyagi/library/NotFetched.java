package iyagi.library;

import iyagi.words.Explained;
import iyagi.words.Sentence;

/** Why a package was not fetched; its message ends the sentence "… was not installed: ". */
final class NotFetched extends Exception implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  NotFetched(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
