package iyagi.report;

import iyagi.time.ClockQuality;
import iyagi.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of everything that a robot says and hears; {@link Fact}s in all their forms. */
final class Samples {
  static final String ROBOT = "rb-7f3k2m";
  static final String BOOT = "6f1c0b5e-3a0e-4f0a-9a51-2b8f3c7f9d11";
  static final String EPOCH = "0b7c3f0e-96b5-4a7e-8f6d-0b1f0c2d3e4f";
  static final Moment NOW =
      new Moment(
          BOOT,
          Duration.ofMillis(1_512_345),
          Instant.parse("2026-11-23T09:17:11.5Z"),
          ClockQuality.NTP);

  private static final String SESSION = "s-3f0b6c52-7c0e-4d1c-9a55-0d6c1f2e4b91";
  private static final String EDITION = "9f2c4b1a77e0d3c8";

  private Samples() {}

  /** Of each kind one; of those with something that may be missing, also one without it. */
  static List<Fact> facts() {
    return List.of(
        new Fact.SessionStarted(SESSION, "programme", "bear", "en", EDITION, "2-4", 9),
        new Fact.SessionStarted(SESSION, "free", "bear", "en-GB", EDITION, null, 9),
        new Fact.SessionEnded(
            SESSION, "free", "bear", "ko", EDITION, "2-4", "stopped", 4, 9, 3, 2, 1, 20, true,
            null),
        new Fact.SessionEnded(
            SESSION,
            "programme",
            "bear",
            "ko",
            EDITION,
            null,
            "power-loss",
            4,
            9,
            3,
            2,
            1,
            540,
            false,
            SESSION),
        new Fact.SessionAttended(SESSION, 14, 3),
        new Fact.DayClosed("2026-11-23", 31, 24, 6, 15_400),
        new Fact.ClockFixed("2026-11-23T09:04:58Z", 799_512, "ntp"),
        new Fact.StoryInstalled("moon", "ko", EDITION),
        new Fact.StoryRemoved("moon", "ko"),
        new Fact.FaultRaised("servos"),
        new Fact.FaultCleared("servos"),
        new Fact.CommandCompleted("01JDB0Q7W6M9", "done"),
        new Fact.OutboxGap(1, 1_000));
  }

  /** A fact as it lies in the outbox. */
  static Report report(Fact fact, ClockQuality quality) {
    return new Report(
        18_231,
        "4f2d9c1e-8a3b-4c5d-9e6f-0a1b2c3d4e01",
        fact.type(),
        BOOT,
        Rounding.of(NOW.sinceBoot()),
        Rounding.of(NOW.wall()),
        quality,
        Json.text(fact));
  }

  /** Everything that is sent, but events. */
  static List<Outgoing> messages() {
    return List.of(
        new Outgoing.State("online", BOOT, 3, "0.1.0"),
        new Outgoing.State("lost", BOOT, 3, "0.1.0-SNAPSHOT"),
        new Outgoing.Info(
            "1.0",
            "0.1.0",
            "owl",
            List.of("en", "ko"),
            BOOT,
            EPOCH,
            18_229,
            12,
            17,
            "ntp",
            "server"),
        new Outgoing.Health(8_123, 54.2, false, 9_120, 0, 0, -12.0, List.of("servos", "name")),
        new Outgoing.Health(8_123, null, null, 9_120, 12, 5_400, -12.0, List.of()),
        new Outgoing.Inventory(
            EDITION, List.of(new Outgoing.Shelved("good-night-moon", "en", EDITION, 9))),
        new Outgoing.Inventory(EDITION, List.of()),
        new Outgoing.Result("01JDB0Q7W6M3", "done", null),
        new Outgoing.Result("01JDB0Q7W6M3", "refused", "expired"));
  }

  /** Everything that is heard, complete. */
  static List<Incoming> heard() {
    return List.of(
        new Incoming.Confirm(EPOCH, 18_231),
        new Incoming.Server("offline"),
        new Incoming.Command(
            "01JDB0Q7W6M3",
            "story.start",
            new Incoming.Args(
                "bear",
                "en",
                1,
                "programme",
                60,
                "https://library.example/bear.zip",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "c2lnbmF0dXJl",
                1L),
            "2026-11-23T09:00:00Z",
            30L),
        new Incoming.Desired(
            17,
            70,
            List.of(new Incoming.Hours(1, "10:00", "18:00")),
            List.of(
                new Incoming.Wanted(
                    "moon",
                    "https://library.example/moon.zip",
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    "c2lnbmF0dXJl"))));
  }

  /** Everything that is sent, as it goes to the broker, by the operation of the contract. */
  static Map<String, Message> sent() {
    Messages messages = new Messages(new Topics(ROBOT));
    List<Outgoing> all = messages();
    return Map.of(
        "sendState", messages.state((Outgoing.State) all.get(0)),
        "sendInfo", messages.info((Outgoing.Info) all.get(2)),
        "sendHealth", messages.health((Outgoing.Health) all.get(3)),
        "sendLibrary", messages.library((Outgoing.Inventory) all.get(5)),
        "sendResult", messages.result("", "01JDB0Q7W6M3", (Outgoing.Result) all.get(7)),
        "sendEvent", messages.event(EPOCH, report(facts().getFirst(), ClockQuality.NTP), NOW));
  }

  /** The classes of which a sealed type permits instances, and there is a sample of each. */
  static List<Class<?>> kinds(Class<?> family, List<?> samples) {
    Set<Class<?>> sampled = new LinkedHashSet<>();
    samples.forEach(sample -> sampled.add(sample.getClass()));
    List<Class<?>> kinds = new ArrayList<>(List.of(family.getPermittedSubclasses()));
    List<Class<?>> missing = new ArrayList<>(kinds);
    missing.removeAll(sampled);
    if (!missing.isEmpty()) {
      throw new AssertionError("there is no sample of " + missing);
    }
    return kinds;
  }
}
