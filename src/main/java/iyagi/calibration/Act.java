package iyagi.calibration;

/** What a person may do with the joint that is being measured. */
public sealed interface Act {
  /** Asks for power: the person is warned first. */
  record Warn() implements Act {}

  /** Powers the joint; nothing without a warning before it. */
  record Power() implements Act {}

  /** Lets go at once, also while it moves. */
  record Off() implements Act {}

  /** A longer pulse by so many microseconds, or a shorter one; at most 50 either way. */
  record Move(double micros) implements Act {}

  /** Towards its highest angle by so many microseconds, or away from it; at most 50 either way. */
  record Turn(double micros) implements Act {}

  /** At most 50 µs on the way to a pulse. */
  record Towards(double pulse) implements Act {}

  /** Here is a place of the joint. */
  record Mark(Place place) implements Act {}

  /** The servo is mounted the other way round. */
  record Reverse() implements Act {}

  /** So much is added to every pulse. */
  record Trim(double micros) implements Act {}

  /** The servo is told so much earlier. */
  record Lead(long millis) implements Act {}

  /** The servo is told so much earlier than it was, or later where that is below 0. */
  record Earlier(long millis) implements Act {}

  /** Small quick moves to clicks. */
  record Tap() implements Act {}

  /** The joint as its make has it. */
  record Reset() implements Act {}

  /** Another joint, from 0; this one goes to rest first. */
  record Go(int joint) implements Act {}

  /** Ends; the joint goes to rest first. */
  record Leave() implements Act {}

  /** Keeps everything that was measured. */
  record Save() implements Act {}

  /** A place that a joint can be shown. */
  enum Place {
    /** The shortest pulse. */
    SHORTEST,
    /** The longest pulse. */
    LONGEST,
    /** As far as it may go towards its lowest angle. */
    LOWEST,
    /** As far as it may go towards its highest angle. */
    HIGHEST,
    /** Where it stands when nothing happens. */
    REST,
    /** Straight ahead, at 0°. */
    STRAIGHT,
    /** Straight ahead and at rest, for a joint that rests there; rest for another one. */
    MIDDLE
  }
}
