package iyagi.cli;

import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.Plural;
import iyagi.session.Figures;
import iyagi.session.Figures.By;
import iyagi.session.Remembered;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The figures of a month or a year. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description =
        "The figures of a month or a year of this robot, for the library's return: sessions, minutes"
            + " and attendance, also by kind, age band, language, story and result.",
    footer = {
      "",
      "Examples:",
      "  iyagi stats --month 2026-11",
      "  iyagi stats --year 2026 --csv > return-2026.csv"
    })
final class StatsCommand implements Callable<Integer> {
  private final Desk desk;

  @ArgGroup(multiplicity = "1")
  private Period period;

  @ArgGroup private Shape shape = new Shape();

  @Mixin private MemoryAtHand at;

  @Spec private CommandSpec spec;

  /** Either of them. */
  private static final class Period {
    @Option(names = "--month", paramLabel = "YYYY-MM", description = "A month, as 2026-11.")
    private String month;

    @Option(names = "--year", paramLabel = "YYYY", description = "A year, as 2026.")
    private String year;
  }

  /** At most one of them. */
  private static final class Shape {
    @Option(names = "--csv", description = "As CSV, for a spreadsheet.")
    private boolean csv;

    @Option(names = "--json", description = "As JSON, for a script.")
    private boolean json;
  }

  private record Span(String words, LocalDate from, LocalDate before) {}

  StatsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Optional<Span> span = span();
    if (span.isEmpty()) {
      Complaint.say(
          spec.commandLine().getErr(),
          "A month is written as 2026-11 and a year as 2026; found was '"
              + (period.month == null ? period.year : period.month)
              + "'.");
      return Exit.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    return at.with(desk, (memory, _) -> print(memory, span.get(), out));
  }

  private Optional<Span> span() {
    try {
      if (period.month != null) {
        YearMonth month = YearMonth.parse(period.month);
        return Optional.of(
            new Span(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1)));
      }
      Year year = Year.parse(period.year);
      return Optional.of(new Span(year.toString(), year.atDay(1), year.plusYears(1).atDay(1)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private int print(Memory memory, Span span, PrintWriter out) {
    List<Remembered> sessions = memory.sessions().between(span.from(), span.before());
    Figures all = Figures.of(sessions);
    Map<By, Map<String, Figures>> apart = new EnumMap<>(By.class);
    for (By by : By.values()) {
      apart.put(by, Figures.of(sessions, by));
    }
    if (shape.json) {
      out.println(SessionJson.figures(span.words(), all, apart));
    } else if (shape.csv) {
      out.println("period,by,what," + CSV_FIGURES);
      out.println(span.words() + ",all,all," + csv(all));
      apart.forEach(
          (by, groups) ->
              groups.forEach(
                  (what, figures) ->
                      out.println(
                          span.words() + "," + by.word() + "," + cell(what) + "," + csv(figures))));
    } else {
      words(span, all, apart, out);
    }
    out.flush();
    return Exit.OK;
  }

  private static final String CSV_FIGURES =
      "sessions,completed,minutes,children,grown-ups,sessions counted,trials,dates estimated";

  private static String csv(Figures f) {
    return "%d,%d,%d,%d,%d,%d,%d,%d"
        .formatted(
            f.sessions(),
            f.completed(),
            f.minutes(),
            f.children(),
            f.grownUps(),
            f.counted(),
            f.trials(),
            f.estimated());
  }

  /** A cell that no spreadsheet takes for a formula. */
  private static String cell(String text) {
    String safe = text.matches("[-=+@].*") ? "'" + text : text;
    return safe.matches(".*[\",\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static void words(
      Span span, Figures all, Map<By, Map<String, Figures>> apart, PrintWriter out) {
    out.println(
        span.words()
            + ": "
            + Plural.of(all.sessions(), "session")
            + ", "
            + all.completed()
            + " read to the end, "
            + Plural.of(all.minutes(), "minute")
            + ".");
    out.println(
        "Attendance: "
            + all.children()
            + " children and "
            + all.grownUps()
            + " grown-ups, counted at "
            + Plural.of(all.counted(), "session")
            + ".");
    if (all.trials() > 0) {
      out.println("Not in these: " + Plural.of(all.trials(), "start") + " of a few seconds.");
    }
    if (all.estimated() > 0) {
      out.println(
          "Of these, "
              + Plural.of(
                  all.estimated(), "session has a date that is", "sessions have dates that are")
              + " a guess: the robot did not know the time.");
    }
    apart.forEach((by, groups) -> table(by, groups, out));
  }

  private static void table(By by, Map<String, Figures> groups, PrintWriter out) {
    if (groups.isEmpty()) {
      return;
    }
    int widest = groups.keySet().stream().mapToInt(String::length).max().orElse(0);
    String row = "  %-" + Math.max(widest, 12) + "s %9s %9s %9s %9s %9s%n";
    out.printf(
        "%n" + row, "by " + by.word(), "sessions", "to end", "minutes", "children", "grown-ups");
    groups.forEach(
        (what, f) ->
            out.printf(
                row, what, f.sessions(), f.completed(), f.minutes(), f.children(), f.grownUps()));
  }
}
