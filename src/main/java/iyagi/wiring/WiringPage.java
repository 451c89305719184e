package iyagi.wiring;

import iyagi.settings.Claim;
import iyagi.settings.Lights;
import iyagi.settings.PinPlan;
import iyagi.settings.RobotProfile;
import iyagi.settings.Wiring;
import java.util.Map;
import java.util.TreeMap;

/** The wiring as text. */
final class WiringPage {
  private final Plan plan;
  private final RobotProfile profile;
  private final Words words;
  private final StringBuilder text = new StringBuilder();

  WiringPage(Plan plan, RobotProfile profile, Words words) {
    this.plan = plan;
    this.profile = profile;
    this.words = words;
  }

  String text(String picture) {
    line("# " + words.say("Wiring: %s", profile.title()));
    line("");
    line(
        words.say(
            "Made from the robot's profile by `iyagi wiring %s`; do not edit it here.",
            profile.id()));
    line("");
    line("![" + words.say("Picture") + "](" + picture + ")");
    heading("Parts");
    plan.parts().forEach(part -> line("- " + part));
    heading("Power");
    power();
    if (!plan.config().isEmpty()) {
      heading("Settings of the Pi");
      line(words.say("In /boot/firmware/config.txt, then restart:"));
      line("");
      line("```");
      plan.config().forEach(this::line);
      line("```");
    }
    heading("Pins");
    line(
        words.say(
            "Pin numbers are those printed in the picture: 1 to 40. GPIO numbers are the ones in the profile."));
    line("");
    pins();
    return text.toString();
  }

  private void power() {
    bullet(
        "Switch everything off before you connect anything. Count the pins from the corner with the square solder pad: that is pin 1.");
    if (plan.needsServoSupply()) {
      bullet(
          "The servos have a supply of their own, never the Pi's 5 V pins: a servo that is held fast takes 0.8 A. Its minus and the Pi's GND are joined (common ground). The capacitor sits close to the servos, its minus on ground.");
    }
    if (plan.movesOnABoard()) {
      bullet(
          "VCC of the boards is 3.3 V from pin 1, not 5 V: else their bus would put 5 V on the Pi's pins.");
      bullet(
          SafetyWire.pin(profile.servos()).isPresent()
              ? "The resistor from OE to VCC keeps the servos without pulses whenever the Pi does not hold the line low: while it starts, after a crash, with the wire torn off. Never leave it out."
              : "This profile names no safety line (servos.oe-line): tie OE of the servo board to its GND; then only the board's supply switch stops the servos when the Pi hangs.");
    }
    if (profile.lights() instanceof Lights.Apa102) {
      bullet(
          "The strip has a supply of its own; its minus and the Pi's GND are joined (common ground).");
    }
    if (profile.lights() instanceof Lights.Gpio) {
      bullet(
          "Each LED: pin, resistor of 330 Ω, long leg; the short leg goes to ground. About 4 mA.");
    }
    if (profile.buttons() instanceof Wiring.Gpio) {
      bullet(
          "Each button connects its pin to ground while it is pressed; the Pi's own resistor does the rest.");
    }
  }

  private void pins() {
    Map<Integer, String> rows = new TreeMap<>();
    for (Claim claim : PinPlan.of(profile)) {
      if (claim.use() instanceof Claim.Use.Spi(Claim.Wire wire) && wire == Claim.Wire.UNUSED) {
        Header.pin(claim.line())
            .ifPresent(pin -> rows.put(pin, row(pin, words.say("stays free (SPI uses it)"), "–")));
      }
    }
    for (Device device : plan.devices()) {
      for (Device.Terminal terminal : device.terminals()) {
        String to = device.title() + (terminal.label().isEmpty() ? "" : ", " + terminal.label());
        rows.put(terminal.pin(), row(terminal.pin(), to, words.say(terminal.hue().word())));
      }
    }
    Grounds grounds = Grounds.of(plan);
    grounds
        .used()
        .forEach(
            pin ->
                rows.put(
                    pin,
                    row(
                        pin,
                        words.say("ground of every part (common ground)"),
                        words.say(Hue.BLACK.word()))));
    line(
        "| "
            + String.join(
                " | ",
                words.say("Pin"),
                words.say("Printed on it"),
                words.say("Goes to"),
                words.say("Wire"))
            + " |");
    line("|---|---|---|---|");
    rows.values().forEach(this::line);
  }

  private static String row(int pin, String to, String wire) {
    return "| " + pin + " | " + Header.label(pin) + " | " + to + " | " + wire + " |";
  }

  private void heading(String english) {
    line("");
    line("## " + words.say(english));
    line("");
  }

  private void bullet(String english) {
    line("- " + words.say(english));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
