package iyagi.wiring;

import iyagi.motion.JointProfile;
import iyagi.settings.CardReader;
import iyagi.settings.Claim;
import iyagi.settings.Lights;
import iyagi.settings.PinPlan;
import iyagi.settings.RobotProfile;
import iyagi.settings.Servos;
import iyagi.wiring.Device.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything that a maker connects, from a robot's profile alone. */
final class Plan {
  /** A 9 g servo that is held fast takes 0.65 to 0.8 A (SG90, MG90S data sheets). */
  private static final double STALL_AMPERES = 0.8;

  /** An APA102 in white at full brightness (data sheet: 3 × 20 mA). */
  private static final double LAMP_AMPERES = 0.06;

  private static final double FULL_BRIGHTNESS = 31;

  private final RobotProfile profile;
  private final Words words;
  private final List<Claim> claims;
  private final List<Device> devices = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();
  private final List<String> usb = new ArrayList<>();

  private Plan(RobotProfile profile, Words words) {
    this.profile = profile;
    this.words = words;
    claims = PinPlan.of(profile);
    parts.add(words.say("Raspberry Pi 3, 4 or 5 with its own power supply"));
    servos();
    lamps();
    buttons();
    plugs();
  }

  static Plan of(RobotProfile profile, Words words) {
    return new Plan(profile, words);
  }

  /** What is drawn, each side in the order of its pins. */
  List<Device> devices() {
    return devices.stream().sorted(Comparator.comparingInt(Plan::firstPin)).toList();
  }

  private static int firstPin(Device device) {
    return device.terminals().isEmpty() ? 2 : device.terminals().getFirst().pin();
  }

  /** What has to be bought, one line each. */
  List<String> parts() {
    return List.copyOf(parts);
  }

  /** What goes into the Pi's USB sockets. */
  List<String> usb() {
    List<String> all = new ArrayList<>(usb);
    all.add(words.say("USB loudspeaker or sound card"));
    return all;
  }

  /** Lines for config.txt that switch on what is wired. */
  List<String> config() {
    List<String> lines = new ArrayList<>();
    if (uses(Claim.Use.I2c.class)) {
      lines.add("dtparam=i2c_arm=on,i2c_arm_baudrate=400000");
    }
    if (uses(Claim.Use.Spi.class)) {
      lines.add(
          claims.stream().anyMatch(c -> c.line() == 10) ? "dtparam=spi=on" : "dtoverlay=spi1-3cs");
    }
    List<Integer> pulses =
        claims.stream().filter(c -> c.use() instanceof Claim.Use.Pulse).map(Claim::line).toList();
    if (List.of(12, 13).equals(pulses)) {
      lines.add("dtoverlay=pwm-2chan,pin=12,func=4,pin2=13,func2=4");
    }
    if (SafetyWire.pin(profile.servos()).isPresent() || uses(Claim.Use.Lit.class)) {
      lines.add("dtparam=strict_gpiod");
    }
    return lines;
  }

  private boolean uses(Class<? extends Claim.Use> use) {
    return claims.stream().anyMatch(claim -> use.isInstance(claim.use()));
  }

  boolean movesOnABoard() {
    return profile.servos() instanceof Servos.Pca9685;
  }

  boolean needsServoSupply() {
    return !profile.joints().isEmpty() && !(profile.servos() instanceof Servos.Simulated);
  }

  private void servos() {
    int count = profile.joints().size();
    String supply = amperes(5, count * STALL_AMPERES);
    switch (profile.servos()) {
      case Servos.Pca9685(int bus, int address, _, _) -> {
        parts.add(words.say("PCA9685 servo board, 16 channels, at address 0x%02x", address));
        servoParts(count, supply);
        List<Terminal> terminals = busTerminals(bus);
        safetyLine(terminals);
        devices.add(
            new Device(
                words.say("Servo board PCA9685 0x%02x", address),
                sorted(terminals),
                channels(),
                Optional.of(servoSupply(supply)),
                false));
      }
      case Servos.Pwm _ -> {
        servoParts(count, supply);
        profile.joints().forEach(this::pulseServo);
      }
      case Servos.Simulated _, Servos.None _ -> {}
    }
  }

  private Device.Supply servoSupply(String power) {
    return new Device.Supply(power, words.say("servo supply"));
  }

  private void servoParts(int count, String supply) {
    parts.add(words.say("%d servos of 9 g (SG90, MG90S)", count));
    parts.add(words.say("Servo supply %s, with a switch", supply));
    parts.add(words.say("Capacitor 1000 µF, 10 V or more, across the servo supply"));
  }

  /** The wire that stops all pulses, where the profile names one. */
  private void safetyLine(List<Terminal> terminals) {
    OptionalInt pin = SafetyWire.pin(profile.servos());
    if (pin.isPresent()) {
      terminals.add(new Terminal("OE", pin.getAsInt(), Hue.WHITE));
      parts.add(words.say("Resistor 2.2 kΩ (1 to 4.7 kΩ), between OE and VCC of the servo board"));
    }
  }

  private List<String> channels() {
    return profile.joints().stream()
        .sorted(Comparator.comparingInt(JointProfile::channel))
        .map(joint -> words.say("channel %d: %s", joint.channel(), words.name(joint.joint().key())))
        .toList();
  }

  private void pulseServo(JointProfile joint) {
    for (Claim claim : claims) {
      if (claim.use() instanceof Claim.Use.Pulse(int channel) && channel == joint.channel()) {
        one(
            words.say("Servo %s", words.name(joint.joint().key())),
            words.say("signal"),
            claim.line(),
            Hue.VIOLET,
            List.of(),
            Optional.of(servoSupply(amperes(5, STALL_AMPERES))));
      }
    }
  }

  private void lamps() {
    switch (profile.lights()) {
      case Lights.Pca9685 board -> lampBoard(board);
      case Lights.Gpio(_, var lamps) -> {
        parts.add(words.say("%d LEDs, each with a resistor of 330 Ω", lamps.size()));
        claims.stream()
            .filter(claim -> claim.use() instanceof Claim.Use.Lit)
            .forEach(
                claim ->
                    one(
                        words.say("Lamp %s", ((Claim.Use.Lit) claim.use()).lamp()),
                        "330 Ω +",
                        claim.line(),
                        Hue.VIOLET,
                        List.of(),
                        Optional.empty()));
      }
      case Lights.Apa102 strip -> strip(strip);
      case Lights.Simulated _, Lights.None _ -> {}
    }
  }

  private void lampBoard(Lights.Pca9685 board) {
    boolean chained = movesOnABoard();
    parts.add(words.say("PCA9685 board for lamps, at address 0x%02x", board.address()));
    parts.add(words.say("Red, green and blue LEDs with resistors or transistors, on its outputs"));
    devices.add(
        new Device(
            words.say("Lamp board PCA9685 0x%02x", board.address()),
            chained ? List.of() : sorted(busTerminals(board.bus())),
            List.of(
                words.say("output %d: red", board.red()),
                words.say("output %d: green", board.green()),
                words.say("output %d: blue", board.blue())),
            Optional.empty(),
            chained));
  }

  private void strip(Lights.Apa102 strip) {
    String supply =
        amperes(
            5, Math.max(1, strip.count() * LAMP_AMPERES * strip.brightness() / FULL_BRIGHTNESS));
    parts.add(words.say("Strip of %d APA102 or SK9822 lamps", strip.count()));
    parts.add(words.say("Lamp supply %s", supply));
    parts.add(words.say("Capacitor 1000 µF, 10 V or more, across the lamp supply"));
    parts.add(
        words.say(
            "Level shifter 74AHCT125 for data and clock: the strip wants 3.5 V, the Pi gives 3.3 V"));
    List<Terminal> terminals = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.use() instanceof Claim.Use.Spi(Claim.Wire wire) && wire != Claim.Wire.UNUSED) {
        boolean data = wire == Claim.Wire.DATA;
        Header.pin(claim.line())
            .ifPresent(
                pin ->
                    terminals.add(
                        new Terminal(data ? "DI" : "CI", pin, data ? Hue.BLUE : Hue.YELLOW)));
      }
    }
    devices.add(
        new Device(
            words.say("Strip of %d lamps", strip.count()),
            sorted(terminals),
            List.of(words.say("by way of the level shifter")),
            Optional.of(new Device.Supply(supply, words.say("lamp supply"))),
            false));
  }

  private void buttons() {
    List<Claim> pressed =
        claims.stream().filter(claim -> claim.use() instanceof Claim.Use.Pressed).toList();
    if (!pressed.isEmpty()) {
      parts.add(words.say("%d push buttons", pressed.size()));
    }
    pressed.forEach(
        claim ->
            one(
                words.say("Button %s", words.name(((Claim.Use.Pressed) claim.use()).button())),
                "",
                claim.line(),
                Hue.GREEN,
                List.of(),
                Optional.empty()));
  }

  private void plugs() {
    switch (profile.cards()) {
      case CardReader.Evdev(String device) ->
          usb.add(words.say("USB card reader that types numbers (%s)", device));
      case CardReader.Pcsc _ -> usb.add(words.say("USB card reader for PC/SC"));
      case CardReader.Simulated _, CardReader.None _ -> {}
    }
    parts.addAll(usb());
  }

  private void one(
      String title,
      String label,
      int gpio,
      Hue hue,
      List<String> notes,
      Optional<Device.Supply> supply) {
    Header.pin(gpio)
        .ifPresent(
            pin ->
                devices.add(
                    new Device(
                        title, List.of(new Terminal(label, pin, hue)), notes, supply, false)));
  }

  private static List<Terminal> busTerminals(int bus) {
    List<Terminal> terminals = new ArrayList<>();
    if (bus == 1) {
      terminals.add(new Terminal("VCC", Header.POWER_3V3, Hue.ORANGE));
      terminals.add(new Terminal("SDA", Header.pin(2).orElseThrow(), Hue.BLUE));
      terminals.add(new Terminal("SCL", Header.pin(3).orElseThrow(), Hue.YELLOW));
    }
    return terminals;
  }

  private static List<Terminal> sorted(List<Terminal> terminals) {
    return terminals.stream().sorted(Comparator.comparingInt(Terminal::pin)).toList();
  }

  private static String amperes(int volts, double amperes) {
    return String.format(Locale.ROOT, "%d V, %.1f A", volts, amperes);
  }
}
