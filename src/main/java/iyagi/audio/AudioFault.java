package iyagi.audio;

import iyagi.words.Explained;
import iyagi.words.Sentence;

/** A sound device that could not be opened or that went away. */
public final class AudioFault extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  /** With the device's own reason. */
  public AudioFault(Sentence sentence, Throwable cause) {
    super(sentence.toString(), cause);
    this.sentence = sentence;
  }

  /** Without a further reason. */
  public AudioFault(Sentence sentence) {
    this(sentence, null);
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
