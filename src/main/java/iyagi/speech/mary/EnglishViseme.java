package iyagi.speech.mary;

import iyagi.speech.Viseme;

/**
 * The mouth's shape for each phone of MaryTTS' American English (a SAMPA set of 39 and a pause).
 */
final class EnglishViseme {
  private EnglishViseme() {}

  /**
   * The shape for a phone.
   *
   * @throws IllegalArgumentException for a symbol outside the set
   */
  static Viseme of(String phone) {
    return switch (phone) {
      case "_" -> Viseme.SILENCE;
      case "p", "b", "m" -> Viseme.BILABIAL;
      case "f", "v" -> Viseme.LABIODENTAL;
      case "T", "D" -> Viseme.DENTAL;
      case "t", "d", "n", "l", "s", "z" -> Viseme.ALVEOLAR;
      case "S", "Z", "tS", "dZ" -> Viseme.POSTALVEOLAR;
      case "k", "g", "N", "h" -> Viseme.VELAR;
      case "r", "w", "j" -> Viseme.APPROXIMANT;
      case "i", "I" -> Viseme.CLOSE_VOWEL;
      case "u", "U" -> Viseme.ROUNDED_VOWEL;
      case "E", "V", "@", "r=", "@U", "EI", "O", "OI" -> Viseme.MID_VOWEL;
      case "{", "A", "aU", "AI" -> Viseme.OPEN_VOWEL;
      default -> throw new IllegalArgumentException("unknown phone '" + phone + "'");
    };
  }
}
