package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Joint;
import iyagi.settings.JointCalibration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person can type, and what becomes of it. The owl's first joint is its mouth. */
final class CalibratingTest {
  private static final int MOUTH = Rig.joint(Joint.MOUTH).channel();
  private static final int YAW = Rig.joint(Joint.HEAD_YAW).channel();
  private final Rig rig = new Rig();

  private JointCalibration kept(Joint joint) {
    rig.type("save");
    return rig.kept.getLast().joints().get(joint);
  }

  /** The head's turning joint, powered in the middle of its range. */
  private void powerTheHead() {
    rig.type("head-yaw", "");
    assertEquals(1500, rig.bus.pulse(YAW), 0.01);
    rig.said.clear();
  }

  @Test
  void nothingIsPoweredBeforeTheWarningAndEnter() {
    rig.type("+", "++", "1400", "min", "max", "rest", "test", "straight", "off");
    assertTrue(rig.bus.told.stream().allMatch(told -> told.powered() == 0));
    assertEquals("power.first", rig.keys().getFirst());
    rig.type("");
    assertEquals(List.of("possible.limp"), rig.keys(), "off takes the warning back");
    rig.type("on", "");
    assertEquals(List.of("warning", "powered", "guide", "direction"), rig.keys());
    assertEquals(1368, rig.bus.pulse(MOUTH), 0.01);
    assertTrue(rig.gate.lifted());
  }

  @Test
  void stepsAreTenOrFiftyMicrosecondsAndSlow() {
    powerTheHead();
    rig.type("+");
    assertEquals(1510, rig.bus.pulse(YAW), 0.5);
    rig.type("--");
    assertEquals(1460, rig.bus.pulse(YAW), 0.5);
    rig.type("-", "++");
    assertEquals(1500, rig.bus.pulse(YAW), 0.5);
    assertEquals(List.of("goes", "goes", "goes", "goes"), rig.keys());
  }

  @Test
  void aPulseFarAwayIsReachedByEnterInStepsOfFifty() {
    powerTheHead();
    rig.type("1380");
    assertEquals(1450, rig.bus.pulse(YAW), 0.5);
    rig.type("");
    assertEquals(1400, rig.bus.pulse(YAW), 0.5);
    rig.type("");
    assertEquals(1380, rig.bus.pulse(YAW), 0.5);
    rig.type("");
    assertEquals(List.of("goes.on", "goes.on", "goes", "possible.held"), rig.keys());
  }

  @Test
  void anotherCommandEndsTheWayToAFarPulse() {
    powerTheHead();
    rig.type("1000", "show", "");
    assertEquals(1450, rig.bus.pulse(YAW), 0.5);
  }

  @Test
  void whatIsSeenIsMeasuredAndKept() {
    powerTheHead();
    rig.type("1400", "", "min", "1600", "", "", "", "max", "1520", "", "rest", "lead 90");
    JointCalibration head = kept(Joint.HEAD_YAW);
    assertEquals(1400, head.pulses().minPulseMicros());
    assertEquals(1600, head.pulses().maxPulseMicros());
    assertEquals(1520, head.restPulseMicros());
    assertEquals(Duration.ofMillis(90), head.lead());
    assertFalse(head.pulses().reversed());
    assertEquals(1, rig.kept.getLast().joints().size(), "the others were not measured");
  }

  @Test
  void straightAheadSetsTheTrim() {
    powerTheHead();
    rig.type("1530", "straight");
    assertEquals(30, kept(Joint.HEAD_YAW).pulses().trimMicros());
    rig.type("trim -20");
    assertEquals(-20, kept(Joint.HEAD_YAW).pulses().trimMicros());
    rig.said.clear();
    rig.type("trim 151");
    assertEquals(
        "A trim of 151 µs is too much; allowed is 150 µs to either side. Mount the horn on the"
            + " servo a tooth further. Nothing was changed.",
        rig.words());
    rig.type("left-arm", "", "straight");
    assertTrue(rig.words().endsWith("left-arm has no middle at 0°; use 'rest', 'min' and 'max'."));
  }

  @Test
  void reversingSaysWhichEndIsWhich() {
    rig.type("reverse");
    assertEquals(
        "mouth: at the longest pulse the robot expects it shut, at the shortest wide open. If it is"
            + " the other way round, type 'reverse'.",
        rig.words());
    assertTrue(kept(Joint.MOUTH).pulses().reversed());
  }

  @Test
  void anImpossibleRangeChangesNothing() {
    powerTheHead();
    rig.type("min", "+", "max", "--", "rest");
    assertEquals(List.of("min.set", "goes", "range.narrow", "goes", "rest.outside"), rig.keys());
    assertEquals(2133, kept(Joint.HEAD_YAW).pulses().maxPulseMicros());
  }

  @Test
  void restStaysInsideOfANarrowerRangeAndThatIsSaid() {
    powerTheHead();
    rig.type("1550", "min");
    assertEquals(List.of("goes", "min.set", "rest.moved"), rig.keys());
    assertEquals(1550, kept(Joint.HEAD_YAW).restPulseMicros());
  }

  @Test
  void earlierAndLaterAreTenMillisecondsWithinBounds() {
    rig.type("earlier", "earlier", "later");
    assertEquals(Duration.ofMillis(70), kept(Joint.MOUTH).lead());
    rig.type("lead 0");
    rig.said.clear();
    rig.type("later", "lead 301");
    assertEquals(
        "-10 ms is outside 0 to 300 ms. Nothing was changed.\n"
            + "301 ms is outside 0 to 300 ms. Nothing was changed.",
        rig.words());
  }

  @Test
  void theNextJointComesAfterThisOneHasGoneToRest() {
    powerTheHead();
    rig.type("1600", "", "rest", "1500", "");
    rig.said.clear();
    rig.type("next");
    assertEquals(List.of("leaving", "left", "arrive", "joint", "warning"), rig.keys());
    assertEquals(1600, lastPowered(YAW), 0.5);
    assertTrue(rig.bus.limp());
    assertFalse(rig.gate.lifted());
    rig.type("back", "back", "back", "back", "back", "back");
    assertEquals("first", rig.keys().getLast());
  }

  private double lastPowered(int channel) {
    return rig.bus.told.reversed().stream()
        .filter(told -> told.pulses()[channel] > 0)
        .findFirst()
        .orElseThrow()
        .pulses()[channel];
  }

  @Test
  void offLetsGoAtOnceAlsoWhileItMoves() {
    powerTheHead();
    rig.type("1600", "", "rest");
    rig.talk.typed("1500");
    rig.talk.typed("");
    rig.talk.typed("");
    rig.run(Duration.ofMillis(100));
    assertFalse(rig.calibrating.ready());
    rig.said.clear();
    rig.talk.typed("off");
    assertFalse(rig.gate.lifted(), "before the next tick");
    rig.run(Duration.ofMillis(500));
    assertTrue(rig.bus.limp());
    assertEquals(List.of("off"), rig.keys(), "what was typed ahead is forgotten");
    double where = rig.calibrating.stands().get(Joint.HEAD_YAW);
    rig.type("on", "");
    assertEquals(where, rig.bus.pulse(YAW), 0.01, "powered where it was let go");
  }

  @Test
  void aMinuteWithoutALineLetsGo() {
    powerTheHead();
    rig.run(Duration.ofSeconds(59));
    assertFalse(rig.bus.limp());
    rig.run(Duration.ofSeconds(2));
    assertTrue(rig.bus.limp());
    assertEquals(List.of("idle"), rig.keys());
  }

  @Test
  void aLostBoardLetsGoAndIsPoweredOnlyByHandAgain() {
    powerTheHead();
    rig.bus.unplugged = true;
    rig.run(Duration.ofSeconds(1));
    assertFalse(rig.gate.lifted());
    rig.bus.unplugged = false;
    rig.run(Duration.ofSeconds(5));
    assertTrue(rig.bus.limp());
    assertEquals(
        "head-yaw has been let go: servo board at 0x40 does not answer. 'on' powers it again, after"
            + " a warning.",
        rig.words());
    rig.type("on", "");
    assertEquals(1500, rig.bus.pulse(YAW), 0.01);
  }

  @Test
  void aConversationThatStandsStillLetsGo() {
    powerTheHead();
    for (int i = 0; i < 105; i++) {
      rig.clock.advance(Rig.TICK);
      rig.bench.tick();
    }
    assertTrue(rig.bus.limp());
    rig.run(Duration.ofSeconds(1));
    assertTrue(rig.bus.limp(), "the same order does not power it again");
    assertEquals(List.of("lost"), rig.keys());
  }

  @Test
  void theTestTapsWithTheClicksByTheLead() {
    powerTheHead();
    rig.type("lead 200");
    rig.said.clear();
    rig.talk.typed("test");
    rig.run(TICKS_BEFORE_FIRST);
    assertEquals(1500, rig.bus.pulse(YAW), 0.01);
    rig.run(Duration.ofMillis(160));
    assertTrue(rig.bus.pulse(YAW) > 1501, "told 200 ms before the click");
    rig.run(Duration.ofMillis(700));
    assertEquals(1550, rig.bus.pulse(YAW), 0.5);
    rig.type();
    rig.run(Duration.ofSeconds(7));
    assertEquals(1500, rig.bus.pulse(YAW), 0.5);
    assertEquals(List.of("tap.begins", "tap.ask"), rig.keys());
    rig.type("+");
    assertEquals(1510, rig.bus.pulse(YAW), 0.5);
  }

  /** The first click is 1.5 s after the beginning. */
  private static final Duration TICKS_BEFORE_FIRST = Duration.ofMillis(1260);

  @Test
  void withoutSoundTheLeadCanOnlyBeTyped() {
    rig.noSound = true;
    powerTheHead();
    rig.type("test", "+");
    assertEquals(List.of("tap.begins", "tap.silent", "goes"), rig.keys());
    assertEquals(1510, rig.bus.pulse(YAW), 0.5);
  }

  @Test
  void tapsStayInsideOfTheRange() {
    powerTheHead();
    rig.type("max", "test");
    rig.run(Duration.ofSeconds(9));
    assertEquals(
        1500, rig.bus.told.stream().mapToDouble(told -> told.pulses()[YAW]).max().orElse(0), 0.5);
    rig.said.clear();
    rig.type("+", "test");
    assertEquals(List.of("goes", "tap.outside"), rig.keys());
  }

  @Test
  void endingWithoutSavingHasToBeSaidTwice() {
    rig.type("lead 100", "quit");
    assertFalse(rig.talk.over());
    rig.type("help", "quit");
    assertFalse(rig.talk.over(), "another line lies between");
    rig.type("quit");
    assertTrue(rig.talk.over());
    assertTrue(rig.kept.isEmpty());
    assertEquals("bye.unsaved", rig.keys().getLast());
  }

  @Test
  void endingGoesToRestFirst() {
    powerTheHead();
    rig.type("++", "quit");
    assertEquals(1500, lastPowered(YAW), 0.5);
    assertEquals(List.of("goes", "leaving", "left", "bye"), rig.keys());
    assertTrue(rig.bus.limp());
  }

  @Test
  void whoHangsUpLeavesNothingPowered() {
    powerTheHead();
    rig.talk.hungUp();
    rig.run(Duration.ofMillis(40));
    assertTrue(rig.talk.over());
    assertTrue(rig.bus.limp());
  }

  @Test
  void resetGoesBackToTheMake() {
    rig.type("lead 100", "reverse", "reset");
    assertEquals(null, kept(Joint.MOUTH));
  }

  @Test
  void whatIsNotUnderstoodDoesNothingAndSaysWhatIsPossible() {
    powerTheHead();
    rig.type("go left please, a lot, and then some more");
    assertEquals(
        "'go left please, a lot, a…' is not understood; nothing moves.\n"
            + "Possible now: + - (10 µs), ++ -- (50 µs), a pulse as 1500, min, max, rest, straight,"
            + " reverse, test, next, off, help.",
        rig.words());
    rig.type("\u001b[A", "99999", "499", "2501", "lead", "lead x", "trim", "mni");
    assertEquals(1500, rig.bus.pulse(YAW), 0.01);
    assertFalse(rig.words().contains("\u001b"));
  }
}
