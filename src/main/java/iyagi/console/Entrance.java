package iyagi.console;

import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.service.Aloud;
import iyagi.service.Service;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Setting the PIN with the one-time code, showing it, and leaving. */
final class Entrance implements Part {
  /** The cookie of a browser that has shown the PIN before; it opens nothing. */
  private static final String KNOWN = "known";

  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final Duration BETWEEN_SAYINGS = Duration.ofSeconds(15);
  private static final List<String> ENGLISH =
      List.of("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");
  private static final List<String> KOREAN =
      List.of("영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구");

  private final Pin pin;
  private final Visits visits;
  private final Attempts attempts;
  private final Gate gate;
  private final Robot robot;
  private final NanoClock clock;

  /** One after the other: hashing takes a core for a while, and reading goes first. */
  private final ReentrantLock hashing = new ReentrantLock();

  private long saidNanos;
  private volatile Optional<PassageSource> saying = Optional.empty();
  private int wrongCodes;

  Entrance(Pin pin, Visits visits, Gate gate, Robot robot) {
    this.pin = pin;
    this.visits = visits;
    this.gate = gate;
    this.robot = robot;
    clock = robot.desk().clock();
    attempts = new Attempts(clock);
    saidNanos = clock.nanos() - BETWEEN_SAYINGS.toNanos();
  }

  record Setup(String code, String pin) {}

  record SignIn(String pin) {}

  record Change(String old, String pin) {}

  @Override
  public void routes(Door door) {
    door.outerPage("setup", _ -> gate.set() ? Answer.elsewhere("/pin") : Answer.done());
    door.outerPage("pin", _ -> gate.set() ? Answer.done() : Answer.elsewhere("/setup"));
    door.knock("/api/setup/say", this::say);
    door.knock("/api/setup", this::setUp);
    door.knock("/api/sign-in", this::signIn);
    door.post("/api/sign-out", this::signOut);
    door.post("/api/sign-out-all", this::signOutAll);
    door.put("/api/pin", this::change);
  }

  private Answer setUp(Ask ask) throws IOException {
    Setup setup = ask.json(Setup.class);
    requireUnset();
    Attempts.Who who = begin(ask);
    hashing.lock();
    try {
      requireUnset();
      if (!same(pin.code(), setup.code)) {
        wrongCode();
        throw new Refused(403, "wrong-code");
      }
      if (setup.pin == null || !Pin.FORM.matcher(setup.pin).matches()) {
        attempts.right(who);
        throw new Refused(400, "pin-form");
      }
      pin.set(setup.pin);
      hush();
    } finally {
      hashing.unlock();
    }
    return welcome(ask, who);
  }

  /** After five wrong ones there is another code: it cannot be found by trying. */
  private void wrongCode() throws IOException {
    wrongCodes++;
    if (wrongCodes % Attempts.FREE == 0) {
      pin.newCode();
    }
  }

  private void requireUnset() {
    if (gate.set()) {
      throw new Refused(409, "pin-set");
    }
  }

  private Answer signIn(Ask ask) throws IOException {
    SignIn wanted = ask.json(SignIn.class);
    if (!gate.set()) {
      throw new Refused(403, "no-pin-yet");
    }
    Attempts.Who who = begin(ask);
    hashing.lock();
    try {
      require(wanted.pin);
    } finally {
      hashing.unlock();
    }
    return welcome(ask, who);
  }

  private void require(String shown) throws IOException {
    if (shown == null || !Pin.FORM.matcher(shown).matches() || !pin.matches(shown)) {
      throw new Refused(403, "wrong-pin");
    }
  }

  /** Another PIN; whoever signed in with the old one has to again, except the one who asks. */
  private Answer change(Ask ask) throws IOException {
    Change wanted = ask.json(Change.class);
    if (wanted.pin == null || !Pin.FORM.matcher(wanted.pin).matches()) {
      throw new Refused(400, "pin-form");
    }
    Attempts.Who who = begin(ask);
    hashing.lock();
    try {
      require(wanted.old);
      pin.set(wanted.pin);
    } finally {
      hashing.unlock();
    }
    visits.endAll();
    attempts.right(who);
    return Answer.done()
        .cookie(cookie(ask, Gate.COOKIE, visits.begin().cookie(), Visits.IDLE))
        .cookie(cookie(ask, KNOWN, visits.know(), REMEMBERED));
  }

  private Answer signOutAll(Ask ask) {
    visits.endAll();
    return Answer.done().cookie(cookie(ask, Gate.COOKIE, "", Duration.ZERO));
  }

  private Attempts.Who begin(Ask ask) {
    Attempts.Who who =
        ask.cookie(KNOWN)
            .filter(visits::knows)
            .map(Attempts.Who::browser)
            .orElseGet(() -> Attempts.Who.stranger(ask.from()));
    Duration wait = attempts.begin(who);
    if (!wait.isZero()) {
      throw new Refused(429, "wait", Map.of("seconds", wait.toSeconds() + 1));
    }
    return who;
  }

  private Answer welcome(Ask ask, Attempts.Who who) {
    attempts.right(who);
    Answer answer =
        Answer.done().cookie(cookie(ask, Gate.COOKIE, visits.begin().cookie(), Visits.IDLE));
    return who.known() ? answer : answer.cookie(cookie(ask, KNOWN, visits.know(), REMEMBERED));
  }

  private Answer signOut(Ask ask) {
    gate.visit(ask, false).ifPresent(visits::end);
    return Answer.done().cookie(cookie(ask, Gate.COOKIE, "", Duration.ZERO));
  }

  private static String cookie(Ask ask, String name, String value, Duration age) {
    return name
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + age.toSeconds()
        + (ask.secure() ? "; Secure" : "");
  }

  /** The robot says the code, digit by digit, in the browser's language if it speaks that. */
  private Answer say(Ask ask) throws IOException {
    requireUnset();
    requirePause();
    String code = pin.code();
    Locale wanted = Locale.of(ask.language());
    boolean korean =
        wanted.equals(Locale.KOREAN)
            && robot.service().stock().languages().contains(wanted.toLanguageTag());
    List<String> sentences = new ArrayList<>();
    sentences.add(korean ? "번호를 알려 드릴게요." : "Here is the number.");
    sentences.addAll(
        code.chars()
            .mapToObj(digit -> (korean ? KOREAN : ENGLISH).get(digit - '0') + ".")
            .collect(Collectors.toList()));
    Optional<Service.Silence> silence =
        robot.service().say(korean ? Locale.KOREAN : Locale.ENGLISH, sentences);
    if (silence.isPresent()) {
      throw switch (silence.get()) {
        case READING -> new Refused(409, "reading");
        case NEEDS_VOICE -> new Refused(409, "needs-voice");
        case BEING_ADJUSTED -> new Refused(409, "being-adjusted");
      };
    }
    saying = robot.service().aloud().map(Aloud::source);
    return Answer.done();
  }

  /** The code is of no use any more, so the robot need not say it to its end. */
  // The very object that the player was given: two sayings may be alike.
  @SuppressWarnings("ReferenceEquality")
  private void hush() {
    Optional<PassageSource> sounding = robot.service().aloud().map(Aloud::source);
    if (saying.isPresent() && sounding.isPresent() && saying.get() == sounding.get()) {
      robot.service().command(new Command.Stop());
    }
  }

  private synchronized void requirePause() {
    long now = clock.nanos();
    if (now - saidNanos < BETWEEN_SAYINGS.toNanos()) {
      throw new Refused(429, "said-already");
    }
    saidNanos = now;
  }

  private static boolean same(String a, String b) {
    return b != null
        && MessageDigest.isEqual(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
