package iyagi.report;

import java.util.regex.Pattern;

/**
 * The topics of one robot.
 *
 * @param robot its id
 */
public record Topics(String robot) {
  /** Of every topic; a change that breaks readers takes another number. */
  public static final String ROOT = "iyagi/v1/";

  /** Whether the server is there. */
  public static final String SERVER = ROOT + "server/state";

  /** What an id may look like: it stands in topics and names nobody. */
  public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  /** Checks the id. */
  public Topics {
    if (!ID.matcher(robot).matches()) {
      throw new IllegalArgumentException(
          "robot id '"
              + robot
              + "' is none: up to 63 letters, digits, '-' and '_' are allowed, as rb-7f3k2m");
    }
  }

  /** Online, offline or lost. */
  public String state() {
    return of("state");
  }

  /** Versions, profile, outbox. */
  public String info() {
    return of("info");
  }

  /** How it is. */
  public String health() {
    return of("health");
  }

  /** Facts. */
  public String events() {
    return of("ev");
  }

  /** Which stories it has. */
  public String library() {
    return of("library");
  }

  /** Answers to commands. */
  public String results() {
    return of("res");
  }

  /** Commands to it. */
  public String commands() {
    return of("cmd");
  }

  /** What the library wishes of it. */
  public String desired() {
    return of("desired");
  }

  /** Up to where the server has its reports. */
  public String confirm() {
    return of("confirm");
  }

  private String of(String channel) {
    return ROOT + "r/" + robot + "/" + channel;
  }

  /** The filter for one channel of all robots. */
  public static String all(String channel) {
    return ROOT + "r/+/" + channel;
  }
}
