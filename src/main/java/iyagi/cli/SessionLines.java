package iyagi.cli;

import iyagi.service.Minutes;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import iyagi.session.Remembered.Dating;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Sessions in a librarian's words. */
final class SessionLines {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private SessionLines() {}

  /** One session on one line. */
  static String line(Remembered each, ZoneId zone) {
    Session session = each.session();
    return "%s%s  %-9s  %-5s  %2d of %2d pages  %-10s  %s (%s)%s  %s"
        .formatted(
            TIME.format(each.began().atZone(zone)),
            each.dating() == Dating.ESTIMATED ? "?" : " ",
            session.kind() == Kind.PROGRAMME ? "programme" : "free",
            Minutes.clock(session.tally().active()),
            session.tally().pagesRead(),
            session.title().pages(),
            session.ended().map(end -> words(session, end.result())).orElse("open"),
            session.title().title(),
            session.title().language(),
            each.attendance()
                .map(a -> ", " + a.children() + " children, " + a.grownUps() + " grown-ups")
                .orElse(""),
            session.id());
  }

  private static String words(Session session, Result result) {
    return session.trial() ? "trial" : result.word();
  }

  /** A session that was found open at the start. */
  static Sentence cutOff(Session session) {
    Duration read = session.tally().active();
    boolean power = session.ended().orElseThrow().result() == Result.POWER_LOSS;
    return Sentence.of(
        "The reading of '{0}' was cut off on page {1} of {2}, after {3} min: {4}. It is remembered so.",
        session.title().title(),
        session.tally().page(),
        session.title().pages(),
        Minutes.clock(read),
        power
            ? Sentence.of("the robot was switched off or lost its power")
            : Sentence.of("the program ended without a goodbye"));
  }
}
