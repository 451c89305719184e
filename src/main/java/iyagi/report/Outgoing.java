package iyagi.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;

/**
 * Everything that a robot sends, field by field. There is no other way out: what is not a component
 * of these records, or of a {@link Fact}, cannot leave. Times are rounded before they come here.
 */
@JsonInclude(Include.NON_NULL)
public sealed interface Outgoing {
  /**
   * Whether the robot is there.
   *
   * @param s "online", "offline" or, by the broker's own hand, "lost"
   * @param boot run of the machine
   * @param conn which connection of this robot, counted for ever
   * @param v the program's version
   */
  record State(String s, String boot, long conn, String v) implements Outgoing {}

  /**
   * Who the robot is and how far it is.
   *
   * @param contract version of the contract: "1.0"
   * @param sw the program's version
   * @param profile make of robot
   * @param langs languages that it can speak
   * @param first the lowest sequence that will still come
   * @param pending reports that wait
   * @param desiredRev revision of the wishes taken over last; 0 if none
   * @param confirm who confirms reports: "server" or "broker"
   */
  record Info(
      String contract,
      String sw,
      String profile,
      List<String> langs,
      String boot,
      String epoch,
      long first,
      long pending,
      long desiredRev,
      String clock,
      String confirm)
      implements Outgoing {}

  /**
   * How the robot is.
   *
   * @param up seconds since power-on
   * @param cpuC temperature; null where it cannot be read
   * @param throttled whether the machine slows itself down; null where it cannot be read
   * @param diskFreeMb free space for sessions and speech
   * @param outbox reports that wait
   * @param oldestUnconfirmedS how long the oldest has waited
   * @param volumeCeilingDb no sound is louder, in dB below full scale
   * @param faults parts that do not work
   */
  record Health(
      long up,
      Double cpuC,
      Boolean throttled,
      long diskFreeMb,
      long outbox,
      long oldestUnconfirmedS,
      double volumeCeilingDb,
      List<String> faults)
      implements Outgoing {}

  /**
   * The stories on the robot.
   *
   * @param hash of the whole list: two robots with the same have the same stories
   */
  record Inventory(String hash, List<Shelved> stories) implements Outgoing {}

  /** One story in one language. */
  record Shelved(String id, String lang, String edition, int pages) {
    /** Lets no free text out. */
    public Shelved {
      id = StoryName.of(id);
    }
  }

  /**
   * The answer to a command.
   *
   * @param status "accepted", "done" or "refused"
   * @param reason the word of a {@link Refusal}; null unless refused
   */
  record Result(String id, String status, String reason) implements Outgoing {}

  /**
   * A report in its envelope, with the attribute names of CloudEvents 1.0.
   *
   * @param time null unless the clock was right
   * @param monoms milliseconds since power-on, rounded
   */
  record Event(
      String specversion,
      String id,
      String source,
      String type,
      String time,
      String datacontenttype,
      String epoch,
      String sequence,
      String boot,
      long monoms,
      String clock,
      @JsonRawValue String data)
      implements Outgoing {}

  /** A report for sending. */
  static Event event(String robot, String epoch, Report report) {
    return new Event(
        "1.0",
        report.id(),
        "/iyagi/" + robot,
        report.type(),
        report.quality().good() ? report.wall().toString() : null,
        Message.JSON,
        epoch,
        Long.toString(report.sequence()),
        report.boot(),
        report.sinceBoot().toMillis(),
        report.quality().word(),
        report.data());
  }
}
