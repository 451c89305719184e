package iyagi.cli;

import iyagi.performance.PlayerState;
import iyagi.program.Entry;
import iyagi.program.Journal;
import iyagi.program.NotebookFile;
import iyagi.program.ProgrammeBook;
import iyagi.program.Timekeeper;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.ProgrammeTeller;
import iyagi.service.Rehearsals;
import iyagi.service.Service;
import iyagi.service.Steps;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.util.function.Consumer;

/** The reading programme of the robot in service. */
record ProgrammeAtHand(
    ProgrammeTeller teller, Timekeeper keeper, Rehearsals rehearsals, boolean cutOff) {
  /**
   * Reads the journal; begins nothing.
   *
   * @return with whether a programme was cut off, which the timetable deals with
   */
  static ProgrammeAtHand open(
      Desk desk,
      RobotSettings settings,
      Watch watch,
      Memory memory,
      Service service,
      Consumer<Sentence> tell) {
    ProgrammeTeller teller = new ProgrammeTeller(desk, service, memory.sessions());
    Journal journal = new Journal(new NotebookFile(desk.places().programmeJournal()), tell);
    ProgrammeBook book = new ProgrammeBook(new NotebookFile(desk.places().programme()));
    Timekeeper.Parts parts = new Timekeeper.Parts(book, journal, teller, settings.zone(), tell);
    Timekeeper keeper = new Timekeeper(parts, watch);
    Rehearsals rehearsals =
        new Rehearsals(
            desk,
            () -> keeper.state().programme(),
            () -> service.phase() == PlayerState.Phase.IDLE);
    boolean cutOff =
        journal.latest().stream().anyMatch(entry -> entry.state() == Entry.State.BEGUN);
    return new ProgrammeAtHand(teller, keeper, rehearsals, cutOff);
  }

  /** Begins to watch the clock; the thread that does ends with what this gives. */
  Steps watchTheClock(String plan) {
    if (!plan.isEmpty()) {
      keeper.startNow(plan);
    }
    return new Steps("timetable", keeper::await);
  }
}
