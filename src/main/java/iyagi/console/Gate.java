package iyagi.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who may ask what. Any thread. */
final class Gate {
  /** The cookie of whoever has signed in. */
  static final String COOKIE = "visit";

  private static final String TOKEN_HEADER = "X-Token";

  private final Pin pin;
  private final Visits visits;

  Gate(Pin pin, Visits visits) {
    this.pin = pin;
    this.visits = visits;
  }

  /** Whether a PIN is set. */
  boolean set() {
    if (pin.set()) {
      return true;
    }
    visits.endAll();
    return false;
  }

  /** Who asks, if that browser has signed in. */
  Optional<Visits.Visit> visit(Ask ask, boolean asks) {
    return set() ? ask.cookie(COOKIE).flatMap(cookie -> visits.of(cookie, asks)) : Optional.empty();
  }

  /** Where a page sends those who have to do something else first. */
  Optional<Answer> detour(Ask ask) {
    if (!set()) {
      return Optional.of(Answer.elsewhere("/setup"));
    }
    return visit(ask, false).isPresent()
        ? Optional.empty()
        : Optional.of(Answer.elsewhere("/pin?to=" + ask.path()));
  }

  Answer opened(Ask ask, Reply reply) throws IOException {
    requireSet();
    return reply.to(ask);
  }

  Answer signedIn(Ask ask, Reply reply) throws IOException {
    requireVisit(ask);
    return reply.to(ask);
  }

  Answer changing(Ask ask, Reply reply) throws IOException {
    requireSamePlace(ask);
    Visits.Visit visit = requireVisit(ask);
    if (!same(visit.token(), ask.header(TOKEN_HEADER).orElse(""))) {
      throw new Refused(403, "foreign");
    }
    return reply.to(ask);
  }

  Answer knocking(Ask ask, Reply reply) throws IOException {
    requireSamePlace(ask);
    return reply.to(ask);
  }

  void watching(Ask ask, boolean open) {
    if (open) {
      requireSet();
    } else {
      requireVisit(ask);
    }
  }

  private void requireSet() {
    if (!set()) {
      throw new Refused(403, "no-pin-yet");
    }
  }

  private Visits.Visit requireVisit(Ask ask) {
    requireSet();
    return visit(ask, true).orElseThrow(() -> new Refused(401, "sign-in"));
  }

  /**
   * A page of another site must not make this robot do anything, not even with a librarian's
   * browser.
   */
  private static void requireSamePlace(Ask ask) {
    Optional<String> origin = ask.header("Origin");
    String here = (ask.secure() ? "https://" : "http://") + ask.header("Host").orElse("");
    boolean same =
        origin.isPresent()
            ? origin.get().equals(here)
            : ask.header("Sec-Fetch-Site").orElse("").equals("same-origin");
    if (!same) {
      throw new Refused(403, "foreign");
    }
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
