package iyagi.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import iyagi.session.Attendance;
import iyagi.session.Note;
import iyagi.session.Session;

/**
 * Something that counts, as the library's server is told it: the "data" of an event. The components
 * of these records are all that may ever leave the robot in an event; a test holds them against the
 * list of allowed fields and against the published schemas.
 */
@JsonInclude(Include.NON_NULL)
public sealed interface Fact {
  /** The event's type: "iyagi.session.ended". */
  default String type() {
    return switch (this) {
      case SessionStarted _ -> "iyagi.session.started";
      case SessionEnded _ -> "iyagi.session.ended";
      case SessionAttended _ -> "iyagi.session.attended";
      case DayClosed _ -> "iyagi.day.closed";
      case ClockFixed _ -> "iyagi.clock.fixed";
      case StoryInstalled _ -> "iyagi.story.installed";
      case StoryRemoved _ -> "iyagi.story.removed";
      case FaultRaised _ -> "iyagi.fault.raised";
      case FaultCleared _ -> "iyagi.fault.cleared";
      case CommandCompleted _ -> "iyagi.command.completed";
      case OutboxGap _ -> "iyagi.outbox.gap";
    };
  }

  /** A session has begun. */
  record SessionStarted(
      String session,
      String kind,
      String story,
      String lang,
      String edition,
      String ages,
      int pages)
      implements Fact {
    /** Lets no free text out. */
    public SessionStarted {
      story = StoryName.of(story);
    }
  }

  /**
   * A session has ended; the server counts these.
   *
   * @param ages null where the author says nothing
   * @param activeS seconds that were read, without pauses
   * @param trial whether it was so short that it is no reading
   * @param resumes null unless it goes on with another session
   */
  record SessionEnded(
      String session,
      String kind,
      String story,
      String lang,
      String edition,
      String ages,
      String result,
      int pagesRead,
      int pagesTotal,
      int asked,
      int answered,
      int interruptions,
      long activeS,
      boolean trial,
      String resumes)
      implements Fact {
    /** Lets no free text out. */
    public SessionEnded {
      story = StoryName.of(story);
    }
  }

  /** How many were there. The last one of a session counts. */
  record SessionAttended(String session, int children, int grownUps) implements Fact {}

  /**
   * A day is over.
   *
   * @param day its date where the robot stands: "2026-11-25"
   * @param sessions readings that began on it, trials and resumptions left out
   */
  record DayClosed(String day, int sessions, int completed, int trials, long activeS)
      implements Fact {}

  /**
   * The wall clock has become right, or has been set.
   *
   * @param utc the time at that moment of the monotonic clock, to the second
   * @param monoms milliseconds since power-on
   */
  record ClockFixed(String utc, long monoms, String source) implements Fact {}

  /** A story has come to the robot. */
  record StoryInstalled(String story, String lang, String edition) implements Fact {
    /** Lets no free text out. */
    public StoryInstalled {
      story = StoryName.of(story);
    }
  }

  /** A story has been taken away. */
  record StoryRemoved(String story, String lang) implements Fact {
    /** Lets no free text out. */
    public StoryRemoved {
      story = StoryName.of(story);
    }
  }

  /** A part has failed. */
  record FaultRaised(String part) implements Fact {}

  /** A part works again. */
  record FaultCleared(String part) implements Fact {}

  /** A command that took its time is done. */
  record CommandCompleted(String command, String status) implements Fact {}

  /** Reports that had to be given up, because too many were waiting. */
  record OutboxGap(long first, long last) implements Fact {}

  /** That a session has begun. */
  static Fact started(Session session) {
    var title = session.title();
    return new SessionStarted(
        session.id(),
        session.kind().word(),
        title.story(),
        title.language(),
        title.edition(),
        orNull(title.ages()),
        title.pages());
  }

  /** That a session has ended. */
  static Fact ended(Session session) {
    var title = session.title();
    var tally = session.tally();
    return new SessionEnded(
        session.id(),
        session.kind().word(),
        title.story(),
        title.language(),
        title.edition(),
        orNull(title.ages()),
        session.ended().orElseThrow().result().word(),
        tally.pagesRead(),
        title.pages(),
        tally.asked(),
        tally.answered(),
        tally.interruptions(),
        tally.active().toSeconds(),
        session.trial(),
        session.resumes().orElse(null));
  }

  /** How many were there. */
  static Fact attended(String session, Attendance attendance) {
    return new SessionAttended(session, attendance.children(), attendance.grownUps());
  }

  /** A note as a fact. */
  static Fact of(Note note) {
    return switch (note) {
      case Note.Failed(Note.Part part) -> new FaultRaised(part.word());
      case Note.Works(Note.Part part) -> new FaultCleared(part.word());
      case Note.Installed(String story, String language, String edition) ->
          new StoryInstalled(story, language, edition);
      case Note.Removed(String story, String language) -> new StoryRemoved(story, language);
      case Note.Done(String command, boolean well) ->
          new CommandCompleted(command, well ? "done" : "failed");
    };
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
