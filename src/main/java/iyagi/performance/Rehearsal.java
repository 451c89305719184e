package iyagi.performance;

import iyagi.audio.AudioSink;
import iyagi.light.FlashLimit;
import iyagi.motion.Body;
import iyagi.motion.Pose;
import iyagi.score.Passage;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a prepared story as fast as it can be computed, by the same player and motion loop that
 * play it for real.
 */
public final class Rehearsal {
  private static final Duration LONGEST = Duration.ofHours(3);

  /** Told after every tick. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * One tick of the motion loop.
     *
     * @param seconds of sound heard
     * @param commanded what the servos were told
     */
    void ticked(double seconds, Pose commanded);
  }

  private Rehearsal() {}

  /**
   * The passages in the order in which they are heard when nobody presses a button; all have to be
   * prepared.
   */
  public static List<Passage> asPlayed(PassageSource story) {
    List<Passage> played = new ArrayList<>();
    int unanswered = 0;
    for (int number = 0; number < story.count(); ) {
      int wanted = number;
      Passage passage =
          story
              .passage(number)
              .orElseThrow(
                  () -> new IllegalStateException("passage " + wanted + " has not been prepared"));
      played.add(passage);
      unanswered += passage.kind() instanceof Passage.Kind.Choosing ? 1 : 0;
      number = Route.after(story, passage, unanswered);
    }
    return played;
  }

  /**
   * Plays the story to its end.
   *
   * @param tape takes the sound, and keeps the same clock
   * @param clock moved on by this rehearsal
   * @param stand whose servos are simulated by the same clock
   */
  public static void play(
      PassageSource story,
      AudioSink tape,
      double ceilingDb,
      ManualClock clock,
      Stand stand,
      Watcher watcher) {
    List<PerformanceEvent> ended = new ArrayList<>();
    Player player =
        new Player(
            tape,
            ceilingDb,
            clock,
            event -> {
              if (event instanceof PerformanceEvent.Ended) {
                ended.add(event);
              }
            });
    MotionLoop loop = new MotionLoop(player, stand.body(), stand.lamps(), clock, _ -> {});
    player.command(new Command.Start(story, 0));
    long most = LONGEST.dividedBy(MotionLoop.PERIOD);
    for (long tick = 0; tick < most && ended.isEmpty(); tick++) {
      player.step();
      loop.tick();
      watcher.ticked(Playhead.seconds(tape.heard()), loop.shown());
      clock.advance(MotionLoop.PERIOD);
    }
    if (ended.isEmpty()) {
      throw new IllegalStateException(
          "'" + story.title() + "' did not end within " + LONGEST.toHours() + " hours");
    }
  }

  /**
   * What is moved.
   *
   * @param body of the robot
   * @param lamps of the robot
   */
  public record Stand(Body body, FlashLimit lamps) {}
}
