package iyagi.program;

import iyagi.program.Storyteller.Situation;
import iyagi.time.Moment;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches the clock and begins what is due: never twice, never in quiet hours, never two at a time,
 * and nothing while the clock is not known. One thread steps, a few times a second; the snapshot
 * and {@link #startNow} are for any.
 */
public final class Timekeeper {
  /** What was due longer ago is not told as missed. */
  private static final Duration MEMORY = Duration.ofDays(14);

  /** An announcement nearer to the start would talk into it. */
  private static final Duration TOO_NEAR = Duration.ofMinutes(1);

  /**
   * What it works with.
   *
   * @param book where the programme is kept; read anew every 5 s
   * @param tell sentences for a librarian
   */
  public record Parts(
      ProgrammeBook book,
      Journal journal,
      Storyteller teller,
      ZoneId zone,
      Consumer<Sentence> tell) {}

  private final Parts parts;
  private final Watch watch;
  private final Journal journal;
  private final Queue<String> wishes = new ConcurrentLinkedQueue<>();
  private volatile ProgrammeState state =
      new ProgrammeState(Programme.NOTHING, List.of(), true, Optional.empty());

  // All below belongs to the thread that steps.
  private final InForce inForce;
  private Timetable timetable;
  private Optional<ProgrammeRun> run = Optional.empty();
  private Optional<Duration> firstStep = Optional.empty();
  private boolean clockKnown = true;
  private boolean lookedBack;

  /** A keeper that has done nothing yet. */
  public Timekeeper(Parts parts, Watch watch) {
    this.parts = parts;
    this.watch = watch;
    journal = parts.journal();
    inForce = new InForce(parts.book(), parts.zone(), parts.tell());
    timetable = new Timetable(Programme.NOTHING, parts.zone());
  }

  /** How things stand. Any thread. */
  public ProgrammeState state() {
    return state;
  }

  /** What became of every occasion, oldest first. Any thread. */
  public List<Entry> latest() {
    return journal.latest();
  }

  /**
   * Begins a plan at the next step, because a person wishes it: also in quiet hours' eyes a reading
   * by itself, so not in them; and not while something else is read.
   *
   * @param plan its id
   */
  public void startNow(String plan) {
    wishes.add(plan);
  }

  /** Waits a little, then a step. */
  public void await(Duration most) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(most.toNanos());
    step();
  }

  /** Does what the time brings. */
  public void step() {
    Moment now = watch.now();
    firstStep = firstStep.or(() -> Optional.of(now.sinceBoot()));
    timetable = inForce.at(now);
    run.ifPresent(each -> each.step(now, timetable));
    run = run.filter(each -> !each.over());
    for (String wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      grant(wish, now);
    }
    if (known(now)) {
      lookBack(now);
      note(now);
      settle(now);
      announce(now);
    }
    state =
        new ProgrammeState(
            timetable.programme(),
            inForce.problems(),
            clockKnown,
            run.map(each -> new ProgrammeState.Running(each.occasion(), each.at())));
  }

  private boolean known(Moment now) {
    boolean good = now.quality().good();
    boolean waiting = !timetable.programme().plans().isEmpty();
    if (good != clockKnown && waiting) {
      parts
          .tell()
          .accept(
              good
                  ? Sentence.of("The robot knows the time again; the programme goes on.")
                  : Sentence.of(
                      "The robot does not know the time; nothing of the programme begins by itself"
                          + " until it does."));
    }
    clockKnown = good;
    return good;
  }

  /** What was under way when the program ended: goes on if that was not long ago. */
  private void lookBack(Moment now) {
    if (lookedBack) {
      return;
    }
    lookedBack = true;
    for (Entry entry : journal.in(Entry.State.BEGUN)) {
      boolean mine = run.map(each -> each.entry().equals(entry)).orElse(false);
      if (!mine) {
        resume(entry, now);
      }
    }
  }

  private void resume(Entry entry, Moment now) {
    Optional<Plan> plan = timetable.programme().plan(entry.plan());
    Instant seen = entry.begun().orElseThrow().seen();
    boolean soon =
        plan.map(each -> apart(seen, now.wall()).compareTo(each.grace()) <= 0).orElse(false);
    boolean may = soon && run.isEmpty() && !timetable.quiet(now.wall());
    if (may) {
      Occasion occasion = Occasion.of(plan.orElseThrow(), entry.when(), parts.zone());
      run = Optional.of(ProgrammeRun.resume(occasion, entry, parts, now));
      parts
          .tell()
          .accept(Sentence.of("Programme '{0}' goes on where it was cut off.", plan.get().title()));
    } else {
      Entry over =
          entry.with(Entry.State.BROKEN_OFF, plan.isPresent() ? Reason.CUT_OFF : Reason.CHANGED);
      journal.put(over);
      parts.tell().accept(Words.missed(plan, over));
    }
  }

  private static Duration apart(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  /** Notes what has become due since the last look, whichever way the clock was set meanwhile. */
  private void note(Moment moment) {
    Instant now = moment.wall();
    Duration awake = moment.sinceBoot().minus(firstStep.orElse(moment.sinceBoot()));
    Instant from = journal.lookedUpTo().orElse(now.minus(awake));
    if (now.isBefore(from)) {
      from = now;
      journal.drop(entry -> !entry.state().began() && entry.at().isAfter(now));
    }
    Instant oldest = now.minus(MEMORY);
    for (Due due : timetable.between(from.isBefore(oldest) ? oldest : from, now)) {
      if (due.left().isPresent()) {
        parts
            .tell()
            .accept(
                Sentence.of("Programme '{0}' is {1}.", due.occasion().plan().title(), due.words()));
      } else {
        note(due.occasion(), now);
      }
    }
    journal.looked(now);
  }

  private void note(Occasion occasion, Instant now) {
    boolean known =
        journal.entry(occasion).map(entry -> entry.state() != Entry.State.ANNOUNCED).orElse(false);
    if (!known && !journal.blocks(occasion)) {
      Optional<Reason> late =
          now.isAfter(occasion.latest()) ? Optional.of(Reason.OFF) : Optional.empty();
      journal.put(Entry.of(occasion, Entry.State.WAITING, late));
    }
  }

  /** Begins what waits, or says that it is too late. */
  private void settle(Moment now) {
    for (Entry entry : journal.in(Entry.State.WAITING)) {
      Optional<Occasion> meant = meant(entry);
      if (meant.isEmpty()) {
        miss(entry, Reason.CHANGED);
      } else if (now.wall().isAfter(meant.get().latest())) {
        miss(entry, entry.reason().orElse(Reason.OFF));
      } else {
        begin(entry, meant.get(), now);
      }
    }
  }

  private Optional<Occasion> meant(Entry entry) {
    return timetable
        .programme()
        .plan(entry.plan())
        .map(plan -> Occasion.of(plan, entry.when(), parts.zone()))
        .filter(occasion -> occasion.plan().start().equals(entry.when().toLocalTime()))
        .filter(occasion -> occasion.plan().when().on(entry.when().toLocalDate()));
  }

  private void miss(Entry entry, Reason reason) {
    Entry missed = entry.with(Entry.State.MISSED, reason);
    journal.put(missed);
    parts.tell().accept(Words.missed(timetable.programme().plan(entry.plan()), missed));
  }

  private void begin(Entry entry, Occasion occasion, Moment now) {
    if (journal.blocks(occasion)) {
      journal.drop(entry::equals);
      return;
    }
    Optional<Reason> obstacle = obstacle(now);
    if (obstacle.isEmpty() && ProgrammeRun.free(parts.teller())) {
      start(occasion, now);
    } else if (obstacle.isPresent() && !entry.reason().equals(obstacle)) {
      Entry waiting = entry.with(Entry.State.WAITING, obstacle.get());
      journal.put(waiting);
      parts.tell().accept(Words.over(occasion.plan(), waiting));
    }
  }

  /** Why nothing may begin now; empty if it may, or may in a moment. */
  private Optional<Reason> obstacle(Moment now) {
    if (run.isPresent()) {
      return Optional.of(Reason.PROGRAMME);
    }
    if (timetable.quietWithin(now.wall(), Timetable.TOO_SHORT)) {
      return Optional.of(Reason.QUIET);
    }
    return switch (parts.teller().situation()) {
      case HALTED -> Optional.of(Reason.HALTED);
      case BUSY -> Optional.of(Reason.READING);
      case FREE, OURS -> Optional.empty();
    };
  }

  private void start(Occasion occasion, Moment now) {
    parts.tell().accept(Sentence.of("Programme '{0}' begins.", occasion.plan().title()));
    ProgrammeRun begun = ProgrammeRun.begin(occasion, parts, now);
    begun.step(now, timetable);
    run = Optional.of(begun).filter(each -> !each.over());
  }

  private void grant(String wish, Moment now) {
    Optional<Plan> plan = timetable.programme().plan(wish);
    Optional<Reason> obstacle = obstacle(now);
    boolean busy = !ProgrammeRun.free(parts.teller());
    if (plan.isEmpty()) {
      parts.tell().accept(Sentence.of("There is no plan '{0}' in the programme.", wish));
    } else if (obstacle.isPresent() || busy) {
      Sentence why = obstacle.orElse(Reason.READING).told();
      parts
          .tell()
          .accept(Sentence.of("Programme '{0}' does not begin: {1}.", plan.get().title(), why));
    } else {
      LocalDateTime local =
          LocalDateTime.ofInstant(now.wall().truncatedTo(ChronoUnit.SECONDS), parts.zone());
      start(new Occasion(plan.get(), local, now.wall()), now);
    }
  }

  private void announce(Moment now) {
    Duration ahead = timetable.programme().announce();
    if (ahead.isZero() || run.isPresent() || timetable.quietWithin(now.wall(), TOO_NEAR)) {
      return;
    }
    Instant soon = now.wall().plus(ahead);
    for (Due due : timetable.between(now.wall().plus(TOO_NEAR), soon)) {
      Occasion occasion = due.occasion();
      boolean wanted =
          due.left().isEmpty()
              && journal.entry(occasion).isEmpty()
              && !journal.blocks(occasion)
              && parts.teller().situation() == Situation.FREE;
      if (wanted) {
        journal.put(Entry.of(occasion, Entry.State.ANNOUNCED, Optional.empty()));
        parts
            .teller()
            .begin(occasion.plan().announcement())
            .ifPresent(why -> parts.tell().accept(Sentence.of("Not announced, because {0}", why)));
        return;
      }
    }
  }
}
