package iyagi.doctor;

import iyagi.report.Memory;
import iyagi.report.Outbox;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the robot's memory. */
final class MemoryCheck implements Check {
  /** A library's server that is away for a week has been forgotten, not switched off. */
  private static final Duration LONG = Duration.ofDays(7);

  private final Patient patient;

  MemoryCheck(Patient patient) {
    this.patient = patient;
  }

  @Override
  public List<Finding> look() {
    RobotSettings settings = patient.setUp();
    Watch watch = Watch.system(settings.clockTrusted());
    List<Finding> found = new ArrayList<>();
    try (Memory memory =
        patient
            .desk()
            .post()
            .memoryForVisitors(patient.desk().places().data(), watch, settings.zone())) {
      found.add(waiting(memory.outbox().waiting(), settings.reporting().isPresent()));
    } catch (Unkept trouble) {
      found.add(Finding.of(Part.MEMORY, Verdict.BROKEN, "broken", trouble.sentence()));
    }
    return found;
  }

  private static Finding waiting(Outbox.Waiting waiting, boolean reported) {
    if (!reported || waiting.count() == 0) {
      return Finding.of(Part.MEMORY, Verdict.WORKS, "works");
    }
    boolean tooLong = waiting.oldest().compareTo(LONG) > 0;
    return Finding.of(
        Part.MEMORY,
        tooLong ? Verdict.ATTENTION : Verdict.WORKS,
        tooLong ? "stuck" : "waiting",
        waiting.count(),
        Sentence.of("{0}", waiting.oldest()));
  }
}
