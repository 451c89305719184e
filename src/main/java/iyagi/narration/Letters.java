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

  /** A word takes a little time beside its letters. */
  private static final double WORD_ITSELF = 1;

  private Letters() {}

  /** How long a text is, in letters; at least 1. */
  static double in(String text) {
    double sum = 0;
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      sum += weight(word.group());
    }
    return Math.max(1, sum);
  }

  /** Quotation marks and dashes are not heard. */
  private static double weight(String word) {
    long letters = word.codePoints().filter(Character::isLetterOrDigit).count();
    return letters == 0 ? 0 : letters + WORD_ITSELF;
  }

  /**
   * The words of a text.
   *
   * @param sounding where it is spoken, in seconds
   */
  static List<Word> words(String text, List<Stretch> sounding) {
    List<Word> words = new ArrayList<>();
    double seconds = Sounding.total(sounding) / in(text);
    double spoken = 0;
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      double weight = weight(word.group());
      if (weight > 0) {
        double from = Sounding.at(sounding, spoken + 1e-6, 0);
        spoken += weight * seconds;
        double to = Math.max(from, Sounding.at(sounding, spoken - 1e-6, 0));
        words.add(new Word(word.start(), word.end(), time(from), time(to)));
      }
    }
    return words;
  }

  static Duration time(double seconds) {
    return Duration.ofNanos(Math.max(0, Math.round(seconds * 1e9)));
  }
}
