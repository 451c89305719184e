package iyagi.motion;

import iyagi.words.Explained;
import iyagi.words.Sentence;

/**
 * The pulses have been cut by another thread than the one that moves: nothing was sent, and every
 * servo counts as limp. The next pose powers them again, softly.
 */
public final class ServosCut extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  ServosCut(Sentence why) {
    super(why.toString());
    sentence = why;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
