package iyagi.cli;

import iyagi.program.Due;
import iyagi.program.Entry;
import iyagi.program.Holiday;
import iyagi.program.Item;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.RunSheet;
import iyagi.program.When;
import iyagi.program.Words;
import iyagi.service.Minutes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The programme in plain words. */
final class ProgrammeLines {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final int LATEST = 10;

  private ProgrammeLines() {}

  static List<String> list(Programme programme, List<Due> due, List<Entry> latest) {
    List<String> lines = new ArrayList<>();
    if (programme.plans().isEmpty()) {
      lines.add("Nothing is planned yet; see: iyagi programme add --help");
    }
    for (Plan plan : programme.plans()) {
      lines.add(plan(plan));
    }
    lines.add(due.isEmpty() ? "Nothing comes up." : "Next:");
    due.forEach(each -> lines.add("  " + due(each)));
    if (!latest.isEmpty()) {
      lines.add("Lately:");
      latest.stream().limit(LATEST).forEach(each -> lines.add("  " + entry(programme, each)));
    }
    return lines;
  }

  private static String plan(Plan plan) {
    String days =
        switch (plan.when()) {
          case When.Once(var date) -> "on " + date;
          case When.Weekly(var day, var from, var until) ->
              "every "
                  + Words.day(day)
                  + from.map(date -> " from " + date).orElse("")
                  + until.map(date -> " until " + date).orElse("");
        };
    String items =
        String.join(", ", plan.arc().items().stream().map(ProgrammeLines::item).toList());
    return "%s: '%s' %s at %s, at most %d minutes, in %s%s: %s"
        .formatted(
            plan.id(),
            plan.title(),
            days,
            plan.start(),
            plan.cap().toMinutes(),
            plan.language(),
            plan.manner().map(manner -> ", " + manner.word()).orElse(""),
            items);
  }

  private static String item(Item item) {
    return switch (item) {
      case Item.Story(String name) -> name;
      case Item.Song(String name) -> "song " + name;
      case Item.Stretch(String name) -> name;
      case Item.Question question -> "\"" + question.ask() + "\"";
    };
  }

  private static String due(Due due) {
    String left = due.words().toString();
    return time(due.occasion().local())
        + "  "
        + due.occasion().plan().title()
        + (left.isEmpty() ? "" : "  (" + left + ")");
  }

  private static String entry(Programme programme, Entry entry) {
    String title = programme.plan(entry.plan()).map(Plan::title).orElse(entry.plan());
    return time(entry.when()) + "  " + title + " " + Words.sentence(entry);
  }

  private static String time(LocalDateTime time) {
    return DAY.format(time);
  }

  static String holiday(Holiday days) {
    return days.from()
        + (days.until().equals(days.from()) ? "" : " to " + days.until())
        + "  "
        + days.name();
  }

  static List<String> sheet(RunSheet sheet) {
    List<String> lines = new ArrayList<>();
    Plan plan = sheet.plan();
    lines.add(plan.title());
    lines.add(
        sheet.date().map(date -> date + ", " + plan.start()).orElse("at " + plan.start())
            + ", about "
            + Math.max(1, Math.round(sheet.length().toSeconds() / 60.0))
            + " of "
            + plan.cap().toMinutes()
            + " minutes");
    plan.manner().ifPresent(manner -> lines.add("for whom: " + manner.word()));
    plan.words().announcement().ifPresent(each -> lines.add("announced: " + each));
    plan.materials().forEach(each -> lines.add("[ ] " + each));
    for (RunSheet.Line line : sheet.lines()) {
      lines.add("");
      lines.add(
          Minutes.clock(line.from())
              + "  "
              + line.title()
              + (line.found() ? "" : "  (not here, or with mistakes: it will be left out)"));
      if (!line.words().isEmpty()) {
        lines.add("      says: " + line.words());
      }
      line.questions().forEach(each -> lines.add("      asks: " + each));
      line.prompts().forEach(each -> lines.add("      for grown-ups: " + each));
    }
    if (sheet.tooLong()) {
      lines.add("");
      lines.add("This is longer than planned: the robot will end a story early to say goodbye.");
    }
    return lines;
  }
}
