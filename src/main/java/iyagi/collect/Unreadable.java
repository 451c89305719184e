package iyagi.collect;

import java.util.Optional;

/** What people are told when messages cannot be read. */
final class Unreadable {
  private Unreadable() {}

  /**
   * A sentence that is the same for all messages of that kind.
   *
   * @param robot who sent it; "" if the topic is no robot's
   * @param kept what has been kept of it; nothing if it is not a report
   */
  static String words(String robot, Optional<Letter.Unread> kept) {
    String who =
        robot.isEmpty()
            ? "Somebody sends messages to topics that are not a robot's"
            : "Robot "
                + robot
                + " sends "
                + (kept.isPresent() ? "reports" : "messages")
                + " that cannot be read";
    return who
        + kept.map(Unreadable::fate).orElse("; they are left out")
        + ". Does it have a version of the program that fits this one?";
  }

  private static String fate(Letter.Unread report) {
    return "; they are kept as they are in the table set_aside"
        + (report.place().isPresent()
            ? " and count as received"
            : ", but nothing says which ones they are, so the robot sends them again and again");
  }
}
