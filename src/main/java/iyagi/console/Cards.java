package iyagi.console;

import iyagi.service.Shelved;
import iyagi.settings.CardReader;
import java.util.List;

/** The page *Story cards*: to be printed and cut out, each with a code that a scanner types. */
final class Cards implements Part {
  private final Robot robot;
  private final ShelfList shelf;

  Cards(Robot robot) {
    this.robot = robot;
    shelf = new ShelfList(robot.desk());
  }

  @Override
  public void routes(Door door) {
    door.page("cards");
    door.get("/api/cards", _ -> Answer.json(new Sheet(types(), cards())));
  }

  /**
   * What can be printed.
   *
   * @param scanner whether this robot has a reader that types like a keyboard
   */
  record Sheet(boolean scanner, List<Card> cards) {}

  /** A story's card; the facts are those of the shelf. */
  record Card(String name, String title, String language, String ages, long minutes, QrCode code) {}

  private List<Card> cards() {
    return shelf.rows(robot.service().stock().readiness(), "en").stream()
        .filter(row -> !row.state().word().equals("mistakes"))
        .map(Cards::card)
        .toList();
  }

  private static Card card(ShelfList.Row row) {
    String number = Shelved.card(row.id(), row.language()).number();
    return new Card(
        row.name(), row.title(), row.language(), row.ages(), row.minutes(), QrCode.of(number));
  }

  private boolean types() {
    return switch (robot.profile().cards()) {
      case CardReader.Evdev _ -> true;
      case CardReader.Simulated(boolean tellsRemoval) -> !tellsRemoval;
      case CardReader.Pcsc _, CardReader.None _ -> false;
    };
  }
}
