package iyagi.program;

import iyagi.words.Sentence;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a programme, in a librarian's words. */
public final class Words {
  private Words() {}

  /** "Tuesday". */
  public static String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static Sentence over(Plan plan, Entry entry) {
    return Sentence.of("Programme '{0}' {1}.", plan.title(), told(entry));
  }

  /** "is over", "was missed, because it was quiet hours". */
  public static String sentence(Entry entry) {
    return told(entry).toString();
  }

  private static Sentence told(Entry entry) {
    Sentence because =
        entry
            .reason()
            .map(why -> Sentence.of(", because {0}", why.told()))
            .orElse(Sentence.NOTHING);
    return switch (entry.state()) {
      case ANNOUNCED -> Sentence.of("has been announced");
      case WAITING -> Sentence.of("waits{0}", because);
      case BEGUN -> Sentence.of("is under way");
      case COMPLETED -> Sentence.of("is over");
      case BROKEN_OFF -> Sentence.of("ended early{0}", because);
      case MISSED -> Sentence.of("was missed{0}", because);
    };
  }

  static Sentence missed(Optional<Plan> plan, Entry entry) {
    return Sentence.of(
        "Programme '{0}' of {1}, {2} {3}.",
        plan.map(Plan::title).orElse(entry.plan()),
        entry.when().toLocalDate(),
        entry.when().toLocalTime(),
        told(entry));
  }
}
