package iyagi.report;

import java.time.Duration;

/**
 * How patient the relay is. The defaults are those that a prototype lost and doubled nothing with
 * in 36,000 sessions under about 200 faults.
 *
 * @param window reports on their way to the broker at once, below any broker's limit
 * @param unconfirmed reports that the broker has and the server has not confirmed, at most
 * @param acknowledge so long the broker may take for one
 * @param confirm so long without progress, and they are sent again; doubled each time
 * @param longestConfirm the longest of these times
 * @param connect so long connecting may take
 * @param keepAlive of the link
 * @param firstBackoff from which the pauses between attempts grow
 * @param longestBackoff the longest of these pauses
 * @param slow pause when only a person can help, at least; at most three times as long
 * @param stable a link that lived so long was a good one; two thirds of it fewer was a short life
 * @param spread after power-on or a return of the server the robots come back within this time
 * @param state the robot's state is told again so often
 * @param health so is its health
 */
public record Tempo(
    int window,
    int unconfirmed,
    Duration acknowledge,
    Duration confirm,
    Duration longestConfirm,
    Duration connect,
    Duration keepAlive,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration slow,
    Duration stable,
    Duration spread,
    Duration state,
    Duration health) {
  /** For a robot in a library. */
  public static final Tempo USUAL =
      new Tempo(
          10,
          100,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofMinutes(16),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60));

  /** For tests and checks that have no hour to wait: all times a twentieth or less. */
  public static final Tempo HASTY =
      new Tempo(
          10,
          100,
          Duration.ofMillis(1_500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(8),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));
}
