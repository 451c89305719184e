package iyagi.words;

/** Values that something cannot have, in words for people. */
public final class Unfit extends IllegalArgumentException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  /** What was found, and what is allowed. */
  public Unfit(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
