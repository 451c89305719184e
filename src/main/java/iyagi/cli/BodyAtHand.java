package iyagi.cli;

import iyagi.service.Desk;
import iyagi.service.Possession;
import iyagi.settings.RobotProfile;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Work that moves a robot, done only while no other program moves it. */
final class BodyAtHand {
  private BodyAtHand() {}

  /** Does the work; if another program has the body, that is told instead. */
  static int with(Desk desk, RobotProfile profile, PrintWriter err, Callable<Integer> work)
      throws Exception {
    if (!Possession.matters(profile.servos())) {
      return work.call();
    }
    try (Possession _ = Possession.take(desk.places().data())) {
      return work.call();
    } catch (Possession.Refused refused) {
      Complaint.say(err, refused.getMessage());
      return Exit.PROBLEM;
    }
  }
}
