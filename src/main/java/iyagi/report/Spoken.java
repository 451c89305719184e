package iyagi.report;

import iyagi.words.Sentence;
import java.time.Duration;

/** Times and numbers in messages. */
public final class Spoken {
  private Spoken() {}

  /** "40 s", "3 min", "2 h", "5 days". */
  public static String time(Duration time) {
    return Sentence.of("{0}", time).toString();
  }

  /** "1 report", "12 reports". */
  public static Sentence reports(long count) {
    return count == 1 ? Sentence.of("1 report") : Sentence.of("{0} reports", count);
  }
}
