package iyagi.input;

import java.util.Locale;

/**
 * The number that a card gives, upper case letters and digits.
 *
 * <p>A library member may hold their own card to the reader, and that number is nobody's business:
 * so {@link #toString} does not tell it, and no log, message or trace can hold one by accident.
 *
 * @param number 4 to 32 of A to Z and 0 to 9; lower case letters are made upper case
 */
public record CardId(String number) {
  /** What a number looks like. */
  private static final String NUMBER = "[0-9A-Z]{4,32}";

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is none; the message does not tell it
   */
  public CardId {
    number = number.toUpperCase(Locale.ROOT);
    if (!number.matches(NUMBER)) {
      throw new IllegalArgumentException(
          "a card's number of " + number.length() + " characters is not 4 to 32 of A-Z and 0-9");
    }
  }

  /** Whether a {@link CardId} can be made of it. */
  public static boolean isNumber(String text) {
    return text.toUpperCase(Locale.ROOT).matches(NUMBER);
  }

  /** "a card": never the number. */
  @Override
  public String toString() {
    return "a card";
  }
}
