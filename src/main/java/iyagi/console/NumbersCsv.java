package iyagi.console;

import iyagi.session.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures as a spreadsheet opens them, with headings in one language. */
final class NumbersCsv {
  /** Without it, a Korean Excel takes UTF-8 for its own old code. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String LINE_END = "\r\n";

  private static final List<String> COLUMNS =
      List.of(
          "period",
          "by",
          "what",
          "sessions",
          "completed",
          "minutes",
          "children",
          "grown-ups",
          "counted",
          "trials",
          "estimated");

  private final Words words;
  private final Locale locale;

  NumbersCsv(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  String text(Numbers.Counted counted) {
    Stream<String> head = Stream.of(row(COLUMNS.stream().map(c -> say("column-" + c)).toList()));
    String everything = say("by-all");
    Stream<String> all = Stream.of(line(counted.period(), everything, everything, counted.all()));
    Stream<String> months =
        counted.months().stream()
            .map(month -> line(month.what(), say("by-month"), month.what(), month.figures()));
    Stream<String> groups =
        counted.by().entrySet().stream()
            .flatMap(
                by ->
                    by.getValue().stream()
                        .map(
                            group ->
                                line(
                                    counted.period(),
                                    say("by-" + by.getKey()),
                                    what(by.getKey(), group),
                                    group.figures())));
    return Stream.of(head, all, months, groups)
        .flatMap(rows -> rows)
        .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
  }

  private String say(String key) {
    return words.say("numbers." + key);
  }

  private String what(String by, Numbers.Group group) {
    return switch (by) {
      case "kind" -> say("kind-" + group.what());
      case "result" -> say("result-" + group.what());
      case "ages" -> ages(group.what());
      case "language" -> Locale.forLanguageTag(group.what()).getDisplayName(locale);
      case "story" -> group.title();
      default -> throw new IllegalArgumentException("nothing is told apart by " + by);
    };
  }

  /** With a word and a long dash: "2-4" alone would become the second of April. */
  private String ages(String band) {
    return band.matches("[0-9].*")
        ? say("ages-years").replace("{ages}", band.replace('-', '–'))
        : say("ages-none");
  }

  private static String line(String period, String by, String what, Figures f) {
    Stream<String> texts = Stream.of(period, by, what);
    Stream<String> numbers =
        Stream.of(
                f.sessions(),
                f.completed(),
                f.minutes(),
                f.children(),
                f.grownUps(),
                f.counted(),
                f.trials(),
                f.estimated())
            .map(String::valueOf);
    return row(Stream.concat(texts, numbers).toList());
  }

  private static String row(List<String> cells) {
    return cells.stream().map(NumbersCsv::cell).collect(Collectors.joining(",", "", LINE_END));
  }

  /** A cell that no spreadsheet takes for a formula. */
  static String cell(String text) {
    String safe = text.matches("(?s)[-=+@\t\r\n].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
