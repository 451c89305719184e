package iyagi.settings;

import iyagi.input.ButtonLine;
import iyagi.light.PlainLamp;
import iyagi.motion.JointProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The keys of a robot profile → the profile, noting every problem. */
final class ProfileReader {
  private static final double DEFAULT_VOLUME_CEILING_DB = -6;

  /**
   * Speech at 1 m has about 60 dB(A), at 50 cm 66; this is a little above. 80 is where the European
   * directive on noise at work (2003/10/EC) begins to ask for measures.
   */
  private static final double DEFAULT_LOUDNESS_CEILING_DBA = 72;

  private static final Set<String> SERVO_KINDS = Set.of("pca9685", "pwm", "simulated", "none");

  /** A Pi 5 has four pulse outputs on one chip, older ones have two. */
  private static final int LAST_PWM_CHANNEL = 3;

  private final Problems problems;

  ProfileReader(Problems problems) {
    this.problems = problems;
  }

  Optional<RobotProfile> read(Node.Branch keys) {
    Section file = new Section("", 1, keys, problems);
    String id = id(file);
    String title = file.text("title");
    double volume = file.number("volume-ceiling-db", -60, 0, " dB", DEFAULT_VOLUME_CEILING_DB);
    double loudness =
        file.number("loudness-ceiling-dba", 50, 80, " dB(A)", DEFAULT_LOUDNESS_CEILING_DBA);
    String sound = file.has("sound") ? file.text("sound") : "";
    Optional<Servos> servos = file.section("servos").flatMap(ProfileReader::servos);
    Optional<Lights> lights = Optional.of(new Lights.None());
    if (file.has("lamps")) {
      lights = file.section("lamps").flatMap(LightsReader::read);
    }
    Optional<Wiring> buttons = Optional.of(new Wiring.None());
    if (file.has("buttons")) {
      buttons = file.section("buttons").flatMap(InputReader::buttons);
    }
    Optional<CardReader> cards = Optional.of(new CardReader.None());
    if (file.has("cards")) {
      cards = file.section("cards").flatMap(InputReader::cards);
    }
    List<JointProfile> joints = joints(file, servos);
    file.finish();
    if (servos.isPresent() && lights.isPresent()) {
      apart(file, servos.get(), lights.get());
      if (buttons.isPresent()) {
        List<Integer> channels = joints.stream().map(JointProfile::channel).toList();
        PinPlan.check(PinPlan.of(servos.get(), channels, lights.get(), buttons.get()), file);
        Pins.check(file, servos.get(), lights.get(), buttons.get());
      }
    }
    return problems.count() > 0
        ? Optional.empty()
        : Optional.of(
            new RobotProfile(
                id,
                title,
                servos.orElseThrow(),
                joints,
                lights.orElseThrow(),
                buttons.orElseThrow(),
                cards.orElseThrow(),
                sound,
                volume,
                loudness));
  }

  private static void apart(Section file, Servos servos, Lights lights) {
    if (servos instanceof Servos.Pca9685(int bus, int address, _, _)
        && lights instanceof Lights.Pca9685 lamps
        && lamps.bus() == bus
        && lamps.address() == address) {
      file.mend(
          "lamps", "are on the servos' own board; lamps at its 50 Hz flicker, use another board");
    }
  }

  private static String id(Section file) {
    String id = file.text("id");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{0,30}")) {
      file.mend(
          "id",
          "= '" + id + "' is not made of 1 to 31 lower case letters, digits and '-', letter first");
    }
    return id;
  }

  private static Optional<Servos> servos(Section keys) {
    Optional<String> kind = kind(keys, SERVO_KINDS);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Servos servos =
        switch (kind.get()) {
          case "pca9685" ->
              new Servos.Pca9685(
                  bus(keys),
                  address(keys),
                  keys.number("oscillator-hz", 23e6, 27e6, " Hz", 25e6),
                  safetyLine(keys));
          case "pwm" -> new Servos.Pwm(keys.whole("chip", 0, 15).orElse(-1), pulseLines(keys));
          case "simulated" -> new Servos.Simulated();
          default -> new Servos.None();
        };
    keys.finish();
    return Optional.of(servos);
  }

  private static Optional<SafetyLine> safetyLine(Section keys) {
    String chip = keys.has("oe-chip") ? InputReader.chip(keys, "oe-chip") : "";
    if (!keys.has("oe-line")) {
      if (!chip.isEmpty()) {
        keys.mend("oe-chip", "is given without oe-line; write both or neither");
      }
      return Optional.empty();
    }
    return Optional.of(
        new SafetyLine(chip, keys.whole("oe-line", 0, ButtonLine.LAST_LINE).orElse(-1)));
  }

  private static List<Integer> pulseLines(Section keys) {
    List<Integer> lines = new ArrayList<>();
    for (int channel = 0; channel <= LAST_PWM_CHANNEL; channel++) {
      String key = "gpio-" + channel;
      int usual = Servos.Pwm.USUAL_LINES.get(channel);
      lines.add(keys.has(key) ? keys.whole(key, 0, PlainLamp.LAST_LINE).orElse(usual) : usual);
    }
    return lines;
  }

  /** Empty with a problem noted; then nobody can tell which other keys belong here. */
  static Optional<String> kind(Section keys, Set<String> kinds) {
    String kind = keys.text("kind");
    if (!kind.isEmpty() && !kinds.contains(kind)) {
      keys.mend("kind", "= '" + kind + "' is unknown" + Hint.of(kind, kinds));
    }
    return Optional.of(kind).filter(kinds::contains);
  }

  static int bus(Section keys) {
    return keys.whole("bus", 0, 22).orElse(-1);
  }

  /** 0x40 to 0x7f; 0x70 is the address that all boards answer to (NXP PCA9685 rev. 4, 7.1.1). */
  static int address(Section keys) {
    OptionalInt address = keys.whole("address", 0x40, 0x7f);
    if (address.isPresent() && address.getAsInt() == 0x70) {
      keys.mend("address", "= 0x70 is the one that all boards answer to; use another");
    }
    return address.orElse(-1);
  }

  private List<JointProfile> joints(Section file, Optional<Servos> servos) {
    boolean none = servos.isPresent() && servos.get() instanceof Servos.None;
    if (!file.has("joints")) {
      if (!none) {
        file.mend("joints", "is missing; without joints write 'servos: {kind: none}'");
      }
      return List.of();
    }
    if (none) {
      file.mend("joints", "has servos, but servos.kind is none");
    }
    boolean pins = servos.isPresent() && servos.get() instanceof Servos.Pwm;
    int last = pins ? LAST_PWM_CHANNEL : JointProfile.LAST_CHANNEL;
    return file.section("joints")
        .map(keys -> new JointReader(problems, last).read(keys))
        .orElse(List.of());
  }
}
