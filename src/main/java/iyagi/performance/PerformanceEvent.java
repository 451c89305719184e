package iyagi.performance;

import iyagi.motion.Joint;
import iyagi.words.Sentence;

/**
 * Something that a listener may want to know of a performance. Told on the player's or the motion
 * loop's thread.
 */
public sealed interface PerformanceEvent {
  /** A story begins. */
  record Started(PassageSource story) implements PerformanceEvent {}

  /** The first sound of the story is on its way to the loudspeaker. */
  record Sounding() implements PerformanceEvent {}

  /** A page is being read; pages count from 1. */
  record PageReached(int page) implements PerformanceEvent {}

  /** A line is heard now. */
  record LineReached(int passage, String role, String text) implements PerformanceEvent {}

  /** Children have been asked and think. */
  record QuestionAsked(int passage) implements PerformanceEvent {}

  /** The wait behind a question was ended by a button: the children have answered. */
  record QuestionAnswered(int passage) implements PerformanceEvent {}

  /** The page of a printed book is over; somebody is to turn it. */
  record PageEnded(int page) implements PerformanceEvent {}

  /** Children may choose between two pages now. */
  record ChoiceOffered(int left, int right) implements PerformanceEvent {}

  /** A choice was made, by a button or by time. */
  record Chosen(int page, boolean byButton) implements PerformanceEvent {}

  /** The reading stands still. */
  record Paused() implements PerformanceEvent {}

  /** It goes on. */
  record Resumed() implements PerformanceEvent {}

  /** The next passage is still being prepared; silence until it is ready. */
  record WaitingForSpeech(int passage) implements PerformanceEvent {}

  /** A sound could not be played; the reading goes on without it. */
  record SoundMissing(String what, Sentence reason) implements PerformanceEvent {}

  /** The servos are lost; the reading goes on without them. */
  record MotionLost(Sentence reason) implements PerformanceEvent {}

  /** The lamps are lost; the reading goes on without them. */
  record LightLost(Sentence reason) implements PerformanceEvent {}

  /** The servos are back. */
  record MotionBack() implements PerformanceEvent {}

  /** A joint has worked for so long that it rests for some minutes; the others go on. */
  record JointRests(Joint joint) implements PerformanceEvent {}

  /** The lamps are back. */
  record LightBack() implements PerformanceEvent {}

  /** The sound device is lost; the reading goes on in silence. */
  record SoundLost(Sentence reason) implements PerformanceEvent {}

  /** A sound device is back. */
  record SoundBack(Sentence name) implements PerformanceEvent {}

  /** The story is over. */
  record Ended(Ending ending) implements PerformanceEvent {}

  /** How a story came to its end. */
  enum Ending {
    /** It was read to the last word. */
    COMPLETED,
    /** Somebody stopped it. */
    STOPPED,
    /** Somebody halted the robot for safety. */
    HALTED,
    /** The player failed; the robot was made safe. */
    FAILED
  }
}
