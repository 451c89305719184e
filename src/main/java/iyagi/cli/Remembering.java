package iyagi.cli;

import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.Steps;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.SessionLog.Unkept;
import iyagi.session.SessionRecorder;
import iyagi.session.Title;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The robot's memory for a reading that a person has started with a command. Where it cannot be
 * used, that is told and the story is read all the same.
 */
final class Remembering implements AutoCloseable {
  private record Parts(Memory memory, Keeping keeping, Steps steps, SessionRecorder recorder) {}

  private final Optional<Parts> parts;

  private Remembering(Optional<Parts> parts) {
    this.parts = parts;
  }

  /** Remembers nothing: a rehearsal. */
  static Remembering nothing() {
    return new Remembering(Optional.empty());
  }

  /** Opens the memory of this robot; sessions that were cut off before are closed truthfully. */
  static Remembering of(Desk desk, PrintWriter err) {
    Optional<RobotSettings> settings = SettingsAtHand.find(desk, "", err);
    if (settings.isEmpty()) {
      Complaint.say(err, "The story is read, but the session is not remembered.");
      return nothing();
    }
    Watch watch = Watch.system(settings.get().clockTrusted());
    try {
      Memory memory = desk.post().memory(desk.places().data(), watch, settings.get().zone());
      memory.sessions().closeAbandoned(watch.now());
      Keeping keeping =
          new Keeping(memory.sessions(), watch, settings.get().zone(), Complaint.to(err));
      return new Remembering(
          Optional.of(
              new Parts(
                  memory,
                  keeping,
                  new Steps("memory", keeping::await),
                  new SessionRecorder(watch, keeping))));
    } catch (Unkept trouble) {
      Complaint.say(
          err, trouble.getMessage() + ". The story is read, but the session is not remembered.");
      return nothing();
    }
  }

  /** Says what is going to be read. */
  void expect(PassageSource source, Title title) {
    parts.ifPresent(p -> p.recorder().expect(source, Kind.FREE, title, Optional.empty()));
  }

  /** Takes what happens. */
  void heard(PerformanceEvent event) {
    parts.ifPresent(p -> p.recorder().heard(event));
  }

  /** Writes down what is not written yet. */
  @Override
  public void close() {
    parts.ifPresent(
        p -> {
          p.steps().close();
          p.keeping().step();
          p.memory().close();
        });
  }
}
