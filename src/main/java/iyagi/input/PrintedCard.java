package iyagi.input;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number that is printed on a story's card, so that nobody has to teach it: it comes from the
 * story's name and language alone, and is the same on every robot. Digits only: a scanner that
 * pretends to be a keyboard types them alike whatever keyboard it is set to. 24 of them, more than
 * a card of a library or a door has, and four known ones in front; they fit the smallest QR code
 * with a quarter of it damaged (version 1 with level Q holds 27; ISO/IEC 18004, table 7).
 */
public final class PrintedCard {
  /** "IY" in ASCII, as decimal numbers. */
  private static final String MARK = "7389";

  private static final int DIGITS = 20;

  private PrintedCard() {}

  /**
   * The number of a story's card.
   *
   * @param story its id
   * @param language as a tag
   */
  public static CardId of(String story, String language) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((story + "\n" + language).getBytes(StandardCharsets.UTF_8));
      BigInteger number = new BigInteger(1, hash).mod(BigInteger.TEN.pow(DIGITS));
      return new CardId(MARK + "0".repeat(DIGITS - number.toString().length()) + number);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether a card is one that was printed, be its story here or not. */
  public static boolean is(CardId card) {
    return card.number().matches(MARK + "[0-9]{" + DIGITS + "}");
  }
}
