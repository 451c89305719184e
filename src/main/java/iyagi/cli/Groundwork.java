package iyagi.cli;

import iyagi.input.CardBook;
import iyagi.library.Shelf;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.Import;
import iyagi.service.LastResort;
import iyagi.service.WordBook;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.RobotProfile;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What is put in order before a robot goes into service, and told where it cannot be. */
final class Groundwork {
  private final Desk desk;
  private final Consumer<Sentence> tell;

  Groundwork(Desk desk, Consumer<Sentence> tell) {
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
                    Sentence.of(
                        "The robot's memory was damaged. It has been put aside as {0} and a new one"
                            + " begun; please keep that file for whoever looks after the robot.",
                        aside)));
    tidy();
    new WordBook(desk).problems().forEach(tell);
  }

  /** A story that was being replaced when the power went comes back. */
  private void tidy() {
    try {
      new Shelf(desk.places().added()).tidy();
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "The folder of added stories, {0}, could not be put in order: {1}. The stories in it"
                  + " are used as they are.",
              desk.places().added(), Reason.of(e)));
    }
    try {
      Import.tidy(desk);
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "Files that a power cut has left behind in {0}/incoming could not be removed: {1}. They"
                  + " only take up room.",
              desk.places().data(), Reason.of(e)));
    }
  }

  /** Before the first servo is powered: who finds this program dead has to know them. */
  void note(Path folder, RobotProfile profile) {
    try {
      LastResort.note(folder, profile);
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "The note for the service manager could not be left in {0} ({1}); if this program is"
                  + " killed, only the safety line lets the servos go.",
              folder, Reason.of(e)));
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
          Sentence.of(
              "the list of cards, {0}, cannot be used: {1}", desk.places().cards(), Reason.of(e)),
          e);
    }
  }
}
