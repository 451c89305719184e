package iyagi.speech;

/**
 * A shape of the mouth, with how far it opens a jaw. The openings order the classes as lip readers'
 * tables do (closed for p b m, small for f v, widest for open vowels); the steps between are ours,
 * to look right on one joint.
 */
public enum Viseme {
  SILENCE(0),
  /** p, b, m: lips shut. */
  BILABIAL(0),
  /** f, v. */
  LABIODENTAL(0.12),
  /** th. */
  DENTAL(0.2),
  /** t, d, n, l, s, z. */
  ALVEOLAR(0.22),
  /** sh, zh, ch, j. */
  POSTALVEOLAR(0.25),
  /** k, g, ng, h. */
  VELAR(0.35),
  /** r, w, y. */
  APPROXIMANT(0.3),
  /** see, sit. */
  CLOSE_VOWEL(0.4),
  /** blue, book. */
  ROUNDED_VOWEL(0.38),
  /** bed, about, go. */
  MID_VOWEL(0.65),
  /** cat, father, cow. */
  OPEN_VOWEL(1);

  private final double opening;

  Viseme(double opening) {
    this.opening = opening;
  }

  /**
   * How far the jaw opens for it, 0 (shut) to 1 (as far as this robot's mouth goes while speaking).
   */
  public double opening() {
    return opening;
  }
}
