package iyagi.console;

/** The page *Stories*: the shelf, and what a librarian does with it. */
final class Stories implements Part {
  private final Robot robot;
  private final ShelfList shelf;

  Stories(Robot robot) {
    this.robot = robot;
    shelf = new ShelfList(robot.desk());
  }

  @Override
  public String page() {
    return "stories";
  }

  @Override
  public void routes(Door door) {
    door.page("stories");
    door.get("/api/stories", _ -> Answer.json(shelf.rows(robot.service().readiness())));
  }
}
