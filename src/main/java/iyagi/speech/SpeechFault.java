package iyagi.speech;

import iyagi.words.Explained;
import iyagi.words.Sentence;

/** A phrase that could not be spoken. The message says which and why, for a librarian. */
public final class SpeechFault extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  /** With the engine's own reason. */
  public SpeechFault(Sentence sentence, Throwable cause) {
    super(sentence.toString(), cause);
    this.sentence = sentence;
  }

  /** Without a further reason. */
  public SpeechFault(Sentence sentence) {
    this(sentence, null);
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
