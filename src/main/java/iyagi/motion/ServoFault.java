package iyagi.motion;

import iyagi.words.Explained;
import iyagi.words.Sentence;

/** A servo bus that does not answer. The message names the device and what was expected. */
public final class ServoFault extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  /** With the device's own reason. */
  public ServoFault(Sentence sentence, Throwable cause) {
    super(sentence.toString(), cause);
    this.sentence = sentence;
  }

  /** Without a further reason. */
  public ServoFault(Sentence sentence) {
    this(sentence, null);
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
