package iyagi.cli;

import iyagi.collect.Collector;
import iyagi.collect.Ledger;
import iyagi.collect.Letter;
import iyagi.report.BrokerAddress;
import iyagi.report.Fact;
import iyagi.report.Spoken;
import iyagi.report.Tempo;
import iyagi.service.Desk;
import iyagi.service.Plural;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Collects the reports of all robots, until it is ended. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    description = {
      "Collects the reports of all robots at a broker into a database, and confirms them to the"
          + " robots. Runs until Ctrl-C.",
      "Several may run side by side with the same --group and one PostgreSQL; each needs a --name"
          + " of its own."
    },
    synopsisSubcommandLabel = "[figures]",
    footer = {
      "",
      "Examples:",
      "  iyagi collect --broker mqtt.library.example --db reports.db",
      "  iyagi collect figures --month 2026-11 --db reports.db"
    })
final class CollectCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Duration STEP = Duration.ofMillis(500);

  private final Desk desk;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOptions broker;
  @Mixin private LedgerOption ledger;

  @Option(
      names = "--name",
      paramLabel = "ID",
      defaultValue = "iyagi-collect",
      description = "This collector's name at the broker. Default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "collect",
      description = "Collectors of one group share the work. Default: ${DEFAULT-VALUE}.")
  private String group;

  CollectCommand(Desk desk) {
    this.desk = desk;
  }

  /** Tells on the screen what a collector does. */
  private record Screen(PrintWriter out) implements Collector.Hears {
    @Override
    public void sentence(String sentence) {
      out.println(sentence);
      out.flush();
    }

    @Override
    public void stored(Letter.Event event) {
      if (event.fact().orElse(null) instanceof Fact.SessionEnded ended) {
        sentence(
            "%s: '%s' (%s), %s, %s%s"
                .formatted(
                    event.robot(),
                    ended.story(),
                    ended.lang(),
                    Spoken.time(Duration.ofSeconds(ended.activeS())),
                    ended.result(),
                    ended.trial() ? ", only a trial" : ""));
      }
    }
  }

  @Override
  public Integer call() {
    check("--name", name);
    check("--group", group);
    BrokerAddress address = broker.address();
    PrintWriter out = spec.commandLine().getOut();
    try (Goodbye goodbye = new Goodbye();
        Ledger kept = ledger.open(desk, true)) {
      // An address or password that is wrong now will not get right by itself; a later failure may.
      kept.open();
      out.println("Connecting to " + address.words() + " as " + name + "; end with Ctrl-C.");
      out.flush();
      Collector collector = collector(address, kept, new Screen(out));
      collect(collector, out);
      return goodbye.endsWith(Exit.OK);
    } catch (Ledger.Unkept trouble) {
      Complaint.say(spec.commandLine().getErr(), trouble.getMessage() + ".");
      return Exit.PROBLEM;
    }
  }

  private Collector collector(BrokerAddress address, Ledger kept, Collector.Hears hears) {
    Watch watch = Watch.system(true);
    return new Collector(
        new Collector.Parts(
            name,
            group,
            desk.post().uplink(address),
            kept,
            desk.clock(),
            () -> watch.now().wall(),
            Tempo.USUAL,
            RandomGenerator.getDefault(),
            hears));
  }

  /** Until the thread is interrupted, as it is when the program is asked to end. */
  private static void collect(Collector collector, PrintWriter out) {
    try {
      while (true) {
        collector.await(STEP);
      }
    } catch (InterruptedException asked) {
      collector.leave();
      Collector.Count count = collector.count();
      out.println(
          "Ended. "
              + Plural.of(count.fresh(), "new report")
              + " stored, "
              + Plural.of(count.again(), "repetition")
              + " known already, "
              + Plural.of(count.unusable(), "message")
              + " that could not be read.");
      out.flush();
    }
  }

  private void check(String option, String value) {
    if (!NAME.matcher(value).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          option + " " + value + ": up to 64 letters, digits, '.', '-' and '_' are allowed");
    }
  }
}
