package iyagi.collect;

import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What sessions come to in a time.
 *
 * @param period "2026-11" or "2026"
 * @param rows by month, and within it as the ledger gives them
 */
public record Figures(String period, List<Row> rows) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HEAD =
      "month,robot,kind,language,ages,story,result,trial,resumed,sessions,minutes,"
          + "sessions_with_heads_counted,children,grown_ups";

  /** Copies the rows. */
  public Figures {
    rows = List.copyOf(rows);
  }

  /**
   * One tally.
   *
   * @param month "2026-11"
   */
  public record Row(String month, Tally tally) {}

  /**
   * A sum.
   *
   * @param sessions readings that began here: no trials, no resumptions
   * @param minutes that were read in them and in resumptions
   * @param counted for how many sessions somebody counted heads
   */
  public record Sum(
      long sessions,
      long completed,
      long minutes,
      long counted,
      long children,
      long grownUps,
      long trials) {}

  /** What sums are made by. */
  public enum By {
    MONTH("month"),
    ROBOT("robot"),
    KIND("kind"),
    LANGUAGE("language"),
    AGES("age band"),
    STORY("story"),
    RESULT("result");

    private final String words;

    By(String words) {
      this.words = words;
    }

    private String key(Row row) {
      return switch (this) {
        case MONTH -> row.month();
        case ROBOT -> row.tally().robot();
        case KIND -> row.tally().kind();
        case LANGUAGE -> row.tally().language();
        case AGES -> row.tally().ages();
        case STORY -> row.tally().story();
        case RESULT -> row.tally().result();
      };
    }

    /** For people: "age band". */
    public String words() {
      return words;
    }
  }

  /** Those of a month, by the clocks of a zone. */
  public static Figures of(Ledger ledger, YearMonth month, ZoneId zone) {
    return new Figures(month.toString(), rows(ledger, month, zone));
  }

  /** Those of a year, by the clocks of a zone. */
  public static Figures of(Ledger ledger, Year year, ZoneId zone) {
    List<Row> rows = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      rows.addAll(rows(ledger, year.atMonth(month), zone));
    }
    return new Figures(year.toString(), rows);
  }

  private static List<Row> rows(Ledger ledger, YearMonth month, ZoneId zone) {
    return ledger
        .tallies(
            month.atDay(1).atStartOfDay(zone).toInstant(),
            month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
        .stream()
        .map(tally -> new Row(month.toString(), tally))
        .toList();
  }

  /** Whether there is only one month in it. */
  public boolean oneMonth() {
    return period.contains("-");
  }

  /** All together. */
  public Sum total() {
    return sum(rows);
  }

  /** Apart by something, in the order of its words. */
  public Map<String, Sum> by(By by) {
    Map<String, List<Row>> groups = new TreeMap<>();
    rows.forEach(row -> groups.computeIfAbsent(by.key(row), _ -> new ArrayList<>()).add(row));
    Map<String, Sum> sums = new TreeMap<>();
    groups.forEach((key, group) -> sums.put(key, sum(group)));
    return sums;
  }

  private static Sum sum(List<Row> rows) {
    long sessions = 0;
    long completed = 0;
    long seconds = 0;
    long counted = 0;
    long children = 0;
    long grownUps = 0;
    long trials = 0;
    for (Row row : rows) {
      Tally tally = row.tally();
      if (tally.trial()) {
        trials += tally.sessions();
        continue;
      }
      sessions += tally.readings();
      completed += tally.completed();
      seconds += tally.seconds();
      counted += tally.counted();
      children += tally.children();
      grownUps += tally.grownUps();
    }
    return new Sum(sessions, completed, minutes(seconds), counted, children, grownUps, trials);
  }

  private static long minutes(long seconds) {
    return Math.round(seconds / 60.0);
  }

  /** All rows for a spreadsheet (RFC 4180). */
  public String csv() {
    StringBuilder table = new StringBuilder(HEAD).append("\r\n");
    for (Row row : rows) {
      Tally t = row.tally();
      List<Object> cells =
          List.of(
              row.month(),
              t.robot(),
              t.kind(),
              t.language(),
              t.ages(),
              t.story(),
              t.result(),
              t.trial(),
              t.resumed(),
              t.sessions(),
              minutes(t.seconds()),
              t.counted(),
              t.children(),
              t.grownUps());
      table.append(String.join(",", cells.stream().map(Figures::cell).toList())).append("\r\n");
    }
    return table.toString();
  }

  /** Quoted where need be; what a spreadsheet would take for a formula begins with a quote. */
  private static String cell(Object value) {
    String text = value.toString();
    if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The sums and all rows as JSON. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("period", period);
    all.put("total", total());
    for (By by : By.values()) {
      all.put("by " + by.words(), by(by));
    }
    all.put("rows", rows);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }
}
