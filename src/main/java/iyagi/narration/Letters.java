package iyagi.narration;

import iyagi.narration.Envelope.Stretch;
import iyagi.speech.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a line in time, as if all letters took equally long. */
final class Letters {
  private static final Pattern WORD = Pattern.compile("\\S+");

  /** Where a reader pauses inside a sentence. */
  private static final Pattern COMMA =
      Pattern.compile("[,;:，、…—–]+(?=\\s)|[.!?]+[\"'”’」』)]*(?=\\s)");

  /** A word takes a little time beside its letters. */
  private static final double WORD_ITSELF = 1;

  private Letters() {}

  /** How long a text is, in letters; at least 1. */
  static double in(String text) {
    return Math.max(1, in(text, 0, text.length()));
  }

  private static double in(String text, int from, int to) {
    double sum = 0;
    for (MatchResult word : WORD.matcher(text).region(from, to).results().toList()) {
      sum += weight(word.group());
    }
    return sum;
  }

  /** Quotation marks and dashes are not heard. */
  private static double weight(String word) {
    long letters = word.codePoints().filter(Character::isLetterOrDigit).count();
    return letters == 0 ? 0 : letters + WORD_ITSELF;
  }

  /** Pieces of a text with a comma or the like behind all but the last, as offsets from and to. */
  static List<int[]> clauses(String text) {
    List<int[]> clauses = new ArrayList<>();
    int from = 0;
    for (MatchResult comma : COMMA.matcher(text).results().toList()) {
      if (in(text, from, comma.end()) > 0 && in(text, comma.end(), text.length()) > 0) {
        clauses.add(new int[] {from, comma.end()});
        from = comma.end();
      }
    }
    clauses.add(new int[] {from, text.length()});
    return clauses;
  }

  /**
   * The words of a text. Where as many stretches are heard as commas let expect, each clause is one
   * of them.
   *
   * @param sounding where it is spoken, in seconds
   */
  static List<Word> words(String text, List<Stretch> sounding) {
    List<int[]> clauses = clauses(text);
    List<Word> words = new ArrayList<>();
    if (clauses.size() != sounding.size()) {
      add(words, text, 0, text.length(), sounding);
      return words;
    }
    for (int i = 0; i < clauses.size(); i++) {
      add(words, text, clauses.get(i)[0], clauses.get(i)[1], List.of(sounding.get(i)));
    }
    return words;
  }

  private static void add(
      List<Word> words, String text, int begin, int end, List<Stretch> sounding) {
    double seconds = Sounding.total(sounding) / Math.max(1, in(text, begin, end));
    double spoken = 0;
    for (MatchResult word : WORD.matcher(text).region(begin, end).results().toList()) {
      double weight = weight(word.group());
      if (weight > 0) {
        double from = Sounding.at(sounding, spoken + 1e-6, 0);
        spoken += weight * seconds;
        double to = Math.max(from, Sounding.at(sounding, spoken - 1e-6, 0));
        words.add(new Word(word.start(), word.end(), time(from), time(to)));
      }
    }
  }

  static Duration time(double seconds) {
    return Duration.ofNanos(Math.max(0, Math.round(seconds * 1e9)));
  }
}
