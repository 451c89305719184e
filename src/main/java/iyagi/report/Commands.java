package iyagi.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import iyagi.time.Moment;
import iyagi.time.Watch;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Commands from the library: hostile, repeated, late or malformed ones are answered and do nothing.
 * A repeated command gets the answer that it got first. One thread.
 */
public final class Commands {
  /** All that there are. */
  public static final Set<String> TYPES =
      Set.of(
          "story.start",
          "story.pause",
          "story.resume",
          "story.stop",
          "robot.halt",
          "volume.set",
          "story.fetch",
          "outbox.resend");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Outbox outbox;
  private final Watch watch;
  private final Station station;

  /** Commands for a station, remembered in an outbox. */
  public Commands(Outbox outbox, Watch watch, Station station) {
    this.outbox = outbox;
    this.watch = watch;
    this.station = station;
  }

  /**
   * Whether a message asks for a halt: that is done first and answered afterwards, and doing it
   * twice does no harm. Any thread.
   */
  public static boolean halts(Message message) {
    return !message.retained()
        && message.properties().expiry().isPresent()
        && Json.read(message.body(), Incoming.Command.class)
            .filter(command -> "robot.halt".equals(command.type()))
            .isPresent();
  }

  /**
   * Deals with one message.
   *
   * @return the answer; nothing where there is nobody to answer to, as the command has no id
   */
  public Optional<Outgoing.Result> take(Message message) {
    if (message.body().length > Json.LONGEST_BYTES) {
      return Optional.empty();
    }
    Optional<Incoming.Command> read = Json.read(message.body(), Incoming.Command.class);
    if (read.isEmpty() || read.get().id() == null || !ID.matcher(read.get().id()).matches()) {
      return Optional.empty();
    }
    Incoming.Command command = read.get();
    Optional<Outgoing.Result> before =
        outbox.answered(command.id()).flatMap(text -> Json.read(text, Outgoing.Result.class));
    if (before.isPresent()) {
      return before;
    }
    Station.Answer answer =
        refusal(message, command).map(Station.Answer::refused).orElseGet(() -> obey(command));
    Outgoing.Result result =
        new Outgoing.Result(
            command.id(), answer.status().word(), answer.refusal().map(Refusal::word).orElse(null));
    outbox.answer(command.id(), new String(Json.bytes(result), UTF_8));
    return Optional.of(result);
  }

  private Optional<Refusal> refusal(Message message, Incoming.Command command) {
    if (message.retained()) {
      return Optional.of(Refusal.RETAINED);
    }
    if (message.properties().expiry().isEmpty()) {
      return Optional.of(Refusal.NO_EXPIRY);
    }
    if (command.type() == null || !TYPES.contains(command.type())) {
      return Optional.of(Refusal.UNKNOWN_TYPE);
    }
    return stale(command) ? Optional.of(Refusal.EXPIRED) : Optional.empty();
  }

  /**
   * The broker keeps the time for robots without a clock; where there is one, the sender's own
   * words count, too.
   */
  private boolean stale(Incoming.Command command) {
    Moment now = watch.now();
    if (command.issuedAt() == null || command.ttlS() == null || !now.quality().good()) {
      return false;
    }
    try {
      Duration age = Duration.between(Instant.parse(command.issuedAt()), now.wall());
      return age.compareTo(Duration.ofSeconds(command.ttlS())) > 0;
    } catch (DateTimeException | ArithmeticException unreadable) {
      return true;
    }
  }

  private Station.Answer obey(Incoming.Command command) {
    Incoming.Command whole =
        command.args() == null
            ? new Incoming.Command(
                command.id(),
                command.type(),
                Incoming.Args.NONE,
                command.issuedAt(),
                command.ttlS())
            : command;
    if (whole.type().equals("outbox.resend")) {
      Long from = whole.args().from();
      if (from == null || from < 1) {
        return Station.Answer.refused(Refusal.BAD_ARGS);
      }
      outbox.sendAgain(from);
      return Station.Answer.ACCEPTED;
    }
    return station.obey(whole);
  }
}
