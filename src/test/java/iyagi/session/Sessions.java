package iyagi.session;

import iyagi.time.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Sessions for tests. */
public final class Sessions {
  /** What they read. */
  public static final Title BEAR = new Title("bear", "en", "ab12", "The Bear", "2-4", 12);

  private Sessions() {}

  /** One that has just begun. */
  public static Session begun(Kind kind, Moment at) {
    return new Session(
        "s-" + UUID.randomUUID(),
        kind,
        BEAR,
        at,
        Optional.empty(),
        Tally.NOTHING,
        Optional.empty());
  }

  /** The same on a page. */
  public static Session onPage(Session session, int page) {
    return session.with(new Tally(page, page, 2, 1, 1, Duration.ofSeconds(40L * page)));
  }

  /** The same, going on with another. */
  public static Session resuming(Session session, Session before) {
    return new Session(
        session.id(),
        session.kind(),
        session.title(),
        session.began(),
        Optional.of(before.id()),
        session.tally(),
        session.ended());
  }
}
