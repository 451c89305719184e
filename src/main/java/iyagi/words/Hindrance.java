package iyagi.words;

import java.io.IOException;

/** A file or a device that cannot be used, in words for people. */
public final class Hindrance extends IOException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  /** With what Java or the system has said. */
  public Hindrance(Sentence sentence, Throwable cause) {
    super(sentence.toString(), cause);
    this.sentence = sentence;
  }

  /** Found by ourselves. */
  public Hindrance(Sentence sentence) {
    this(sentence, null);
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
