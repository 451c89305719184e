package iyagi.cli;

import iyagi.fleet.Census;
import iyagi.report.Spoken;
import iyagi.service.Minutes;
import iyagi.service.Plural;
import iyagi.time.NanoClock;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is shown of a fleet: a line now and then, and of all that its robots say one sentence in
 * between. Any thread.
 */
final class FleetLines {
  private final PrintWriter out;
  private final NanoClock clock;
  private long beganNanos;
  private Optional<String> said = Optional.empty();
  private final Set<String> speakers = new HashSet<>();

  FleetLines(PrintWriter out, NanoClock clock) {
    this.out = out;
    this.clock = clock;
    begin();
  }

  /** Time is counted from now on. */
  synchronized void begin() {
    beganNanos = clock.nanos();
  }

  /** Something that is no figure. */
  synchronized void sentence(String sentence) {
    out.println(sentence);
    out.flush();
  }

  /** A robot has something to say. */
  synchronized void told(String robot, String sentence) {
    speakers.add(robot);
    if (said.isEmpty()) {
      said = Optional.of(robot + " says: " + sentence);
    }
  }

  /** How they stand, behind what they have said since the last line. */
  synchronized void line(Census now) {
    said.ifPresent(
        first ->
            sentence(
                "      "
                    + first
                    + (speakers.size() > 1
                        ? " (" + (speakers.size() - 1) + " more have said something, too.)"
                        : "")));
    said = Optional.empty();
    speakers.clear();
    sentence("%5s  %s".formatted(Minutes.clock(since()), words(now)));
  }

  private static String words(Census now) {
    return "%d of %d connected; %s, %s made, %d confirmed, %d waiting; %s"
        .formatted(
            now.connected(),
            now.robots(),
            Plural.of(now.sessions(), "session"),
            Plural.of(now.reports(), "report"),
            now.confirmed(),
            now.waiting(),
            Plural.of(now.again(), "reconnection"));
  }

  /**
   * The summary.
   *
   * @param forgotten whether their memories are deleted
   * @return whether all was confirmed
   */
  synchronized boolean end(Census last, boolean forgotten) {
    sentence(
        "Ended after "
            + Spoken.time(since())
            + ". "
            + Plural.of(last.robots(), "robot")
            + ", "
            + Plural.of(last.sessions(), "session")
            + ", "
            + Plural.of(last.reports(), "report")
            + " made, "
            + last.confirmed()
            + " confirmed, "
            + last.waiting()
            + " waiting, "
            + Plural.of(last.again(), "reconnection")
            + ". Whether anything was lost, the server can say: compare with its figures.");
    if (last.waiting() == 0) {
      return true;
    }
    sentence(
        forgotten
            ? "What still waited is deleted with the robots' memories; with --folder they would keep"
                + " it."
            : "What still waits is kept in the robots' memories and sent when the same --folder is"
                + " given again.");
    return false;
  }

  private Duration since() {
    return Duration.ofNanos(clock.nanos() - beganNanos);
  }
}
