package iyagi.words;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Korean particle that fits the word before it, by the sound on which that word ends. Digits
 * and Latin letters count as they are read.
 */
final class Particle {
  private static final Pattern BEHIND = Pattern.compile("[^\\p{L}\\p{N}]+$");
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FINALS = 28;
  private static final int FINAL_RIEUL = 8;

  /** Behind a closed syllable, and behind an open one. */
  private record Pair(String closed, String open) {}

  private static final Map<String, Pair> PAIRS =
      Map.of(
          "은", new Pair("은", "는"),
          "이", new Pair("이", "가"),
          "을", new Pair("을", "를"),
          "과", new Pair("과", "와"),
          "으로", new Pair("으로", "로"),
          "이에요", new Pair("이에요", "예요"),
          "이라", new Pair("이라", "라"));

  private enum End {
    OPEN,
    RIEUL,
    CLOSED
  }

  private Particle() {}

  /**
   * The particle.
   *
   * @param particle in the form behind a closed syllable: "은"
   * @throws IllegalArgumentException if there is no such particle
   */
  static String of(String word, String particle) {
    Pair pair = PAIRS.get(particle);
    if (pair == null) {
      throw new IllegalArgumentException("no particle '" + particle + "'");
    }
    End end = end(BEHIND.matcher(word).replaceAll(""));
    boolean open = end == End.OPEN || (end == End.RIEUL && particle.equals("으로"));
    return open ? pair.open() : pair.closed();
  }

  private static End end(String word) {
    if (word.isEmpty()) {
      return End.OPEN;
    }
    int last = word.codePointBefore(word.length());
    if (last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE) {
      int end = (last - FIRST_SYLLABLE) % FINALS;
      return end == 0 ? End.OPEN : end == FINAL_RIEUL ? End.RIEUL : End.CLOSED;
    }
    return switch (Character.toString(last).toLowerCase(Locale.ROOT)) {
      case "1", "7", "8", "l" -> End.RIEUL;
      case "0", "3", "6", "m", "n", "b", "k", "p", "t", "c" -> End.CLOSED;
      default -> End.OPEN;
    };
  }
}
