package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.Button;
import iyagi.input.ButtonLine;
import iyagi.input.ButtonLine.Pull;
import iyagi.light.Colour;
import iyagi.light.Colours;
import iyagi.light.PlainLamp;
import iyagi.light.Tone;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RobotProfilesIT {
  private static final Path ROBOTS = Path.of("firmware-config/robots");
  private static final String PUPPET =
      """
      id: puppet
      title: Puppet
      servos:
        kind: pca9685
        bus: 1
        address: 0x40
      joints:
        mouth:
          channel: 0
          min-degrees: 0
          max-degrees: 25
          rest-degrees: 0
          max-speed: 400
          max-acceleration: 12000
          min-pulse-us: 1300
          max-pulse-us: 1600
        head-yaw:
          channel: 1
          min-degrees: -45
          max-degrees: 45
          rest-degrees: 0
          max-speed: 90
          max-acceleration: 400
          min-pulse-us: 1000
          max-pulse-us: 2000
      """;

  @TempDir Path folder;

  private ProfileResult read(String text) throws IOException {
    return RobotProfiles.read(Files.writeString(folder.resolve("robot.yaml"), text));
  }

  private List<String> problems(String text) throws IOException {
    return assertInstanceOf(ProfileResult.Rejected.class, read(text)).problems();
  }

  private void rejects(String from, String to, String... expected) throws IOException {
    assertTrue(PUPPET.contains(from), from);
    assertEquals(List.of(expected), problems(PUPPET.replaceFirst(from, to)));
  }

  private static RobotProfile shipped(String name) {
    ProfileResult result = RobotProfiles.read(ROBOTS.resolve(name));
    return assertInstanceOf(ProfileResult.Read.class, result, () -> name + ": " + result).profile();
  }

  @Test
  void everyShippedProfileIsInOrderAndNamedAfterItsFile() throws IOException {
    try (Stream<Path> files = Files.list(ROBOTS)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertEquals(List.of("lamp.yaml", "owl.yaml", "puppet.yaml", "simulated.yaml"), names);
      for (String name : names) {
        assertEquals(name, shipped(name).id() + ".yaml");
      }
    }
  }

  @Test
  void theOwlHasEveryJointOnAPca9685() {
    RobotProfile owl = shipped("owl.yaml");
    assertEquals(
        new Servos.Pca9685(1, 0x40, 25e6, Optional.of(new SafetyLine("", 4))), owl.servos());
    assertEquals(new Lights.Pca9685(1, 0x41, 0, 1, 2), owl.lights());
    assertEquals(EnumSet.allOf(Joint.class), joints(owl));
    assertEquals(-6, owl.volumeCeilingDb());
    JointProfile mouth = owl.joints().getFirst();
    assertEquals(Joint.MOUTH, mouth.joint());
    assertEquals(12_000, mouth.limits().maxAcceleration());
    assertEquals(Duration.ofMillis(1500), mouth.idleOff());
  }

  @Test
  void theSimulatedRobotHasTheOwlsBody() {
    RobotProfile simulated = shipped("simulated.yaml");
    assertEquals(shipped("owl.yaml").joints(), simulated.joints());
    assertEquals(new Servos.Simulated(), simulated.servos());
    assertEquals(new Lights.Simulated(), simulated.lights());
    assertEquals(new Wiring.Simulated(), simulated.buttons());
    assertEquals(new CardReader.Simulated(true), simulated.cards());
  }

  @Test
  void theOwlHasEveryButtonOnAPinAndACardReaderThatTypes() {
    RobotProfile owl = shipped("owl.yaml");
    Wiring.Gpio pins = assertInstanceOf(Wiring.Gpio.class, owl.buttons());
    assertEquals("", pins.chip());
    assertEquals(List.of(Button.values()), pins.lines().stream().map(ButtonLine::button).toList());
    assertEquals(
        List.of(17, 27, 22, 23, 24, 25, 5, 6),
        pins.lines().stream().map(ButtonLine::line).toList());
    assertTrue(pins.lines().stream().allMatch(l -> l.pull() == Pull.UP && l.activeLow()));
    assertEquals(new CardReader.Evdev("sycreader"), owl.cards());
  }

  @Test
  void thePuppetIsOnPulsePinsAndTheLampDoesNotMove() {
    assertEquals(new Servos.Pwm(0, List.of(12, 13, 18, 19)), shipped("puppet.yaml").servos());
    assertEquals(Set.of(Joint.MOUTH, Joint.HEAD_YAW), joints(shipped("puppet.yaml")));
    assertEquals(new Servos.None(), shipped("lamp.yaml").servos());
    assertEquals(List.of(), shipped("lamp.yaml").joints());
  }

  @Test
  void everyKindOfLampIsOnAShippedRobot() {
    assertEquals(new Lights.Apa102(0, 0, 12, 8, new Tone(2.2)), shipped("lamp.yaml").lights());
    Colour pink = Colours.named("pink").orElseThrow();
    assertEquals(
        new Lights.Gpio(
            "",
            List.of(
                new PlainLamp("left-cheek", 23, pink, false),
                new PlainLamp("right-cheek", 24, pink, false))),
        shipped("puppet.yaml").lights());
  }

  @Test
  void lampsThatCannotWorkAreRejected() throws IOException {
    rejectsMore(
        "lamps: {kind: apa102, count: 0, brightness: 32, gamma: 0.5, select: 2}\n",
        "robot.yaml:26: lamps.select = 2 is outside 0..1",
        "robot.yaml:26: lamps.count = 0 is outside 1..300",
        "robot.yaml:26: lamps.brightness = 32 is outside 1..31",
        "robot.yaml:26: lamps.gamma = 0.5 is outside 1..3");
    rejectsMore(
        "lamps: {kind: apa102, count: 301}\n",
        "robot.yaml:26: lamps.count = 301 is outside 1..300");
    rejectsMore("lamps: {kind: gpio}\n", "robot.yaml:26: lamps.each is missing");
    rejectsMore(
        "lamps: {kind: gpio, each: {}}\n",
        "robot.yaml:26: lamps.each.eyes or another lamp was expected; there is none");
    rejectsMore(
        """
        lamps:
          kind: gpio
          each:
            left: {line: 5, colour: pinkk}
            right: {line: 5, colour: pink}
            Nose: {line: 54, colour: red, pin: 3}
        """,
        "robot.yaml:29: lamps.each.left.colour = 'pinkk' is unknown; did you mean 'pink'?",
        "robot.yaml:30: lamps.each.right.line = 5 is also lamps.each.left.line; one lamp needs one",
        "robot.yaml:31: lamps.each.Nose is no lamp's name; 1 to 31 lower case letters, digits and"
            + " '-', letter first",
        "robot.yaml:31: lamps.each.Nose.line = 54 is outside 0..53",
        "robot.yaml:31: lamps.each.Nose.pin is no key here; allowed are active-low, colour, line");
  }

  @Test
  void aPinThatIsUsedTwiceIsRejectedWhateverUsesIt() throws IOException {
    String lamp = "lamps: {kind: gpio, each: {eye: {line: 17, colour: red}}}\n";
    String button = "buttons: {kind: gpio, start: {line: 17}}\n";
    rejectsMore(
        lamp + button,
        "robot.yaml:26: lamps has 'eye' on line 17, which is the button 'start'; use another line");
    rejectsMore(
        lamp.replace("17", "2"),
        "robot.yaml:26: lamps has 'eye' on line 2, which belongs to I2C bus 1 of the servos or"
            + " lamps; use another line");
    rejectsMore(
        "lamps: {kind: apa102, count: 3}\n" + button.replace("17", "8"),
        "robot.yaml:27: buttons has 'start' on line 8, which belongs to SPI bus 0 of the lamps; use"
            + " another line");
    assertEquals(
        List.of(
            "robot.yaml:27: lamps has 'eye' on line 17, which is the safety line of the servos; use"
                + " another line"),
        problems(PUPPET.replace("address: 0x40", "address: 0x40\n  oe-line: 17") + lamp));
    String pulses =
        PUPPET.replace("kind: pca9685\n  bus: 1\n  address: 0x40", "kind: pwm\n  chip: 0");
    assertEquals(
        List.of(
            "robot.yaml:25: buttons has 'start' on line 13, which has the pulses of the servo on"
                + " channel 1; use another line"),
        problems(pulses + button.replace("17", "13")));
    assertInstanceOf(
        ProfileResult.Read.class, read(pulses + button.replace("17", "19")), "a free channel");
  }

  private static Set<Joint> joints(RobotProfile robot) {
    return robot.joints().stream().map(JointProfile::joint).collect(Collectors.toSet());
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws IOException {
    RobotProfile robot = assertInstanceOf(ProfileResult.Read.class, read(PUPPET)).profile();
    assertEquals(-6, robot.volumeCeilingDb());
    assertEquals(new Lights.None(), robot.lights());
    assertEquals(new Wiring.None(), robot.buttons());
    assertEquals(new CardReader.None(), robot.cards());
    assertEquals(new Servos.Pca9685(1, 0x40, 25e6, Optional.empty()), robot.servos());
    JointProfile mouth = robot.joints().getFirst();
    assertEquals(Duration.ofMillis(60), mouth.lead());
    assertEquals(Duration.ZERO, mouth.idleOff());
    assertEquals(false, mouth.calibration().reversed());
    assertEquals(0, mouth.calibration().trimMicros());
    assertEquals(90, mouth.dutyPercent());
  }

  @Test
  void everyProblemIsToldAtOnceInOrderOfItsLine() throws IOException {
    String broken =
        PUPPET
            .replace("title: Puppet\n", "")
            .replace("max-speed: 400", "max-speed: 4000")
            .replace("head-yaw", "head-jaw")
            .replace("address: 0x40", "address: 400");
    assertEquals(
        List.of(
            "robot.yaml:1: title is missing; allowed is a few words",
            "robot.yaml:5: servos.address = 400 is outside 64..127",
            "robot.yaml:12: joints.mouth.max-speed = 4000°/s is outside 5..500°/s",
            "robot.yaml:16: joints.head-jaw is no key here; did you mean 'head-yaw'?"),
        problems(broken));
  }

  @Test
  void twoJointsOnOneChannelAreRejected() throws IOException {
    rejects(
        "channel: 1",
        "channel: 0",
        "robot.yaml:18: joints.head-yaw.channel = 0 is also joints.mouth.channel; one servo needs"
            + " one");
  }

  @Test
  void swappedLimitsAreRejected() throws IOException {
    rejects(
        "min-degrees: -45\n    max-degrees: 45",
        "min-degrees: 45\n    max-degrees: -45",
        "robot.yaml:19: joints.head-yaw.min-degrees = 45.0° is not below max-degrees = -45.0°;"
            + " swapped?");
  }

  @Test
  void aRestOutsideTheLimitsIsRejected() throws IOException {
    rejects(
        "rest-degrees: 0",
        "rest-degrees: 26",
        "robot.yaml:12: joints.mouth.rest-degrees = 26.0° is outside min-degrees..max-degrees ="
            + " 0.0..25.0°");
  }

  @Test
  void pulsesNoServoTakesAreRejected() throws IOException {
    rejects(
        "max-pulse-us: 2000",
        "max-pulse-us: 2601",
        "robot.yaml:25: joints.head-yaw.max-pulse-us = 2601 µs is outside 400..2600 µs");
    rejects(
        "min-pulse-us: 1000",
        "min-pulse-us: 2100",
        "robot.yaml:24: joints.head-yaw.min-pulse-us = 2100.0 µs is not at least 50 µs below"
            + " max-pulse-us = 2000.0 µs; for a servo that turns the other way write 'reversed:"
            + " true'");
  }

  @Test
  void speedsThatAreDangerousOrUselessAreRejected() throws IOException {
    rejects(
        "max-speed: 90",
        "max-speed: 121",
        "robot.yaml:22: joints.head-yaw.max-speed = 121°/s is outside 5..120°/s");
    rejects(
        "max-speed: 90",
        "max-speed: 0",
        "robot.yaml:22: joints.head-yaw.max-speed = 0°/s is outside 5..120°/s");
    rejects(
        "max-acceleration: 400",
        "max-acceleration: 1201",
        "robot.yaml:23: joints.head-yaw.max-acceleration = 1201°/s² is outside 20..1200°/s²");
  }

  @Test
  void wrongTypesAreRejected() throws IOException {
    rejects(
        "channel: 0",
        "channel: first",
        "robot.yaml:9: joints.mouth.channel = 'first' is no number; allowed is 0..15");
    rejects(
        "channel: 0",
        "channel: 0.5",
        "robot.yaml:9: joints.mouth.channel = 0.5 is no whole number");
    rejects(
        "max-speed: 400",
        "max-speed: .nan",
        "robot.yaml:13: joints.mouth.max-speed = '.nan' is no number; allowed is 5..500°/s");
    rejects(
        "max-speed: 400",
        "max-speed: [400]",
        "robot.yaml:13: joints.mouth.max-speed is a list or has keys below it; one value was"
            + " expected: 5..500°/s");
    rejects(
        "max-speed: 400",
        "max-speed:",
        "robot.yaml:13: joints.mouth.max-speed has no value; allowed is 5..500°/s");
    rejects(
        "title: Puppet",
        "title: Puppet\nvolume-ceiling-db: 3",
        "robot.yaml:3: volume-ceiling-db = 3 dB is outside -60..0 dB");
  }

  @Test
  void missingAndUnknownKeysAreRejected() throws IOException {
    rejects(
        "      rest-degrees: 0\n".substring(2),
        "",
        "robot.yaml:8: joints.mouth.rest-degrees is missing; allowed is -180..180°");
    rejects(
        "max-speed: 400",
        "max-speed: 400\n    reverse: true",
        "robot.yaml:14: joints.mouth.reverse is no key here; did you mean 'reversed'?");
    rejects(
        "kind: pca9685",
        "kind: pca9865",
        "robot.yaml:4: servos.kind = 'pca9865' is unknown; did you mean 'pca9685'?");
    rejects(
        "channel: 0",
        "channel: 0\n    channel: 2",
        "robot.yaml:10: 'channel' is already given in line 9");
  }

  @Test
  void servosAndJointsHaveToAgree() throws IOException {
    rejects(
        "kind: pca9685\n  bus: 1\n  address: 0x40",
        "kind: none",
        "robot.yaml:5: joints has servos, but servos.kind is none");
    rejects(
        "kind: pca9685\n  bus: 1\n  address: 0x40",
        "kind: pwm\n  chip: 0\n  bus: 1",
        "robot.yaml:6: servos.bus is no key here; allowed are chip, gpio-0, gpio-1, gpio-2,"
            + " gpio-3, kind");
    String fifthPin =
        PUPPET
            .replace("kind: pca9685\n  bus: 1\n  address: 0x40", "kind: pwm\n  chip: 0")
            .replace("channel: 1", "channel: 4");
    assertEquals(
        List.of("robot.yaml:17: joints.head-yaw.channel = 4 is outside 0..3"), problems(fifthPin));
  }

  @Test
  void lampsOnTheServosOwnBoardAreRejected() throws IOException {
    rejects(
        "joints:",
        "lamps: {kind: pca9685, bus: 1, address: 0x40, red: 1, green: 2, blue: 3}\njoints:",
        "robot.yaml:7: lamps are on the servos' own board; lamps at its 50 Hz flicker, use another"
            + " board");
  }

  @Test
  void aSafetyLineThatCannotBeSafeIsRejected() throws IOException {
    String oe = "address: 0x40\n  oe-line: ";
    rejects("address: 0x40", oe + "54", "robot.yaml:7: servos.oe-line = 54 is outside 0..53");
    rejects(
        "address: 0x40",
        oe + "3",
        "robot.yaml:3: servos has oe-line = 3, which belongs to I2C bus 1 of the servos or lamps;"
            + " use another line");
    rejects(
        "address: 0x40",
        "address: 0x40\n  oe-chip: gpiochip4",
        "robot.yaml:7: servos.oe-chip is given without oe-line; write both or neither");
    rejects(
        "address: 0x40",
        oe + "4\n  oe-chip: chip4",
        "robot.yaml:8: servos.oe-chip = 'chip4' is no chip; gpiochip0 or another number was"
            + " expected");
    String shared =
        "robot.yaml:3: servos has oe-line = 22, which is also buttons.stop.line; a pressed button"
            + " would power the servos, so each needs its own";
    for (String chip : List.of("", "  chip: gpiochip0\n")) {
      assertEquals(
          List.of(shared),
          problems(
              PUPPET.replaceFirst("address: 0x40", oe + "22")
                  + "buttons:\n  kind: gpio\n"
                  + chip
                  + "  stop: {line: 22}\n"));
    }
    assertInstanceOf(
        ProfileResult.Read.class,
        read(
            PUPPET.replaceFirst("address: 0x40", oe + "22\n  oe-chip: gpiochip0")
                + "buttons:\n  kind: gpio\n  chip: gpiochip4\n  stop: {line: 22}\n"));
  }

  @Test
  void pulsePinsHaveNoSafetyLine() throws IOException {
    rejects(
        "kind: pca9685\n  bus: 1\n  address: 0x40",
        "kind: pwm\n  chip: 0\n  oe-line: 4",
        "robot.yaml:6: servos.oe-line is no key here; allowed are chip, gpio-0, gpio-1, gpio-2,"
            + " gpio-3, kind");
  }

  @Test
  void aDutyThatCannotBeIsRejected() throws IOException {
    rejects(
        "max-speed: 90",
        "max-speed: 90\n    duty-percent: 101",
        "robot.yaml:23: joints.head-yaw.duty-percent = 101 % is outside 10..100 %");
    rejects(
        "max-speed: 90",
        "max-speed: 90\n    duty-percent: 9",
        "robot.yaml:23: joints.head-yaw.duty-percent = 9 % is outside 10..100 %");
  }

  private RobotProfile with(String more) throws IOException {
    return assertInstanceOf(ProfileResult.Read.class, read(PUPPET + more)).profile();
  }

  @Test
  void buttonsHaveTheirDefaults() throws IOException {
    String buttons =
        """
        buttons:
          kind: gpio
          chip: gpiochip4
          stop: {line: 22}
          left: {line: 53, pull: down}
          start: {line: 0, pull: none, active-low: false}
        """;
    assertEquals(
        new Wiring.Gpio(
            "gpiochip4",
            List.of(
                new ButtonLine(Button.START, 0, Pull.NONE, false),
                new ButtonLine(Button.STOP, 22, Pull.UP, true),
                new ButtonLine(Button.LEFT, 53, Pull.DOWN, false))),
        with(buttons).buttons());
    assertEquals(new Wiring.None(), with("buttons: {kind: none}\n").buttons());
  }

  @Test
  void everyKindOfCardReaderIsRead() throws IOException {
    String byId = "/dev/input/by-id/usb-Sycreader_SYC_ID-event-kbd";
    assertEquals(
        new CardReader.Evdev(byId), with("cards: {kind: evdev, device: " + byId + "}\n").cards());
    assertEquals(new CardReader.Pcsc(""), with("cards: {kind: pcsc}\n").cards());
    assertEquals(
        new CardReader.Pcsc("acr122"), with("cards: {kind: pcsc, reader: acr122}\n").cards());
    assertEquals(new CardReader.Simulated(false), with("cards: {kind: simulated}\n").cards());
    assertEquals(new CardReader.None(), with("cards: {kind: none}\n").cards());
  }

  private void rejectsMore(String more, String... expected) throws IOException {
    assertEquals(List.of(expected), problems(PUPPET + more));
  }

  @Test
  void buttonsThatCannotWorkAreRejected() throws IOException {
    String gpio = "buttons:\n  kind: gpio\n";
    rejectsMore(
        gpio + "  stop: {line: 54}\n  left: {line: 4}\n  right: {line: 4}\n",
        "robot.yaml:28: buttons.stop.line = 54 is outside 0..53",
        "robot.yaml:30: buttons.right.line = 4 is also buttons.left.line; one button needs one");
    rejectsMore(
        gpio + "  stop: {line: 4, pull: upp, debounce: 3}\n  start: {}\n  halt: {line: 5}\n",
        "robot.yaml:28: buttons.stop.pull = 'upp' is unknown; did you mean 'up'?",
        "robot.yaml:28: buttons.stop.debounce is no key here; allowed are active-low, line, pull",
        "robot.yaml:29: buttons.start.line is missing; allowed is 0..53",
        "robot.yaml:30: buttons.halt is no key here; allowed are chip, grown-up, kind, left, next,"
            + " right, start, stop, volume-down, volume-up");
    String pressed =
        " with that pull would be pressed all the time; pull: up goes with active-low: true, pull:"
            + " down with false";
    rejectsMore(
        gpio
            + "  stop: {line: 4, active-low: false}\n  left: {line: 5, pull: down, active-low: true}\n",
        "robot.yaml:28: buttons.stop.active-low = false" + pressed,
        "robot.yaml:29: buttons.left.active-low = true" + pressed);
    rejectsMore(
        gpio + "  chip: 4\n",
        "robot.yaml:26: buttons.start or another button was expected; there is none",
        "robot.yaml:28: buttons.chip = '4' is no chip; gpiochip0 or another number was expected");
    rejectsMore(
        gpio + "  stop: {line: 3}\n",
        "robot.yaml:26: buttons has 'stop' on line 3, which belongs to I2C bus 1 of the servos or"
            + " lamps; use another line");
    rejectsMore(
        "buttons: {kind: pins}\n",
        "robot.yaml:26: buttons.kind = 'pins' is unknown; allowed are gpio, none, simulated");
    rejectsMore(
        "buttons: {kind: none, stop: {line: 4}}\n",
        "robot.yaml:26: buttons.stop is no key here; allowed are kind");
  }

  @Test
  void cardReadersThatCannotWorkAreRejected() throws IOException {
    rejectsMore(
        "cards: {kind: evdev}\n", "robot.yaml:26: cards.device is missing; allowed is a few words");
    rejectsMore(
        "cards: {kind: evdev, device: /dev/ttyUSB0}\n",
        "robot.yaml:26: cards.device = '/dev/ttyUSB0' is no input device; a path below /dev/input/"
            + " or words of the reader's name were expected");
    rejectsMore(
        "cards: {kind: pcsc, device: acr122}\n",
        "robot.yaml:26: cards.device is no key here; allowed are kind, reader");
    rejectsMore(
        "cards: {kind: nfc}\n",
        "robot.yaml:26: cards.kind = 'nfc' is unknown; allowed are evdev, none, pcsc, simulated");
    rejectsMore(
        "cards: {kind: simulated, tells-removal: maybe}\n",
        "robot.yaml:26: cards.tells-removal = 'maybe' is neither true nor false");
  }

  @Test
  void filesThatAreNoProfilesAreToldInPlainWords() throws IOException {
    assertEquals(List.of("robot.yaml: is empty"), problems(""));
    assertEquals(List.of("robot.yaml: is empty"), problems("# nothing\n"));
    assertEquals(
        List.of("robot.yaml:1: has no keys; lines like 'id: owl' were expected"), problems("owl"));
    assertEquals(
        List.of("robot.yaml: is 70000 bytes long; at most 65536 are read"),
        problems("#".repeat(70_000)));
    Path binary = Files.write(folder.resolve("robot.yaml"), new byte[] {(byte) 0xff, 0, 1, 2});
    assertEquals(
        new ProfileResult.Rejected(
            List.of("robot.yaml: is no text; a text file in UTF-8 was expected")),
        RobotProfiles.read(binary));
    assertEquals(
        new ProfileResult.Rejected(List.of("none.yaml: there is no such file")),
        RobotProfiles.read(folder.resolve("none.yaml")));
    assertTrue(
        RobotProfiles.read(folder) instanceof ProfileResult.Rejected(List<String> problems)
            && problems.getFirst().endsWith("is a folder; a file was expected"));
  }

  @Test
  void whatCouldGrowWhileItIsReadIsRejected() throws IOException {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a]
        """;
    assertEquals(
        List.of("robot.yaml:1: uses '&' or '*' (YAML anchors); write the value out instead"),
        problems(bomb));
    assertEquals(
        List.of("robot.yaml:1: is nested more than 8 deep"), problems("a: " + "[".repeat(30_000)));
    assertEquals(
        List.of("robot.yaml:1: uses '!' (a YAML tag); write the plain value instead"),
        problems("a: !!java.net.URL x\n"));
    assertEquals(
        List.of("robot.yaml:3: a second document begins here; one was expected"),
        problems("a: 1\n---\nb: 1\n"));
  }

  @Test
  void whatIsQuotedFromTheFileStaysOnOneLine() throws IOException {
    rejects(
        "kind: pca9685",
        "kind: \"p\\\\nq\"",
        "robot.yaml:4: servos.kind = 'p?q' is unknown; allowed are none, pca9685, pwm, simulated");
  }

  @Test
  void brokenYamlIsToldWithItsLine() throws IOException {
    String problem = problems("id: owl\njoints:\n\tmouth: 1\n").getFirst();
    assertTrue(problem.startsWith("robot.yaml:3: cannot be understood here: "), problem);
    assertTrue(problem.contains("Do not use \\t(TAB) for indentation"), problem);
    assertTrue(problem.endsWith("with spaces, not tabs"), problem);
    assertEquals(
        "robot.yaml:2: cannot be understood here: mapping values are not allowed here; every line"
            + " is 'key: value', and what belongs to a key is indented below it with spaces, not"
            + " tabs",
        problems("id: owl\ntitle: a: b\n").getFirst());
  }

  @Test
  void noDamageToAFileIsAnExceptionOrPassesOutsideTheBounds() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    String owl = Files.readString(ROBOTS.resolve("owl.yaml"));
    String alphabet = "0123456789-.:{}[]&*!#'\"\n\t x°\u0000|>%@`?,eE";
    int accepted = 0;
    for (int run = 0; run < 200; run++) {
      StringBuilder text = new StringBuilder(owl);
      for (int slip = random.nextInt(1, 6); slip > 0; slip--) {
        int at = random.nextInt(text.length());
        char found = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, found);
          case 1 -> text.insert(at, found);
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
        }
      }
      switch (read(text.toString())) {
        case ProfileResult.Read(RobotProfile robot) -> {
          accepted++;
          for (JointProfile joint : robot.joints()) {
            assertTrue(joint.limits().maxSpeed() <= joint.joint().speedCeiling());
          }
        }
        case ProfileResult.Rejected(List<String> problems) ->
            assertTrue(!problems.isEmpty() && problems.getFirst().startsWith("robot.yaml"));
      }
    }
    assertTrue(accepted > 10 && accepted < 190, "accepted " + accepted);
  }
}
