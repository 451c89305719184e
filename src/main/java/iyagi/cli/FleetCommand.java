package iyagi.cli;

import iyagi.fleet.Census;
import iyagi.fleet.Fleet;
import iyagi.fleet.Habits;
import iyagi.report.BrokerAddress;
import iyagi.report.Tempo;
import iyagi.report.Topics;
import iyagi.service.Desk;
import iyagi.service.Plural;
import iyagi.service.Release;
import iyagi.session.SessionLog.Unkept;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Virtual robots, to try out what a broker and a library's server can bear. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = {
      "Lets many virtual robots report to a broker, to try out what it and the library's server can"
          + " bear. They remember and report as real robots do, with made-up sessions; so let them"
          + " not report to a library's own server.",
      "All of them log in with the same name and password or certificate, which therefore needs"
          + " rights to the topics of all of them (iyagi/v1/r/NAME-...)."
    },
    footer = {
      "",
      "Examples:",
      "  iyagi fleet --broker 127.0.0.1 --robots 100",
      "  iyagi fleet --broker 127.0.0.1 --robots 1000 --sessions-per-hour 60 --for 10m",
      "Both need a server beside them: iyagi collect --broker 127.0.0.1 --db trial.db"
    })
final class FleetCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_A_LINE = 5;
  private static final Duration LAST = Duration.ofMinutes(2);

  /** A robot's id has at most 63 characters; its number and a dash take six. */
  private static final int LONGEST_NAME = 57;

  private final Desk desk;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOptions broker;

  @Option(
      names = "--robots",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many, 1 to " + Fleet.MOST_ROBOTS + ". Default: ${DEFAULT-VALUE}.")
  private int robots;

  @Option(
      names = "--sessions-per-hour",
      paramLabel = "X",
      defaultValue = "12",
      description = "How many sessions each of them has, 0.1 to 3600. Default: ${DEFAULT-VALUE}.")
  private double sessions;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Span.class,
      description =
          "Ends by itself after 90s, 10m or 2h, when every report is confirmed or two more minutes"
              + " have gone by. Default: until Ctrl-C.")
  private Duration length;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description =
          "Where their memories lie and stay. Given again, the robots go on with what waits there."
              + " Default: a folder that is deleted at the end.")
  private Path folder;

  @Option(
      names = "--name",
      paramLabel = "WORD",
      defaultValue = "fleet",
      description =
          "What their names begin with; fleets beside each other need different ones."
              + " Default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--without-server",
      description =
          "The broker's acknowledgement counts as a confirmation. Somebody still has to be subscribed"
              + " to the reports, as mosquitto_sub -t 'iyagi/v1/r/+/ev' -q 1.")
  private boolean withoutServer;

  FleetCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    check();
    BrokerAddress address = broker.address();
    PrintWriter err = spec.commandLine().getErr();
    try (Goodbye goodbye = new Goodbye();
        FleetFolder place = FleetFolder.open(Optional.ofNullable(folder), name)) {
      return goodbye.endsWith(run(address, place));
    } catch (FleetFolder.Refused refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    } catch (Unkept trouble) {
      Complaint.say(err, "The robots cannot be made: " + trouble.getMessage() + ".");
      return Exit.PROBLEM;
    }
  }

  private int run(BrokerAddress address, FleetFolder place) {
    FleetLines lines = new FleetLines(spec.commandLine().getOut(), desk.clock());
    lines.sentence("Making " + Plural.of(robots, "robot") + " in " + place.path() + ".");
    Census end;
    try (Fleet fleet = fleet(address, place, lines)) {
      lines.sentence("Connecting to " + address.words() + "; end with Ctrl-C.");
      lines.begin();
      fleet.start();
      watch(fleet, lines);
      end = fleet.census();
    }
    return lines.end(end, place.scratch()) ? Exit.OK : Exit.PROBLEM;
  }

  private Fleet fleet(BrokerAddress address, FleetFolder place, FleetLines lines) {
    Watch watch = Watch.system(true);
    return new Fleet(
        new Fleet.Parts(
            new Fleet.Crew(robots, name, Release.version(), !withoutServer, Habits.of(sessions)),
            place.path(),
            data -> desk.post().memory(data, watch, ZoneOffset.UTC),
            desk.post().uplink(address),
            desk.clock(),
            watch,
            Tempo.USUAL,
            new SplittableRandom(),
            lines::told));
  }

  /** Until their time is over and all is confirmed, or the program is asked to end. */
  private void watch(Fleet fleet, FleetLines lines) {
    try {
      watch(fleet, lines, length == null ? Duration.ofSeconds(Long.MAX_VALUE) : length, false);
      fleet.finish();
      lines.sentence("The time is over. Waiting for the last reports to be confirmed.");
      watch(fleet, lines, LAST, true);
    } catch (InterruptedException asked) {
      lines.sentence("Ending.");
    }
  }

  private static void watch(Fleet fleet, FleetLines lines, Duration most, boolean untilHome)
      throws InterruptedException {
    for (long look = 1; look <= most.toSeconds(); look++) {
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      if (look % LOOKS_A_LINE == 0) {
        lines.line(fleet.census());
      }
      if (untilHome && fleet.census().home()) {
        return;
      }
    }
  }

  private void check() {
    if (robots < 1 || robots > Fleet.MOST_ROBOTS) {
      throw wrong("--robots " + robots + " is outside 1.." + Fleet.MOST_ROBOTS);
    }
    if (!(sessions >= Habits.FEWEST_AN_HOUR && sessions <= Habits.MOST_AN_HOUR)) {
      throw wrong("--sessions-per-hour " + sessions + " is outside 0.1..3600");
    }
    if (name.length() > LONGEST_NAME || !Topics.ID.matcher(name).matches()) {
      throw wrong(
          "--name "
              + name
              + ": up to "
              + LONGEST_NAME
              + " letters, digits, '-' and '_' are allowed, as in fleet");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
