package iyagi.report;

import java.util.List;

/** Everything that a robot listens to, as it is written. What is not known here is ignored. */
public sealed interface Incoming {
  /**
   * The server has everything up to here.
   *
   * @param epoch whose sequences are meant
   */
  record Confirm(String epoch, long upTo) implements Incoming {}

  /** Whether the server is there: "online" or "offline". */
  record Server(String s) implements Incoming {}

  /**
   * Something to be done now.
   *
   * @param id by which a repetition is known
   * @param type as "story.start"
   * @param args what it needs; null if nothing
   * @param issuedAt when it was sent; null if that is not said
   * @param ttlS seconds after which it is not wanted any more; null if that is not said
   */
  record Command(String id, String type, Args args, String issuedAt, Long ttlS)
      implements Incoming {}

  /**
   * What commands need; each takes its own of these, the others are null.
   *
   * @param story id of a story
   * @param lang language tag
   * @param page to begin with, from 1
   * @param kind "programme" or "free"
   * @param level of the volume, 0 to 100 of what the robot may do
   * @param url of a story package
   * @param sha256 of the package, hex
   * @param signature of the package, Base64
   * @param from sequence from which reports are to be sent again
   */
  record Args(
      String story,
      String lang,
      Integer page,
      String kind,
      Integer level,
      String url,
      String sha256,
      String signature,
      Long from) {
    /** Nothing. */
    public static final Args NONE = new Args(null, null, null, null, null, null, null, null, null);
  }

  /**
   * How the library wishes the robot to be, until it says otherwise.
   *
   * @param rev revision; a lower one than the last is ignored
   * @param volumeMax 0 to 100 of what the robot may do; null for all of it
   * @param openingHours when the robot may be started from afar; null for always
   * @param stories packages that it is to have; null where nothing is wished
   */
  record Desired(long rev, Integer volumeMax, List<Hours> openingHours, List<Wanted> stories)
      implements Incoming {}

  /**
   * Open hours of a day of the week, by the clock where the robot stands.
   *
   * @param dow 1 for Monday to 7 for Sunday
   * @param from "10:00"
   * @param to "18:00", not before the other
   */
  record Hours(int dow, String from, String to) {}

  /** A story package that the robot is to have. */
  record Wanted(String story, String url, String sha256, String signature) {}
}
