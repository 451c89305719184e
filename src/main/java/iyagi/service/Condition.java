package iyagi.service;

import iyagi.performance.PerformanceEvent;
import iyagi.time.Moment;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How the parts of a robot in service are: what does not work, why and since when. Any thread. */
public final class Condition {
  private final Watch watch;
  private final BiConsumer<Part, Boolean> changed;
  private final Map<Part, Fault> faults = new EnumMap<>(Part.class);

  /** What can fail while the robot is in service, in the order in which people are told. */
  public enum Part {
    /** What is heard. */
    SOUND,
    /** What moves. */
    SERVOS,
    /** What shines. */
    LAMPS,
    /** What is pressed. */
    BUTTONS,
    /** What is laid on it. */
    CARDS
  }

  /**
   * The last time that a part failed.
   *
   * @param at when
   * @param reason as the part gave it
   * @param over whether it works again
   */
  public record Fault(Moment at, Sentence reason, boolean over) {}

  /**
   * All parts work.
   *
   * @param changed told of each part that fails or works again in a performance: true where it
   *     fails
   */
  Condition(Watch watch, BiConsumer<Part, Boolean> changed) {
    this.watch = watch;
    this.changed = changed;
  }

  /** A part does not work. */
  public synchronized void lost(Part part, Sentence reason) {
    faults.put(part, new Fault(watch.now(), reason, false));
  }

  /** A part works (again). */
  public synchronized void back(Part part) {
    faults.computeIfPresent(part, (_, fault) -> new Fault(fault.at(), fault.reason(), true));
  }

  /** The last fault of a part since the robot was put into service; empty if it had none. */
  public synchronized Optional<Fault> last(Part part) {
    return Optional.ofNullable(faults.get(part));
  }

  /** Takes what happens in the performance. */
  void heard(PerformanceEvent event) {
    switch (event) {
      case PerformanceEvent.MotionLost(Sentence reason) -> failed(Part.SERVOS, reason);
      case PerformanceEvent.MotionBack _ -> mended(Part.SERVOS);
      case PerformanceEvent.LightLost(Sentence reason) -> failed(Part.LAMPS, reason);
      case PerformanceEvent.LightBack _ -> mended(Part.LAMPS);
      case PerformanceEvent.SoundLost(Sentence reason) -> failed(Part.SOUND, reason);
      case PerformanceEvent.SoundBack _ -> mended(Part.SOUND);
      case PerformanceEvent.JointRests _,
          PerformanceEvent.Started _,
          PerformanceEvent.Sounding _,
          PerformanceEvent.PageReached _,
          PerformanceEvent.LineReached _,
          PerformanceEvent.QuestionAsked _,
          PerformanceEvent.QuestionAnswered _,
          PerformanceEvent.PageEnded _,
          PerformanceEvent.ChoiceOffered _,
          PerformanceEvent.Chosen _,
          PerformanceEvent.Paused _,
          PerformanceEvent.Resumed _,
          PerformanceEvent.WaitingForSpeech _,
          PerformanceEvent.SoundMissing _,
          PerformanceEvent.Ended _ -> {}
    }
  }

  private void failed(Part part, Sentence reason) {
    lost(part, reason);
    changed.accept(part, true);
  }

  private void mended(Part part) {
    back(part);
    changed.accept(part, false);
  }
}
