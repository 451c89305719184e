package iyagi.session;

import iyagi.time.Moment;
import iyagi.words.Explained;
import iyagi.words.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept, each together with its report: both in one transaction or neither. Calls
 * block until the disk has it, so they come from a thread of their own.
 */
public interface SessionLog {
  /**
   * A session begins.
   *
   * @throws Unkept if it could not be written
   */
  void opened(Session session);

  /**
   * How far a session has come, for the case that the plug is pulled.
   *
   * @throws Unkept if it could not be written
   */
  void reached(Session session);

  /**
   * A session has ended. May be told again for the same session, and counts once.
   *
   * @throws Unkept if it could not be written
   */
  void closed(Session session);

  /**
   * Ends every session that was left open by a program that is gone, truthfully: as lost with the
   * power or by a restart.
   *
   * @return those sessions, oldest first
   * @throws Unkept if it could not be written
   */
  List<Session> closeAbandoned(Moment now);

  /**
   * How many children and grown-ups were there. Told again, the last word counts.
   *
   * @return whether there is such a session
   * @throws Unkept if it could not be written
   */
  boolean attended(String id, Attendance attendance, Moment at);

  /**
   * The wall clock is right now: sessions of this boot that were dated without it are dated anew.
   *
   * @throws Unkept if it could not be written
   */
  void clockFixed(Moment now);

  /**
   * Reports every day that is over and has not been reported.
   *
   * @param today the date here and now
   * @throws Unkept if it could not be written
   */
  void closeDays(LocalDate today);

  /**
   * Something concerning the robot's parts or stories that the library should know.
   *
   * @throws Unkept if it could not be written
   */
  void noted(Note note, Moment at);

  /** The latest sessions, newest first. */
  List<Remembered> latest(int most);

  /** Sessions that began on or after a date and before another one, oldest first. */
  List<Remembered> between(LocalDate from, LocalDate before);

  /** The programme session that was interrupted last, if it has not been gone on with. */
  Optional<Session> resumable();

  /** Thrown when something could not be kept; its message is for a librarian. */
  final class Unkept extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1;
    private final transient Sentence sentence;
    private final boolean passing;

    /** Why. */
    public Unkept(Sentence sentence, Throwable cause) {
      this(sentence, cause, false);
    }

    /**
     * Why.
     *
     * @param passing whether it may go well once something is mended or another program has ended
     */
    public Unkept(Sentence sentence, Throwable cause, boolean passing) {
      super(sentence.toString(), cause);
      this.sentence = sentence;
      this.passing = passing;
    }

    /** Whether it may go well once something is mended or another program has ended. */
    public boolean passing() {
      return passing;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }
  }
}
