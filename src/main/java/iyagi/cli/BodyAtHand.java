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
    return Possession.matters(profile.servos()) ? alone(desk, err, work) : work.call();
  }

  /** Does the work as the only one who has the robot, be its servos real or not. */
  static int alone(Desk desk, PrintWriter err, Callable<Integer> work) throws Exception {
    try (Possession _ = Possession.take(desk.places().data())) {
      return work.call();
    } catch (Possession.Refused refused) {
      Complaint.say(err, refused.getMessage());
      return Exit.PROBLEM;
    }
  }
}
