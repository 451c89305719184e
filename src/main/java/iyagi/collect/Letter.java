package iyagi.collect;

import iyagi.report.Fact;
import java.time.Instant;
import java.util.Optional;

/** One message of a robot's: read and found right, or a report to be set aside as it is. */
public sealed interface Letter {
  /**
   * Who sent it: from the topic, which the broker lets no other robot use. "" if it is nobody's.
   */
  String robot();

  /**
   * A report.
   *
   * @param id by which a report that comes twice is known
   * @param epoch run of sequences
   * @param sequence within the epoch, from 1
   * @param boot run of the machine in which it happened
   * @param sinceBootMillis monotonic
   * @param time by the robot's clock, if that was right
   * @param clock quality of the robot's clock, in the robot's word
   * @param data the fact as JSON
   * @param fact what is used of it here: an end of a session, attendance, a clock that was set, or
   *     a gap; nothing of all other facts
   * @param sent when the robot sent it, by its monotonic clock, if it said so
   * @param received by our clock
   */
  record Event(
      String robot,
      String id,
      String type,
      String epoch,
      long sequence,
      String boot,
      long sinceBootMillis,
      Optional<Instant> time,
      String clock,
      String data,
      Optional<Fact> fact,
      Optional<Sent> sent,
      Instant received)
      implements Letter {}

  /**
   * When something was sent.
   *
   * @param boot run of the machine
   */
  record Sent(String boot, long sinceBootMillis) {}

  /**
   * A report that cannot be read. It counts as received, or its robot would send it for ever.
   *
   * @param place which one it is; nothing if not even that can be told
   * @param base64 its bytes as they came
   */
  record Unread(String robot, String topic, Optional<Place> place, String base64, Instant received)
      implements Letter {}

  /**
   * Where a report stands among those of its robot.
   *
   * @param epoch run of sequences
   * @param sequence within the epoch, from 1
   */
  record Place(String epoch, long sequence) {}

  /**
   * Who the robot is and from where it reports.
   *
   * @param first the lowest sequence that will still come in this epoch
   * @param json as it came
   */
  record Info(String robot, String epoch, long first, String json, Instant received)
      implements Letter {}

  /**
   * Something of which only the latest counts.
   *
   * @param json as it came
   */
  record Word(String robot, Subject subject, String json, Instant received) implements Letter {}

  /** What a word is about. */
  enum Subject {
    /** Whether the robot is there. */
    STATE,
    /** How it is. */
    HEALTH,
    /** Which stories it has. */
    LIBRARY
  }
}
