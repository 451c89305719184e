package iyagi.report;

import iyagi.session.SessionLog.Unkept;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;

/**
 * Carries reports to the library, for as long as it takes: connects, sends, waits for the word that
 * each has arrived, and begins again after every loss. One thread calls {@link #step} or {@link
 * #await}; it may block for the network and the disk, never for longer than connecting may take.
 */
public final class Relay {
  /** So long the broker keeps what it has for a robot that is away. */
  static final Duration SESSION_KEPT = Duration.ofDays(7);

  /** So long the broker waits for a robot to come back before it says that it is lost. */
  static final Duration WILL_DELAY = Duration.ofSeconds(20);

  static final int COMMANDS_AT_ONCE = 20;

  private static final Duration MEMORY_RETRY = Duration.ofSeconds(5);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  /**
   * What a relay works with.
   *
   * @param tell takes each sentence for people; told once each until a link has been stable
   */
  public record Parts(
      Identity identity,
      Outbox outbox,
      Uplink uplink,
      Station station,
      NanoClock clock,
      Watch watch,
      Tempo tempo,
      RandomGenerator random,
      Consumer<Sentence> tell) {}

  /**
   * How it stands, for people to see.
   *
   * @param linked whether there is a link to the broker
   * @param words the latest trouble, or where it is connected to
   * @param next when it is tried again, by the wall clock; empty while nothing is planned
   */
  public record Standing(boolean linked, Sentence words, Optional<Instant> next) {}

  private record Mail(long link, LinkEvent event) {}

  private final Parts parts;
  private final Topics topics;
  private final Messages messages;
  private final Backoff backoff;
  private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
  private final Set<Sentence> told = new HashSet<>();
  private volatile Standing standing =
      new Standing(false, Sentence.of("not connected yet"), Optional.empty());

  private Flow flow;
  private Link link;
  private Connection connection;
  private long number;
  private long pauseUntilNanos;
  private boolean stable;
  private boolean inTrouble;

  /** A relay that will make its first attempt within the tempo's spread. */
  public Relay(Parts parts) {
    this.parts = parts;
    topics = new Topics(parts.identity().robot());
    messages = new Messages(topics);
    backoff = new Backoff(parts.tempo(), parts.random());
    pauseUntilNanos = parts.clock().nanos() + backoff.spread().toNanos();
  }

  /** How it stands. Any thread. */
  public Standing standing() {
    return standing;
  }

  /** Waits for something to happen, at most so long, then a step. */
  public void await(Duration most) throws InterruptedException {
    Mail mail = mailbox.poll(most.toNanos(), TimeUnit.NANOSECONDS);
    if (mail != null) {
      guarded(() -> take(mail));
    }
    step();
  }

  /** One step: what has happened, then what is due. */
  public void step() {
    guarded(
        () -> {
          for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            take(mail);
          }
          if (connection != null) {
            work();
          } else if (parts.clock().nanos() - pauseUntilNanos >= 0) {
            connect();
          }
        });
  }

  /** A memory that cannot be used now costs the reports a delay, never the reading anything. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (Unkept trouble) {
      tell(Sentence.of("{0}. Reports wait until it can be used.", trouble.sentence()));
      drop();
      pause(MEMORY_RETRY);
    } catch (RuntimeException bug) {
      // A mistake of ours must not end the only thread that carries reports.
      Logger.error(bug, "the relay failed");
      drop();
      pause(backoff.after(Uplink.Cause.NETWORK));
    }
  }

  private void connect() {
    if (flow == null) {
      flow =
          new Flow(
              parts.outbox(), parts.tempo(), parts.identity().byServer(), parts.clock().nanos());
    }
    number = parts.outbox().nextConnection();
    long mine = number;
    try {
      link = parts.uplink().open(terms(), event -> received(mine, event));
    } catch (Uplink.Unreachable unreachable) {
      Duration pause = backoff.after(unreachable.kind());
      pause(pause);
      troubled(unreachable.sentence(), pause);
      return;
    }
    stable = false;
    connection = new Connection(link, number, parts, flow, backoff, this::tell);
    connection.greet();
    standing =
        new Standing(
            true, Sentence.of("connected to {0}", parts.uplink().address()), Optional.empty());
    if (inTrouble) {
      inTrouble = false;
      parts
          .tell()
          .accept(
              Sentence.of(
                  "Connected to the library again ({0}); {1} to be confirmed.",
                  parts.uplink().address(), Spoken.reports(parts.outbox().waiting().count())));
    }
  }

  /** On a thread of the link's: a halt is done at once, all else in its turn. */
  private void received(long ofLink, LinkEvent event) {
    if (event instanceof LinkEvent.Arrived(Message message, _)
        && message.topic().equals(topics.commands())
        && Commands.halts(message)) {
      parts.station().halt();
    }
    mailbox.add(new Mail(ofLink, event));
  }

  private Uplink.Terms terms() {
    Outgoing.State lost =
        new Outgoing.State("lost", parts.watch().now().boot(), number, parts.station().version());
    return new Uplink.Terms(
        parts.identity().robot(),
        SESSION_KEPT,
        parts.tempo().keepAlive(),
        parts.tempo().connect(),
        Optional.of(messages.state(lost)),
        WILL_DELAY,
        COMMANDS_AT_ONCE,
        List.of(topics.commands(), topics.desired(), topics.confirm(), Topics.SERVER),
        false);
  }

  private void take(Mail mail) {
    if (connection == null || mail.link() != number) {
      return;
    }
    if (mail.event() instanceof LinkEvent.Lost(Sentence reason)) {
      lost(reason);
    } else {
      connection.heard(mail.event());
    }
  }

  private void work() {
    if (flow.overdue(parts.clock().nanos())) {
      lost(Sentence.of("it has not answered for {0}", parts.tempo().acknowledge()));
      return;
    }
    connection.turn();
    if (!stable && connection.lived().compareTo(parts.tempo().stable()) >= 0) {
      stable = true;
      told.clear();
    }
  }

  private void lost(Sentence reason) {
    Duration pause = backoff.afterLink(connection.lived());
    drop();
    pause(pause);
    if (backoff.contested()) {
      troubled(
          Sentence.of(
              "The connection to {0} is lost soon after it is made, again and again. Another robot"
                  + " seems to use the name '{1}'; each robot needs a name of its own",
              parts.uplink().address(), parts.identity().robot()),
          pause);
    } else {
      troubled(
          Sentence.of("The connection to {0} is lost: {1}", parts.uplink().address(), reason),
          pause);
    }
  }

  private void drop() {
    if (link != null) {
      link.close();
    }
    link = null;
    connection = null;
    if (flow != null) {
      flow.lost();
    }
  }

  private void troubled(Sentence what, Duration pause) {
    standing = new Standing(false, what, Optional.of(parts.watch().now().wall().plus(pause)));
    inTrouble = true;
    if (told.add(what)) {
      parts
          .tell()
          .accept(
              Sentence.of(
                  "{0}. Readings go on; {1} waiting, next try in {2}.",
                  what, Spoken.reports(parts.outbox().waiting().count()), pause));
    }
  }

  private void tell(Sentence sentence) {
    if (told.add(sentence)) {
      parts.tell().accept(sentence);
    }
  }

  private void pause(Duration length) {
    pauseUntilNanos = parts.clock().nanos() + length.toNanos();
  }

  /** Says goodbye, if there is a link, and gives it back. The thread that steps calls this last. */
  public void leave() {
    if (connection == null) {
      return;
    }
    guarded(
        () -> {
          flow.keep();
          connection.farewell();
          long until = parts.clock().nanos() + GOODBYE.toNanos();
          while (flow.underWay() > 0 && parts.clock().nanos() - until < 0 && connection != null) {
            patiently().ifPresent(this::take);
          }
          if (link != null) {
            link.leave();
          }
        });
    drop();
    standing = new Standing(false, Sentence.of("closed"), Optional.empty());
  }

  private Optional<Mail> patiently() {
    try {
      return Optional.ofNullable(mailbox.poll(50, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
