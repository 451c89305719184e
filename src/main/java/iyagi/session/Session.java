package iyagi.session;

import iyagi.time.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * One reading of one story, open or ended.
 *
 * @param id random and never used again
 * @param kind who asked for it
 * @param title what was read
 * @param began when
 * @param resumes the session that this one goes on with: after a power cut, or as the next story of
 *     one programme
 * @param tally what has been counted
 * @param ended how and when; empty while it is open
 */
public record Session(
    String id,
    Kind kind,
    Title title,
    Moment began,
    Optional<String> resumes,
    Tally tally,
    Optional<End> ended) {
  /** A free reading shorter than this was somebody trying the robot; it is kept apart. */
  public static final Duration SHORTEST_FREE = Duration.ofSeconds(30);

  /**
   * The end of a session.
   *
   * @param result how
   * @param at when it ended; of a session that was cut off, when that was found out
   */
  public record End(Result result, Moment at) {}

  /** Whether it is so short that it does not count as a reading. */
  public boolean trial() {
    return kind == Kind.FREE
        && ended.isPresent()
        && ended.get().result() != Result.COMPLETED
        && tally.active().compareTo(SHORTEST_FREE) < 0;
  }

  Session beginning(Moment at) {
    return new Session(id, kind, title, at, resumes, tally, ended);
  }

  Session with(Tally counted) {
    return new Session(id, kind, title, began, resumes, counted, ended);
  }

  /** The same session, ended. */
  public Session end(Result result, Moment at) {
    return new Session(id, kind, title, began, resumes, tally, Optional.of(new End(result, at)));
  }
}
