package iyagi.session;

import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.time.Moment;
import iyagi.time.Watch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Turns what happens in a performance into a session. A pure matter of counting: what comes out is
 * handed to whoever keeps it. The player's thread calls it.
 */
public final class SessionRecorder {
  /** Takes what is to be kept; must not block. */
  public interface Keeper {
    /** A session begins. */
    void opened(Session session);

    /** It has come to another page. */
    void reached(Session session);

    /** It has ended. */
    void closed(Session session);
  }

  /** Starts that a halt has swept away are forgotten after so many others. */
  private static final int MOST_EXPECTED = 8;

  private record Expected(PassageSource source, Session session) {}

  private final Watch watch;
  private final Keeper keeper;
  private final Deque<Expected> expected = new ArrayDeque<>();
  private volatile Optional<Session> open = Optional.empty();
  private final Set<Integer> pages = new HashSet<>();
  private Duration activeSince = Duration.ZERO;
  private boolean paused;

  /** Whether a page of a printed book is being turned. */
  private boolean turning;

  /** A recorder without a session. */
  public SessionRecorder(Watch watch, Keeper keeper) {
    this.watch = watch;
    this.keeper = keeper;
  }

  /** An id for a session: random and never used again. */
  public static String newId() {
    return "s-" + UUID.randomUUID();
  }

  /** As {@link #expect(String, PassageSource, Kind, Title, Optional)}, with an id of its own. */
  public void expect(PassageSource source, Kind kind, Title title, Optional<String> resumes) {
    expect(newId(), source, kind, title, resumes);
  }

  /**
   * Says what a story is that is about to be started; one that nothing was said of is not
   * remembered.
   *
   * @param id of the session, see {@link #newId}
   * @param source as the player is given it
   * @param resumes the session that it goes on with, if it does
   */
  public synchronized void expect(
      String id, PassageSource source, Kind kind, Title title, Optional<String> resumes) {
    Session session =
        new Session(id, kind, title, watch.now(), resumes, Tally.NOTHING, Optional.empty());
    expected.addLast(new Expected(source, session));
    if (expected.size() > MOST_EXPECTED) {
      expected.removeFirst();
    }
  }

  /** The session that is being read, as far as it has come. Any thread. */
  public Optional<Session> open() {
    return open;
  }

  /** Takes one event. */
  public synchronized void heard(PerformanceEvent event) {
    switch (event) {
      case PerformanceEvent.Started(PassageSource source) -> begin(source);
      case PerformanceEvent.PageReached(int page) -> open.ifPresent(s -> reach(s, page));
      case PerformanceEvent.QuestionAsked _, PerformanceEvent.ChoiceOffered _ ->
          count(open.map(s -> s.tally().oneAsked()));
      case PerformanceEvent.QuestionAnswered _ -> count(open.map(s -> s.tally().oneAnswered()));
      case PerformanceEvent.Chosen(_, boolean byButton) -> {
        if (byButton) {
          count(open.map(s -> s.tally().oneAnswered()));
        }
      }
      case PerformanceEvent.Paused _ -> {
        pause();
        paused = true;
      }
      case PerformanceEvent.PageEnded _ -> turning = true;
      case PerformanceEvent.LineReached _ -> turning = false;
      case PerformanceEvent.Resumed _ -> {
        paused = false;
        activeSince = watch.now().sinceBoot();
      }
      case PerformanceEvent.Ended(PerformanceEvent.Ending ending) ->
          open.ifPresent(s -> end(s, Result.of(ending)));
      case PerformanceEvent.Sounding _,
          PerformanceEvent.WaitingForSpeech _,
          PerformanceEvent.SoundMissing _,
          PerformanceEvent.MotionLost _,
          PerformanceEvent.LightLost _,
          PerformanceEvent.LightBack _,
          PerformanceEvent.SoundLost _,
          PerformanceEvent.SoundBack _,
          PerformanceEvent.JointRests _,
          PerformanceEvent.MotionBack _ -> {}
    }
  }

  // The very object that the player was given: two stories may be alike in all else.
  @SuppressWarnings("ReferenceEquality")
  private void begin(PassageSource source) {
    Optional<Expected> known = expected.stream().filter(e -> e.source() == source).findFirst();
    known.ifPresent(
        e -> {
          expected.remove(e);
          Moment now = watch.now();
          pages.clear();
          paused = false;
          turning = false;
          activeSince = now.sinceBoot();
          open = Optional.of(e.session().beginning(now));
          open.ifPresent(keeper::opened);
        });
  }

  /** A card that is lifted to turn a page of the book is no interruption. */
  private void pause() {
    Duration active = sinceActive();
    count(open.map(s -> (turning ? s.tally() : s.tally().oneInterruption()).activeFor(active)));
  }

  private void reach(Session session, int page) {
    pages.add(page);
    Tally tally = session.tally().onPage(page, pages.size()).activeFor(sinceActive());
    count(Optional.of(tally));
    open.ifPresent(keeper::reached);
  }

  private void end(Session session, Result result) {
    Session done = session.with(session.tally().activeFor(sinceActive())).end(result, watch.now());
    open = Optional.empty();
    keeper.closed(done);
  }

  private void count(Optional<Tally> tally) {
    open = open.flatMap(s -> tally.map(s::with));
  }

  /** How long the story has been read since that was asked last; nothing while it is paused. */
  private Duration sinceActive() {
    if (paused) {
      return Duration.ZERO;
    }
    Duration now = watch.now().sinceBoot();
    Duration since = now.minus(activeSince);
    activeSince = now;
    return since;
  }
}
