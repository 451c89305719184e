package iyagi.cli;

import iyagi.input.CardBook;
import iyagi.library.Shelf;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.Import;
import iyagi.service.LastResort;
import iyagi.service.Reason;
import iyagi.service.WordBook;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.RobotProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What is put in order before a robot goes into service, and told where it cannot be. */
final class Groundwork {
  private final Desk desk;
  private final Consumer<String> tell;

  Groundwork(Desk desk, Consumer<String> tell) {
    this.desk = desk;
    this.tell = tell;
  }

  /** Whatever a power cut or a hand has left in disorder. */
  void lay(Memory memory) {
    memory
        .aside()
        .ifPresent(
            aside ->
                tell.accept(
                    "The robot's memory was damaged. It has been put aside as "
                        + aside
                        + " and a new one begun; please keep that file for whoever looks after the"
                        + " robot."));
    tidy();
    new WordBook(desk).problems().forEach(tell);
  }

  /** A story that was being replaced when the power went comes back. */
  private void tidy() {
    try {
      new Shelf(desk.places().added()).tidy();
    } catch (IOException e) {
      tell.accept(
          "The folder of added stories, "
              + desk.places().added()
              + ", could not be put in order: "
              + Reason.of(e)
              + ". The stories in it are used as they are.");
    }
    try {
      Import.tidy(desk);
    } catch (IOException e) {
      tell.accept(
          "Files that a power cut has left behind in "
              + desk.places().data()
              + "/incoming could not be removed: "
              + Reason.of(e)
              + ". They only take up room.");
    }
  }

  /** Before the first servo is powered: who finds this program dead has to know them. */
  void note(Path folder, RobotProfile profile) {
    try {
      LastResort.note(folder, profile);
    } catch (IOException e) {
      tell.accept(
          "The note for the service manager could not be left in "
              + folder
              + " ("
              + Reason.of(e)
              + "); if this program is killed, only the safety line lets the servos go.");
    }
  }

  /** The list of cards; damaged lines in it are told and left out. */
  CardBook cards() {
    try {
      CardBook book = CardBook.open(desk.places().cards());
      book.problems().forEach(tell);
      return book;
    } catch (IOException e) {
      throw new Unkept(
          "the list of cards, " + desk.places().cards() + ", cannot be used: " + Reason.of(e), e);
    }
  }
}
