package iyagi.program;

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

  static String over(Plan plan, Entry entry) {
    String how = sentence(entry);
    return "Programme '" + plan.title() + "' " + how + ".";
  }

  /** "is over", "was missed, because it was quiet hours". */
  public static String sentence(Entry entry) {
    String because = entry.reason().map(why -> ", because " + why.words()).orElse("");
    return switch (entry.state()) {
      case ANNOUNCED -> "has been announced";
      case WAITING -> "waits" + because;
      case BEGUN -> "is under way";
      case COMPLETED -> "is over";
      case BROKEN_OFF -> "ended early" + because;
      case MISSED -> "was missed" + because;
    };
  }

  static String missed(Optional<Plan> plan, Entry entry) {
    String title = plan.map(Plan::title).orElse(entry.plan());
    return "Programme '"
        + title
        + "' of "
        + entry.when().toLocalDate()
        + ", "
        + entry.when().toLocalTime()
        + " "
        + sentence(entry)
        + ".";
  }
}
