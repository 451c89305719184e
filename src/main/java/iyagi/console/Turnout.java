package iyagi.console;

import iyagi.session.Attendance;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import java.util.Optional;

/** How many were at the programme session that runs or was the last. */
final class Turnout implements Part {
  private static final int LOOK_BACK = 50;

  private final Robot robot;
  private final Clerk clerk;
  private final Broadcast broadcast;

  Turnout(Robot robot, Clerk clerk, Broadcast broadcast) {
    this.robot = robot;
    this.clerk = clerk;
    this.broadcast = broadcast;
  }

  @Override
  public void routes(Door door) {
    door.get("/api/now/attendance", _ -> Answer.json(clerk.ask(this::latest)));
    door.put("/api/now/attendance", this::set);
  }

  /**
   * A session to count at.
   *
   * @param session its id; "" if there has been none
   * @param running whether it is read now
   * @param began as ISO 8601 in UTC; "" if that is not known
   * @param children counted so far
   * @param grownUps counted so far
   */
  record Count(
      String session, String title, boolean running, String began, int children, int grownUps) {
    private static final Count NONE = new Count("", "", false, "", 0, 0);
  }

  private Count latest() {
    return robot.memory().sessions().latest(LOOK_BACK).stream()
        .filter(each -> each.session().kind() == Kind.PROGRAMME)
        .findFirst()
        .map(Turnout::count)
        .orElse(Count.NONE);
  }

  private static Count count(Remembered each) {
    return new Count(
        each.session().id(),
        each.session().title().title(),
        each.session().ended().isEmpty(),
        each.dating() == Remembered.Dating.ESTIMATED ? "" : each.began().toString(),
        each.attendance().map(Attendance::children).orElse(0),
        each.attendance().map(Attendance::grownUps).orElse(0));
  }

  record Counted(String session, int children, int grownUps) {}

  private Answer set(Ask ask) {
    Counted counted = ask.json(Counted.class);
    Attendance attendance = attendance(counted);
    String session = Optional.ofNullable(counted.session).orElse("");
    boolean known =
        clerk.ask(
            () -> robot.memory().sessions().attended(session, attendance, robot.watch().now()));
    if (!known) {
      throw new Refused(404, "no-session");
    }
    Count now = clerk.ask(this::latest);
    broadcast.tell("attendance", now);
    return Answer.json(now);
  }

  private static Attendance attendance(Counted counted) {
    try {
      return new Attendance(counted.children, counted.grownUps);
    } catch (IllegalArgumentException outside) {
      throw new Refused(400, "attendance-range");
    }
  }
}
