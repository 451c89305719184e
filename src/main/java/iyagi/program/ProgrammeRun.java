package iyagi.program;

import iyagi.performance.PerformanceEvent.Ending;
import iyagi.program.Storyteller.Left;
import iyagi.program.Storyteller.Situation;
import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One occasion under way: one thing after the other, within its minutes. Writes into the journal
 * before it asks for anything, so that after a power cut another run goes on where this one was.
 * One thread steps.
 */
final class ProgrammeRun {
  /** Nothing new is begun in the last minute, and goodbye is said before quiet hours. */
  private static final Duration LAST = Duration.ofMinutes(1);

  /** After this much too long, as when somebody has paused it and gone, it is stopped. */
  private static final Duration TOO_LONG = Duration.ofMinutes(10);

  private static final Duration HEARTBEAT = Duration.ofMinutes(1);

  private final Occasion occasion;
  private final int steps;
  private final Storyteller teller;
  private final Journal journal;
  private final Consumer<Sentence> tell;
  private final Duration startedAt;
  private final Duration spentBefore;

  private Entry entry;
  private int step;
  private int page;
  private Optional<String> session = Optional.empty();
  private Optional<String> last;
  private Duration beatAt;
  private boolean underWay;
  private boolean finishing;
  private boolean over;

  private ProgrammeRun(
      Occasion occasion, Entry entry, Timekeeper.Parts parts, Moment now, Entry.Begun from) {
    this.occasion = occasion;
    this.entry = entry;
    teller = parts.teller();
    journal = parts.journal();
    tell = parts.tell();
    steps = occasion.plan().arc().size();
    startedAt = now.sinceBoot();
    spentBefore = from.spent();
    beatAt = startedAt;
    step = from.step();
    page = from.page();
    last = from.last();
  }

  /** Begins an occasion; from now on it has begun, whatever happens. */
  static ProgrammeRun begin(Occasion occasion, Timekeeper.Parts parts, Moment now) {
    Entry entry = Entry.of(occasion, Entry.State.BEGUN, Optional.empty());
    Entry.Begun begun =
        new Entry.Begun(
            now.wall(), now.wall(), Duration.ZERO, 0, 1, Optional.empty(), Optional.empty());
    ProgrammeRun run = new ProgrammeRun(occasion, entry, parts, now, begun);
    run.entry = entry.with(begun);
    run.journal.put(run.entry);
    run.teller.suit(occasion.plan().manner());
    return run;
  }

  /** Goes on with an occasion that was cut off. */
  static ProgrammeRun resume(Occasion occasion, Entry entry, Timekeeper.Parts parts, Moment now) {
    Entry.Begun begun = entry.begun().orElseThrow();
    ProgrammeRun run = new ProgrammeRun(occasion, entry, parts, now, begun);
    begun.session().ifPresent(run::goOnWith);
    run.teller.suit(occasion.plan().manner());
    return run;
  }

  /** The story that was under way: behind it if it was read to its end, else on its page. */
  private void goOnWith(String left) {
    Optional<Left> kept = teller.left(left);
    kept.ifPresent(
        there -> {
          last = Optional.of(left);
          page = there.page();
          step += there.over() ? 1 : 0;
          page = there.over() ? 1 : page;
        });
  }

  Occasion occasion() {
    return occasion;
  }

  int at() {
    return step;
  }

  Entry entry() {
    return entry;
  }

  /** Does what is next; after the end, nothing. */
  void step(Moment now, Timetable timetable) {
    if (underWay) {
      follow(now, timetable);
    }
    if (!underWay && !over) {
      goOn(now, timetable);
    }
    if (!over && now.sinceBoot().minus(beatAt).compareTo(HEARTBEAT) >= 0) {
      write(now);
    }
  }

  boolean over() {
    return over;
  }

  private void follow(Moment now, Timetable timetable) {
    Optional<Ending> ended = teller.ended();
    if (ended.isEmpty()) {
      keepTheTime(now, timetable);
      return;
    }
    underWay = false;
    chain(ended.get());
    session = Optional.empty();
    page = 1;
    switch (ended.get()) {
      case COMPLETED, FAILED -> step++;
      case STOPPED -> {
        if (finishing) {
          step++;
        } else {
          end(now, Optional.of(Reason.STOPPED));
        }
      }
      case HALTED -> end(now, Optional.of(Reason.HALTED));
    }
  }

  private void keepTheTime(Moment now, Timetable timetable) {
    boolean late = left(now).isNegative() || timetable.quietWithin(now.wall(), LAST);
    if (late && !finishing && !atGoodbye()) {
      finishing = true;
      teller.finish();
    }
    // A sentence is shorter than a minute: what is still on in quiet hours stands still or waits.
    if (left(now).compareTo(TOO_LONG.negated()) < 0 || timetable.quiet(now.wall())) {
      teller.stop();
    }
  }

  /** A story that could not begin at all has no session that another one could name. */
  private void chain(Ending ending) {
    if (ending != Ending.FAILED || session.flatMap(teller::left).isPresent()) {
      last = session.or(() -> last);
    }
  }

  private void goOn(Moment now, Timetable timetable) {
    boolean late = left(now).compareTo(LAST) < 0 || timetable.quietWithin(now.wall(), LAST);
    if (late) {
      step = Math.max(step, occasion.plan().arc().goodbyeAt());
    }
    if (step >= steps) {
      end(now, Optional.empty());
      return;
    }
    if (timetable.quiet(now.wall())) {
      end(now, Optional.of(Reason.QUIET));
      return;
    }
    switch (teller.situation()) {
      case FREE -> ask(now);
      case HALTED -> end(now, Optional.of(Reason.HALTED));
      case OURS, BUSY -> {
        if (left(now).isNegative()) {
          end(now, Optional.of(Reason.READING));
        }
      }
    }
  }

  private void ask(Moment now) {
    Part part = part();
    write(now);
    Optional<Sentence> refused = teller.begin(part);
    underWay = refused.isEmpty();
    finishing = false;
    refused.ifPresent(
        why -> {
          session = Optional.empty();
          page = 1;
          step++;
          tell.accept(
              Sentence.of("Programme '{0}': left out, because {1}", occasion.plan().title(), why));
        });
  }

  private Part part() {
    Part part = occasion.plan().part(step);
    if (part instanceof Part.Reading(String name, String language, String id, _, _)) {
      session = Optional.of(id);
      return new Part.Reading(name, language, id, page, last);
    }
    return part;
  }

  private boolean atGoodbye() {
    return step >= occasion.plan().arc().goodbyeAt();
  }

  private Duration spent(Moment now) {
    return spentBefore.plus(now.sinceBoot().minus(startedAt));
  }

  private Duration left(Moment now) {
    return occasion.plan().cap().minus(spent(now));
  }

  private void write(Moment now) {
    Instant began = entry.begun().orElseThrow().at();
    entry = entry.with(new Entry.Begun(began, now.wall(), spent(now), step, page, session, last));
    beatAt = now.sinceBoot();
    journal.put(entry);
  }

  private void end(Moment now, Optional<Reason> reason) {
    write(now);
    teller.suit(Optional.empty());
    entry = reason.map(why -> entry.with(Entry.State.BROKEN_OFF, why)).orElse(entry.completed());
    journal.put(entry);
    over = true;
    tell.accept(Words.over(occasion.plan(), entry));
  }

  /** Whether nothing is on, so that something may begin. */
  static boolean free(Storyteller teller) {
    return teller.situation() == Situation.FREE;
  }
}
