package iyagi.report;

import iyagi.time.Moment;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The relay while it has a link: says who it is, sends reports as the flow lets it, tells how it is
 * now and then, and answers commands. Used up with its link. The relay's thread only.
 */
final class Connection {
  /** Tickets from here on are of messages that are no reports; those below are sequences. */
  private static final long OTHERS = 1L << 62;

  private static final Duration LOOK = Duration.ofSeconds(5);

  /** So many confirmed reports may not have been written down as such. */
  private static final int MOST_UNKEPT = 500;

  private static final Duration KEEP = Duration.ofMillis(250);
  private static final int SERVER_REFUSES = 128;

  private final Link link;
  private final Messages messages;
  private final Topics topics;
  private final Relay.Parts parts;
  private final Flow flow;
  private final Backoff backoff;
  private final Consumer<Sentence> tell;
  private final long number;
  private final Outbox outbox;
  private final NanoClock clock;
  private final Watch watch;
  private final Commands commands;

  private final long openedNanos;
  private long stateNanos;
  private long healthNanos;
  private long lookNanos;
  private long keptNanos;
  private Optional<Outgoing.Info> info = Optional.empty();
  private Optional<Outgoing.Inventory> inventory = Optional.empty();
  private boolean serverAway;
  private long heldUntilNanos;

  /** On its way for the second time, because somebody asked for it. */
  private Optional<Report> replayed = Optional.empty();

  private boolean againWanted;
  private long others;
  private long givenUp;

  Connection(
      Link link,
      long number,
      Relay.Parts parts,
      Flow flow,
      Backoff backoff,
      Consumer<Sentence> tell) {
    this.link = link;
    this.number = number;
    this.parts = parts;
    this.flow = flow;
    this.backoff = backoff;
    this.tell = tell;
    topics = new Topics(parts.identity().robot());
    messages = new Messages(topics);
    outbox = parts.outbox();
    clock = parts.clock();
    watch = parts.watch();
    commands = new Commands(outbox, watch, parts.station());
    openedNanos = clock.nanos();
    heldUntilNanos = openedNanos;
    keptNanos = openedNanos;
  }

  /** How long it has been up. */
  Duration lived() {
    return Duration.ofNanos(clock.nanos() - openedNanos);
  }

  /** Birth: state, info and library, in this order. */
  void greet() {
    long now = clock.nanos();
    state("online", now);
    look(now);
    healthNanos = now;
    other(messages.health(health()));
  }

  /** Says goodbye; the answer of the broker is not waited for here. */
  void farewell() {
    state("offline", clock.nanos());
  }

  private void state(String word, long now) {
    stateNanos = now;
    other(
        messages.state(
            new Outgoing.State(word, watch.now().boot(), number, parts.station().version())));
  }

  /** What is due now. */
  void turn() {
    long now = clock.nanos();
    if (now - stateNanos >= parts.tempo().state().toNanos()) {
      state("online", now);
    }
    if (now - healthNanos >= parts.tempo().health().toNanos()) {
      healthNanos = now;
      other(messages.health(health()));
    }
    if (now - lookNanos >= LOOK.toNanos()) {
      look(now);
    }
    if (flow.again(now)) {
      tell.accept(
          Sentence.of(
              "The library's server has not confirmed the reports that it was sent; they are sent"
                  + " again."));
    }
    if (!serverAway && now - heldUntilNanos >= 0) {
      pump(now);
    }
    keep(now);
  }

  private void pump(long now) {
    for (Optional<Report> next = flow.next(now); next.isPresent(); next = flow.next(now)) {
      send(next.get(), next.get().sequence());
    }
    if (againWanted && replayed.isEmpty()) {
      replayed =
          outbox
              .again()
              .flatMap(from -> outbox.after(from - 1, 1).stream().findFirst())
              .filter(report -> report.sequence() <= flow.confirmed());
      replayed.ifPresentOrElse(report -> send(report, -report.sequence()), this::nothingAgain);
    }
  }

  /** What is not confirmed yet is on its way anyway. */
  private void nothingAgain() {
    againWanted = false;
    outbox.again().ifPresent(from -> outbox.sentAgain(Math.max(from, flow.confirmed())));
  }

  private void other(Message message) {
    link.publish(OTHERS + others++, message);
  }

  private void send(Report report, long ticket) {
    link.publish(ticket, messages.event(flow.epoch(), report, watch.now()));
  }

  private void keep(long now) {
    if (flow.unkept() >= MOST_UNKEPT || (flow.unkept() > 0 && now - keptNanos >= KEEP.toNanos())) {
      keptNanos = now;
      flow.keep();
    }
  }

  /** Tells again what has changed of that which the broker keeps. */
  private void look(long now) {
    lookNanos = now;
    againWanted = againWanted || outbox.again().isPresent();
    Outgoing.Info current = info();
    boolean told = info.map(old -> same(old, current)).orElse(false);
    if (!told || flow.givenUp() > givenUp) {
      givenUp = flow.givenUp();
      info = Optional.of(current);
      other(messages.info(current));
    }
    Outgoing.Inventory stories = parts.station().inventory();
    if (!inventory.equals(Optional.of(stories))) {
      inventory = Optional.of(stories);
      other(messages.library(stories));
    }
  }

  /** The number of waiting reports changes all the time and stands in the health, too. */
  private static boolean same(Outgoing.Info old, Outgoing.Info now) {
    return old.epoch().equals(now.epoch())
        && old.boot().equals(now.boot())
        && old.clock().equals(now.clock())
        && old.desiredRev() == now.desiredRev()
        && old.langs().equals(now.langs());
  }

  private Outgoing.Info info() {
    Moment now = watch.now();
    return new Outgoing.Info(
        Messages.CONTRACT,
        parts.station().version(),
        parts.station().profile(),
        parts.station().languages(),
        now.boot(),
        flow.epoch(),
        outbox.first(),
        outbox.waiting().count(),
        wishes().map(Incoming.Desired::rev).orElse(0L),
        now.quality().word(),
        parts.identity().byServer() ? "server" : "broker");
  }

  private Outgoing.Health health() {
    Outbox.Waiting waiting = outbox.waiting();
    return new Outgoing.Health(
        watch.now().sinceBoot().toSeconds(),
        Vitals.celsius(),
        Vitals.throttled(),
        Vitals.freeMegabytes(parts.identity().data()),
        waiting.count(),
        waiting.oldest().toSeconds(),
        parts.station().volumeCeilingDb(),
        parts.station().faults());
  }

  private Optional<Incoming.Desired> wishes() {
    return outbox.desired().flatMap(text -> Json.read(text, Incoming.Desired.class));
  }

  /** Takes what has happened on the link, but for its loss. */
  void heard(LinkEvent event) {
    switch (event) {
      case LinkEvent.Acknowledged(long ticket, int code) -> answered(ticket, code);
      case LinkEvent.Failed(long ticket, Sentence reason) -> failed(ticket, reason);
      case LinkEvent.Arrived(Message message, _) -> arrived(message);
      case LinkEvent.Lost _ -> {}
    }
  }

  private void answered(long ticket, int code) {
    if (ticket < 0) {
      replayed = Optional.empty();
      if (code == 0) {
        outbox.sentAgain(-ticket);
      }
    } else if (ticket < OTHERS && code == 0) {
      flow.acknowledged(ticket);
    } else if (ticket < OTHERS) {
      Duration hold = flow.refused(ticket, clock.nanos());
      tell.accept(
          code < SERVER_REFUSES
              ? Sentence.of(
                  "Nobody at the library is listening for this robot's reports. They are kept and"
                      + " sent later; is the library's server running?")
              : Sentence.of(
                  "The broker does not let this robot send its reports (code {0}). They are kept,"
                      + " next try in {1}; check the robot's rights on the broker.",
                  code, hold));
    } else if (code >= SERVER_REFUSES) {
      tell.accept(
          Sentence.of(
              "The broker refused a message about the robot's state (code {0}); check the robot's"
                  + " rights on the broker.",
              code));
    }
  }

  private void failed(long ticket, Sentence reason) {
    if (ticket > 0 && ticket < OTHERS) {
      flow.refused(ticket, clock.nanos());
    } else if (ticket < 0) {
      replayed = Optional.empty();
    }
    tell.accept(Sentence.of("A message could not be sent and is sent again: {0}", reason));
  }

  private void arrived(Message message) {
    String topic = message.topic();
    if (topic.equals(topics.confirm())) {
      Json.read(message.body(), Incoming.Confirm.class).ifPresent(this::confirmed);
    } else if (topic.equals(topics.commands())) {
      command(message);
    } else if (topic.equals(topics.desired())) {
      Json.read(message.body(), Incoming.Desired.class).ifPresent(this::wished);
    } else if (topic.equals(Topics.SERVER)) {
      Json.read(message.body(), Incoming.Server.class).ifPresent(this::server);
    }
  }

  private void confirmed(Incoming.Confirm word) {
    if (!parts.identity().byServer() || word.epoch() == null) {
      return;
    }
    long now = clock.nanos();
    if (flow.confirmed(word.epoch(), word.upTo(), now) == Flow.Word.OLDER_COPY) {
      flow.beginEpoch(now);
      tell.accept(
          Sentence.of(
              "The robot's memory is an older copy of one that the library knows. Its reports are"
                  + " sent under a new number; the library counts none of them twice."));
      look(now);
    }
  }

  private void command(Message message) {
    commands
        .take(message)
        .ifPresent(
            result ->
                other(
                    messages.result(
                        answerTopic(message), message.properties().correlation(), result)));
  }

  /** Answers go where the sender wants them, but never onto a topic that is not this robot's. */
  private String answerTopic(Message message) {
    String wanted = message.properties().responseTopic();
    return wanted.equals(topics.results()) ? wanted : "";
  }

  private void wished(Incoming.Desired desired) {
    if (wishes().map(Incoming.Desired::rev).orElse(-1L) < desired.rev()) {
      outbox.desired(new String(Json.bytes(desired), StandardCharsets.UTF_8));
      parts.station().wish(desired);
      look(clock.nanos());
    }
  }

  /** While the server is away reports are held back; on its return robots come one by one. */
  private void server(Incoming.Server server) {
    boolean away = "offline".equals(server.s());
    if (serverAway && !away) {
      heldUntilNanos = clock.nanos() + backoff.spread().toNanos();
    }
    serverAway = away;
  }
}
