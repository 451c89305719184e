package iyagi.collect;

import iyagi.report.Backoff;
import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Spoken;
import iyagi.report.Tempo;
import iyagi.report.Topics;
import iyagi.report.Uplink;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;

/**
 * Takes the reports of all robots from the broker into the ledger, and tells each robot what has
 * arrived. The broker is answered only for what the ledger has, so nothing is lost at any moment.
 * One thread calls {@link #step} or {@link #await}; it may block for the network and the database.
 */
public final class Collector {
  private static final Duration SESSION_KEPT = Duration.ofDays(1);
  private static final Duration WILL_DELAY = Duration.ofSeconds(20);
  private static final int UNANSWERED = 200;
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  /**
   * What a collector works with.
   *
   * @param name its id at the broker, which no other client has
   * @param group collectors of one group share the reports among them
   * @param wall the machine's clock, which has to be right
   * @param hears what is to be told to people
   */
  public record Parts(
      String name,
      String group,
      Uplink uplink,
      Ledger ledger,
      NanoClock clock,
      InstantSource wall,
      Tempo tempo,
      RandomGenerator random,
      Hears hears) {}

  /** Whoever watches a collector. Called on the collector's thread. */
  public interface Hears {
    /** A sentence for people. */
    void sentence(String sentence);

    /** A report that was not in the ledger before. */
    void stored(Letter.Event event);
  }

  /**
   * What has been done so far.
   *
   * @param fresh reports stored
   * @param again reports that were there already
   * @param unusable messages that could not be read
   */
  public record Count(long fresh, long again, long unusable) {}

  private record Mail(long link, LinkEvent event) {}

  private final Parts parts;
  private final Backoff backoff;
  private final Told told;
  private final Intake intake;
  private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();

  /** What robots had not been told when a link was lost. */
  private List<Ledger.Watermark> owed = List.of();

  private Link link;
  private Confirms confirms;
  private ServerState state;
  private long number;
  private long openedNanos;
  private long pauseUntilNanos;
  private boolean stable;

  /** A collector that will connect with its first step. */
  public Collector(Parts parts) {
    this.parts = parts;
    backoff = new Backoff(parts.tempo(), parts.random());
    told = new Told(parts.hears()::sentence);
    intake = new Intake(parts, told);
    pauseUntilNanos = parts.clock().nanos();
  }

  /** What has been done so far. The collector's thread. */
  public Count count() {
    return intake.count();
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
          if (link != null) {
            work();
          } else if (parts.clock().nanos() - pauseUntilNanos >= 0) {
            connect();
          }
        });
  }

  /** A mistake of ours must not end the only thread that collects. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      Logger.error(bug, "the collector failed");
      drop();
      pause(backoff.after(Uplink.Cause.NETWORK));
    }
  }

  private void connect() {
    number++;
    long mine = number;
    try {
      link = parts.uplink().open(terms(), event -> mailbox.add(new Mail(mine, event)));
    } catch (Uplink.Unreachable unreachable) {
      Duration pause = backoff.after(unreachable.kind());
      pause(pause);
      told.once(unreachable.getMessage(), ". Robots keep their reports; next try in ", pause);
      return;
    }
    openedNanos = parts.clock().nanos();
    stable = false;
    confirms = new Confirms(link, parts.tempo().window());
    owed.forEach(confirms::add);
    owed = List.of();
    state = new ServerState(link, parts.tempo().state());
    state.online(openedNanos);
    parts.hears().sentence("Connected to " + parts.uplink().address() + "; collecting reports.");
  }

  private Uplink.Terms terms() {
    return new Uplink.Terms(
        parts.name(),
        SESSION_KEPT,
        parts.tempo().keepAlive(),
        parts.tempo().connect(),
        Optional.of(ServerState.offline()),
        WILL_DELAY,
        UNANSWERED,
        List.of(
            "$share/" + parts.group() + "/" + Topics.all("ev"),
            Topics.all("info"),
            Topics.all("state"),
            Topics.all("health"),
            Topics.all("library"),
            Topics.SERVER),
        true);
  }

  private void take(Mail mail) {
    if (link == null || mail.link() != number) {
      return;
    }
    switch (mail.event()) {
      case LinkEvent.Arrived arrived -> arrived(arrived);
      case LinkEvent.Acknowledged(long ticket, int code) -> answered(ticket, code);
      case LinkEvent.Failed(long ticket, Sentence reason) -> {
        confirms.answered(ticket);
        told.once("A message could not be sent; robots ask again: " + reason);
      }
      case LinkEvent.Lost(Sentence reason) -> lost(reason.toString());
    }
  }

  private void arrived(LinkEvent.Arrived arrived) {
    if (arrived.message().topic().equals(Topics.SERVER)) {
      state.heard(arrived.message(), parts.clock().nanos());
      intake.answer(link, arrived);
    } else {
      intake.add(arrived);
    }
  }

  private void answered(long ticket, int code) {
    confirms.answered(ticket);
    if (code >= 128) {
      told.once(
          "The broker does not let the collector tell the robots what has arrived (code "
              + code
              + "); check its rights on the broker. Until then the robots send everything again"
              + " and again.");
    }
  }

  private void work() {
    long now = parts.clock().nanos();
    intake.work(link, confirms);
    confirms.pump(now);
    state.refresh(now);
    if (confirms.overdue(now, parts.tempo().acknowledge().toNanos())) {
      lost("it has not answered for " + Spoken.time(parts.tempo().acknowledge()));
      return;
    }
    if (!stable && lived().compareTo(parts.tempo().stable()) >= 0) {
      stable = true;
      told.forget();
    }
  }

  private Duration lived() {
    return Duration.ofNanos(parts.clock().nanos() - openedNanos);
  }

  private void lost(String reason) {
    Duration pause = backoff.afterLink(lived());
    drop();
    pause(pause);
    String address = parts.uplink().address();
    if (backoff.contested()) {
      told.once(
          "The connection to "
              + address
              + " is lost soon after it is made, again and again. Another collector seems to use"
              + " the name '"
              + parts.name()
              + "'; give each a name of its own with --name");
    } else {
      told.once(
          "The connection to " + address + " is lost: " + reason,
          ". Robots keep their reports; next try in ",
          pause);
    }
  }

  private void drop() {
    if (link != null) {
      owed = confirms.unsaid();
      link.close();
    }
    link = null;
    confirms = null;
    state = null;
    intake.clear();
  }

  private void pause(Duration length) {
    pauseUntilNanos = parts.clock().nanos() + length.toNanos();
  }

  /**
   * Stores what has come, says goodbye and gives the link back. The thread that steps calls this
   * last.
   */
  public void leave() {
    guarded(
        () -> {
          step();
          if (link != null) {
            state.goodbye();
            awaitAnswers();
          }
          if (link != null) {
            link.leave();
          }
        });
    drop();
  }

  private void awaitAnswers() {
    long until = parts.clock().nanos() + GOODBYE.toNanos();
    while (link != null && !confirms.quiet() && parts.clock().nanos() - until < 0) {
      confirms.pump(parts.clock().nanos());
      try {
        Mail mail = mailbox.poll(50, TimeUnit.MILLISECONDS);
        if (mail == null && confirms.quiet()) {
          return;
        }
        if (mail != null) {
          take(mail);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
