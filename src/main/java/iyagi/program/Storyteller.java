package iyagi.program;

import iyagi.performance.PerformanceEvent.Ending;
import iyagi.score.Manner;
import iyagi.words.Sentence;
import java.util.Optional;

/** What a programme needs of the robot. The timetable's thread calls; nothing here waits. */
public interface Storyteller {
  /** What the robot does, as far as a programme has to know. */
  enum Situation {
    /** Nothing. */
    FREE,
    /** It does what the programme asked for last. */
    OURS,
    /** It reads, or stands still in the middle of, what somebody else asked for. */
    BUSY,
    /** Somebody has halted it, and nobody has started anything since. */
    HALTED
  }

  /** Now. */
  Situation situation();

  /**
   * Asks for something; whatever is read is stopped for it, so ask only while it is free.
   *
   * @return why it cannot be done, for a librarian; empty if it is being done
   */
  Optional<Sentence> begin(Part part);

  /**
   * For whom everything is that is asked for from now on.
   *
   * @param manner of the programme under way; empty for the robot's own, as before
   */
  void suit(Optional<Manner> manner);

  /** Ends what was asked for last behind the sentence that is being spoken. */
  void finish();

  /** Ends what was asked for last at once. */
  void stop();

  /** How what was asked for last came to its end; empty before that. */
  Optional<Ending> ended();

  /** What is remembered of a session; empty if it was never opened. */
  Optional<Left> left(String session);

  /**
   * A session as it was left.
   *
   * @param over whether nothing of it is left to read
   * @param page that it had reached, at least 1
   */
  record Left(boolean over, int page) {}
}
