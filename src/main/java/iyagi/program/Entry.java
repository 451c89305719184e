package iyagi.program;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What became of one occasion, as the journal has it.
 *
 * @param plan its id
 * @param when by the clock on the wall
 * @param at by the clock of the world
 * @param state how far it has come
 * @param reason why it waits, was missed or broken off
 * @param begun how far it came, if it began
 */
public record Entry(
    String plan,
    LocalDateTime when,
    Instant at,
    State state,
    Optional<Reason> reason,
    Optional<Begun> begun) {
  /** How far an occasion has come. */
  public enum State {
    /** The announcement has been spoken. */
    ANNOUNCED,
    /** It is time, but it cannot begin yet. */
    WAITING,
    /** It is under way. */
    BEGUN,
    /** It came to its end, with as much as its minutes allowed. */
    COMPLETED,
    /** It ended before its end. */
    BROKEN_OFF,
    /** It did not begin. */
    MISSED;

    /** Whether it ever began. */
    public boolean began() {
      return this == BEGUN || this == COMPLETED || this == BROKEN_OFF;
    }

    /** Whether nothing more will become of it. */
    public boolean over() {
      return this == COMPLETED || this == BROKEN_OFF || this == MISSED;
    }
  }

  /**
   * How far an occasion came.
   *
   * @param at when it began, by the wall clock then
   * @param seen when it was last seen under way
   * @param spent how long it has lasted, without the time that the robot was off
   * @param step which of its things is under way or comes next, from 0, hello and goodbye counted
   * @param page with which the story under way was begun, from 1
   * @param session of the story that is under way
   * @param last session of the programme that was opened before that
   */
  public record Begun(
      Instant at,
      Instant seen,
      Duration spent,
      int step,
      int page,
      Optional<String> session,
      Optional<String> last) {}

  static Entry of(Occasion occasion, State state, Optional<Reason> reason) {
    return new Entry(
        occasion.plan().id(), occasion.local(), occasion.at(), state, reason, Optional.empty());
  }

  Entry with(State next, Reason why) {
    return new Entry(plan, when, at, next, Optional.of(why), begun);
  }

  Entry completed() {
    return new Entry(plan, when, at, State.COMPLETED, Optional.empty(), begun);
  }

  Entry with(Begun far) {
    return new Entry(plan, when, at, State.BEGUN, Optional.empty(), Optional.of(far));
  }

  boolean same(Occasion occasion) {
    return plan.equals(occasion.plan().id()) && when.equals(occasion.local());
  }

  /**
   * Whether the occasion may not begin because of this: it is the same, or the same plan was begun
   * so near that it cannot be meant again.
   */
  boolean blocks(Occasion occasion) {
    Duration apart = Duration.between(when, occasion.local()).abs();
    boolean near = apart.compareTo(occasion.plan().cap().plus(occasion.plan().grace())) < 0;
    return plan.equals(occasion.plan().id()) && state.began() && near;
  }
}
