package iyagi.console;

import iyagi.session.Figures;
import iyagi.session.Figures.By;
import iyagi.session.Remembered;
import iyagi.session.SessionLog;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The page *Numbers*: what a month's or a year's sessions come to, for the yearly return. */
final class Numbers implements Part {
  private static final String CSV = ".csv";
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private final Robot robot;
  private final Clerk clerk;
  private final Map<String, Words> words;

  Numbers(Robot robot, Clerk clerk, Map<String, Words> words) {
    this.robot = robot;
    this.clerk = clerk;
    this.words = words;
  }

  @Override
  public String page() {
    return "numbers";
  }

  @Override
  public void routes(Door door) {
    door.page("numbers");
    door.get("/api/numbers", _ -> Answer.json(Map.of("month", here().toString())));
    door.get("/api/numbers/{span}", this::answer);
  }

  private YearMonth here() {
    return YearMonth.from(robot.watch().now().wall().atZone(robot.settings().zone()));
  }

  private Answer answer(Ask ask) {
    String path = ask.path("span");
    if (!path.endsWith(CSV)) {
      return Answer.json(count(span(path)));
    }
    Span span = span(path.substring(0, path.length() - CSV.length()));
    String language =
        ask.query("language").filter(Words.LANGUAGES::contains).orElseGet(ask::language);
    String text =
        new NumbersCsv(words.get(language), Locale.forLanguageTag(language)).text(count(span));
    return Answer.bytes("text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
        .download("iyagi-" + path);
  }

  /**
   * What is counted.
   *
   * @param period "2026-11" or "2026"
   * @param months "2026-01" to "2026-12" of a year; none of a month
   * @param by kind, ages, language, story and result
   */
  record Counted(String period, Figures all, List<Group> months, Map<String, List<Group>> by) {}

  /**
   * One line.
   *
   * @param what as it is remembered: "programme", "2-4", "ko", a story's id
   * @param title of a story, as it was when it was read last; "" of all else
   */
  record Group(String what, String title, Figures figures) {}

  private record Span(String period, LocalDate from, LocalDate before) {
    static Span of(YearMonth month) {
      return new Span(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    static Span of(Year year) {
      return new Span(year.toString(), year.atDay(1), year.plusYears(1).atDay(1));
    }

    boolean year() {
      return before.equals(from.plusYears(1));
    }
  }

  private static Span span(String text) {
    try {
      Span span = text.contains("-") ? Span.of(YearMonth.parse(text)) : Span.of(Year.parse(text));
      if (span.from.getYear() >= FIRST_YEAR && span.from.getYear() <= LAST_YEAR) {
        return span;
      }
      throw new Refused(400, "no-period");
    } catch (DateTimeException none) {
      throw new Refused(400, "no-period");
    }
  }

  private Counted count(Span span) {
    SessionLog log = robot.memory().sessions();
    return clerk.ask(
        () -> {
          List<Remembered> sessions = log.between(span.from, span.before);
          Map<String, List<Group>> by = new LinkedHashMap<>();
          for (By each : By.values()) {
            by.put(each.word(), groups(sessions, each));
          }
          return new Counted(
              span.period,
              Figures.of(sessions),
              span.year() ? months(log, span.from.getYear()) : List.of(),
              by);
        });
  }

  private static List<Group> groups(List<Remembered> sessions, By by) {
    Map<String, String> titles = by == By.STORY ? titles(sessions) : Map.of();
    List<Group> groups = new ArrayList<>();
    Figures.of(sessions, by)
        .forEach(
            (what, figures) -> groups.add(new Group(what, titles.getOrDefault(what, ""), figures)));
    return groups;
  }

  private static Map<String, String> titles(List<Remembered> sessions) {
    Map<String, String> titles = new TreeMap<>();
    sessions.forEach(
        each -> titles.put(each.session().title().story(), each.session().title().title()));
    return titles;
  }

  private static List<Group> months(SessionLog log, int year) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> Span.of(YearMonth.of(year, month)))
        .map(m -> new Group(m.period, "", Figures.of(log.between(m.from, m.before))))
        .toList();
  }
}
