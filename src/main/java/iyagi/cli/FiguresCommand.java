package iyagi.cli;

import iyagi.collect.Figures;
import iyagi.collect.Ledger;
import iyagi.service.Desk;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what the collected reports come to. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description = {
      "Says what the collected sessions of a month or a year come to, by the clock of this machine.",
      "A session that was too short is a trial and counted apart; one that goes on after an"
          + " interruption is not counted again, but its minutes are."
    },
    footer = {
      "",
      "Examples:",
      "  iyagi collect figures --month 2026-11",
      "  iyagi collect figures --year 2026 --csv > 2026.csv"
    })
final class FiguresCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;
  @Mixin private LedgerOption ledger;

  @ArgGroup(multiplicity = "1")
  private Period period;

  @ArgGroup private Format format = new Format();

  /** Which time. */
  static final class Period {
    @Option(names = "--month", paramLabel = "YYYY-MM", description = "One month.")
    private String month;

    @Option(names = "--year", paramLabel = "YYYY", description = "One year, month by month.")
    private String year;
  }

  /** How it is written. */
  static final class Format {
    @Option(names = "--csv", description = "As a table for a spreadsheet, every combination a row.")
    private boolean csv;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;
  }

  FiguresCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Figures figures;
    try (Ledger kept = ledger.open(desk, false)) {
      ZoneId zone = ZoneId.systemDefault();
      figures =
          period.month != null
              ? Figures.of(kept, month(period.month), zone)
              : Figures.of(kept, year(period.year), zone);
    } catch (Ledger.Unkept trouble) {
      Complaint.say(spec.commandLine().getErr(), trouble.getMessage() + ".");
      return Exit.PROBLEM;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(written(figures));
    out.flush();
    return Exit.OK;
  }

  private String written(Figures figures) {
    if (format.csv) {
      return figures.csv();
    }
    return format.json ? figures.json() + "\n" : FiguresTable.of(figures);
  }

  private YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw wrong("--month " + text + " is no month; write it as 2026-11");
    }
  }

  private Year year(String text) {
    try {
      return Year.parse(text);
    } catch (DateTimeException e) {
      throw wrong("--year " + text + " is no year; write it as 2026");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
