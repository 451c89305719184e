package iyagi.cli;

import iyagi.collect.Figures;
import iyagi.collect.Figures.By;
import iyagi.collect.Figures.Sum;
import iyagi.service.Plural;
import java.util.Map;

/** Figures for reading. */
final class FiguresTable {
  private static final String ROW = "  %-24s %9s %10s %8s %9s %10s%n";

  private FiguresTable() {}

  static String of(Figures figures) {
    StringBuilder table = new StringBuilder();
    Sum all = figures.total();
    table.append("%s: %s%n".formatted(figures.period(), Plural.of(all.sessions(), "session")));
    if (figures.rows().isEmpty()) {
      return table.append("Nothing was reported for this time.%n".formatted()).toString();
    }
    table.append(ROW.formatted("", "sessions", "completed", "minutes", "children", "grown-ups"));
    row(table, "all", all);
    for (By by : By.values()) {
      if (by == By.MONTH && figures.oneMonth()) {
        continue;
      }
      table.append("by %s%n".formatted(by.words()));
      for (Map.Entry<String, Sum> entry : figures.by(by).entrySet()) {
        row(table, entry.getKey().isEmpty() ? "(not given)" : entry.getKey(), entry.getValue());
      }
    }
    return table
        .append(
            "%s, not counted above. Heads were counted in %s.%n"
                .formatted(Plural.of(all.trials(), "trial"), Plural.of(all.counted(), "session")))
        .toString();
  }

  private static void row(StringBuilder table, String name, Sum sum) {
    table.append(
        ROW.formatted(
            name, sum.sessions(), sum.completed(), sum.minutes(), sum.children(), sum.grownUps()));
  }
}
