package iyagi.program;

import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The timetable that is in force: of the programme as it was last without a mistake, looked at anew
 * every 5 s. One thread asks.
 */
final class InForce {
  private static final Duration REREAD = Duration.ofSeconds(5);

  private final ProgrammeBook book;
  private final ZoneId zone;
  private final Consumer<Sentence> tell;
  private Timetable timetable;
  private List<Sentence> problems = List.of();
  private Optional<Duration> readAt = Optional.empty();

  InForce(ProgrammeBook book, ZoneId zone, Consumer<Sentence> tell) {
    this.book = book;
    this.zone = zone;
    this.tell = tell;
    timetable = new Timetable(Programme.NOTHING, zone);
  }

  Timetable at(Moment now) {
    boolean fresh = readAt.map(at -> now.sinceBoot().minus(at).compareTo(REREAD) < 0).orElse(false);
    if (!fresh) {
      readAt = Optional.of(now.sinceBoot());
      read();
    }
    return timetable;
  }

  /** What is wrong with the programme as it is now. */
  List<Sentence> problems() {
    return problems;
  }

  private void read() {
    switch (book.read()) {
      case ProgrammeResult.Read(Programme programme) -> {
        problems = List.of();
        if (!programme.equals(timetable.programme())) {
          timetable = new Timetable(programme, zone);
        }
      }
      case ProgrammeResult.Rejected(List<Sentence> found) -> {
        if (!found.equals(problems)) {
          found.forEach(tell);
          tell.accept(
              timetable.programme().plans().isEmpty()
                  ? Sentence.of(
                      "The programme has to be mended; until then nothing begins by itself.")
                  : Sentence.of(
                      "The programme has to be mended; until then the one before it stays in"
                          + " force."));
        }
        problems = found;
      }
    }
  }
}
