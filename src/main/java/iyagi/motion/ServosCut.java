package iyagi.motion;

/**
 * The pulses have been cut by another thread than the one that moves: nothing was sent, and every
 * servo counts as limp. The next pose powers them again, softly.
 */
public final class ServosCut extends RuntimeException {
  ServosCut(String why) {
    super(why);
  }
}
