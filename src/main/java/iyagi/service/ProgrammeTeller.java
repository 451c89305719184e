package iyagi.service;

import iyagi.library.Edition;
import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.performance.PlayerState;
import iyagi.program.Part;
import iyagi.program.Storyteller;
import iyagi.score.Manner;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.SessionLog;
import iyagi.session.SessionLog.Unkept;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * What a programme asks for, done by the robot in service. Events come from any thread; everything
 * else is the timetable's.
 */
public final class ProgrammeTeller implements Storyteller {
  /** A player that has not begun by then never will. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A programme of more stories than that is not resumed exactly; one may have twenty. */
  private static final int SESSIONS = 60;

  private final Desk desk;
  private final Service service;
  private final SessionLog log;
  private final Queue<PerformanceEvent> events = new ConcurrentLinkedQueue<>();

  private Optional<PassageSource> asked = Optional.empty();
  private Optional<Ending> ended = Optional.empty();
  private boolean begun;
  private long askedNanos;

  /** A teller who has told nothing yet. */
  public ProgrammeTeller(Desk desk, Service service, SessionLog log) {
    this.desk = desk;
    this.service = service;
    this.log = log;
  }

  /** Takes what happens in the performance. Any thread. */
  public void heard(PerformanceEvent event) {
    if (event instanceof PerformanceEvent.Started || event instanceof PerformanceEvent.Ended) {
      events.add(event);
    }
  }

  // The very object that the player was given: two stories may be alike in all else.
  @SuppressWarnings("ReferenceEquality")
  private void listen() {
    for (PerformanceEvent event = events.poll(); event != null; event = events.poll()) {
      if (event instanceof PerformanceEvent.Started(PassageSource story)) {
        begun |= asked.isPresent() && asked.get() == story;
      }
      if (event instanceof PerformanceEvent.Ended(Ending how) && begun && ended.isEmpty()) {
        ended = Optional.of(how);
      }
    }
    if (asked.isPresent() && !begun && ended.isEmpty()) {
      missTheStart();
    }
  }

  /** A halt sweeps away a start that was asked for and tells of no end. */
  private void missTheStart() {
    if (service.phase() == PlayerState.Phase.HALTED) {
      ended = Optional.of(Ending.HALTED);
    } else if (desk.clock().nanos() - askedNanos > PATIENCE.toNanos()) {
      ended = Optional.of(Ending.FAILED);
    }
  }

  @Override
  public Situation situation() {
    listen();
    if (asked.isPresent() && ended.isEmpty()) {
      return Situation.OURS;
    }
    if (service.beingAdjusted()) {
      return Situation.BUSY;
    }
    return switch (service.phase()) {
      case IDLE -> Situation.FREE;
      case HALTED -> Situation.HALTED;
      case READING, PAUSED, WAITING -> Situation.BUSY;
    };
  }

  @Override
  public Optional<Sentence> begin(Part part) {
    if (service.beingAdjusted()) {
      return Optional.of(Sentence.of("the robot is being adjusted"));
    }
    List<Sentence> wrong = new ArrayList<>();
    Optional<StoryAtHand> story =
        find(desk, part, wrong::add).map(each -> each.in(desk, service.manner()));
    Optional<Preparation> work =
        story.flatMap(each -> Preparation.forReading(desk, each, service::manner, wrong::add));
    if (work.isEmpty()) {
      return Optional.of(Sentence.joined(System.lineSeparator(), wrong));
    }
    listen();
    begun = false;
    ended = Optional.empty();
    askedNanos = desk.clock().nanos();
    asked = Optional.of(service.perform(story.get(), work.get(), page(part), memo(part)));
    return Optional.empty();
  }

  /** What a part consists of; what is wrong is told, and then there is nothing. */
  public static Optional<StoryAtHand> find(Desk desk, Part part, Consumer<Sentence> tell) {
    return switch (part) {
      case Part.Words words -> Interludes.words(desk, words, tell);
      case Part.Saying saying -> Interludes.saying(saying, tell);
      case Part.Asking asking -> Interludes.question(asking, tell);
      case Part.Reading reading -> story(desk, reading, tell);
    };
  }

  /** In the programme's language; where the shelf has it in none but another one, in that. */
  private static Optional<StoryAtHand> story(
      Desk desk, Part.Reading reading, Consumer<Sentence> tell) {
    Optional<Edition> edition = Interludes.shelved(desk, reading.name(), reading.language());
    return edition.isPresent()
        ? StoryAtHand.read(desk, edition.get(), tell)
        : StoryAtHand.find(desk, reading.name(), tell);
  }

  @Override
  public void suit(Optional<Manner> manner) {
    service.suit(manner);
  }

  private static int page(Part part) {
    return part instanceof Part.Reading reading ? reading.page() : 1;
  }

  private static Optional<Service.Memo> memo(Part part) {
    return part instanceof Part.Reading reading
        ? Optional.of(new Service.Memo(reading.session(), Kind.PROGRAMME, reading.goesOn()))
        : Optional.empty();
  }

  @Override
  public void finish() {
    if (situation() == Situation.OURS) {
      service.command(new Command.Finish());
    }
  }

  @Override
  public void stop() {
    if (situation() == Situation.OURS) {
      service.command(new Command.Stop());
    }
  }

  @Override
  public Optional<Ending> ended() {
    listen();
    return ended;
  }

  @Override
  public Optional<Left> left(String session) {
    try {
      return log.latest(SESSIONS).stream()
          .map(Remembered::session)
          .filter(each -> each.id().equals(session))
          .map(ProgrammeTeller::left)
          .findFirst();
    } catch (Unkept trouble) {
      Logger.debug(trouble, "a memory that cannot be read is told by whoever writes it");
      return Optional.empty();
    }
  }

  private static Left left(Session session) {
    boolean over = session.ended().map(end -> over(end.result())).orElse(false);
    return new Left(over, Math.max(1, session.tally().page()));
  }

  /** A program that is told to end stops what is read; a person's stop ends the programme, too. */
  private static boolean over(Result result) {
    return switch (result) {
      case COMPLETED, HALTED, FAILED -> true;
      case STOPPED, POWER_LOSS, RESTARTED -> false;
    };
  }

  /**
   * Makes the speech of a programme's built-in sentences beforehand, so that hello is said at once.
   * Waits as long as that takes.
   */
  public static void rehearse(Desk desk, Part part, Manner manner, Consumer<Sentence> tell)
      throws InterruptedException {
    Optional<Preparation> work =
        find(desk, part, tell)
            .map(each -> each.in(desk, manner))
            .flatMap(each -> Preparation.of(desk, each, () -> manner, tell, Headway.UNSEEN));
    if (work.isPresent()) {
      try (Preparation open = work.get()) {
        open.start();
        open.finish();
      }
    }
  }
}
