package iyagi.settings;

import iyagi.light.PlainLamp;
import java.util.ArrayList;
import java.util.List;

/**
 * Which GPIO a robot uses for what. I²C bus 1, SPI buses 0 and 1: the Pi's pinout
 * (github.com/raspberrypi/documentation, computers/raspberry-pi, GPIO).
 */
public final class PinPlan {
  private static final String PIS_OWN = "";

  private final List<Claim> claims = new ArrayList<>();

  private PinPlan() {}

  /** Every GPIO of a profile: buses and pulse pins first, then buttons, then lamps. */
  public static List<Claim> of(RobotProfile profile) {
    List<Integer> channels = profile.joints().stream().map(joint -> joint.channel()).toList();
    return of(profile.servos(), channels, profile.lights(), profile.buttons());
  }

  static List<Claim> of(Servos servos, List<Integer> channels, Lights lights, Wiring buttons) {
    PinPlan plan = new PinPlan();
    plan.buses(servos, lights);
    plan.safetyLine(servos);
    plan.pulses(servos, channels);
    plan.buttons(buttons);
    plan.lamps(lights);
    return List.copyOf(plan.claims);
  }

  /** Notes every line that two parts claim, but for what {@link Pins} says of the safety line. */
  static void check(List<Claim> claims, Section file) {
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      claims.subList(0, i).stream()
          .filter(other -> collide(claim, other))
          .findFirst()
          .ifPresent(other -> file.mend(claim.key(), collision(claim, other)));
    }
  }

  private static boolean collide(Claim claim, Claim other) {
    if (claim.line() != other.line() || claim.key().equals(other.key())) {
      return false;
    }
    boolean told = claim.use() instanceof Claim.Use.Pressed;
    return other.use() instanceof Claim.Use.Safety
        ? !told && Pins.mayBeOne(claim.chip(), other.chip())
        : claim.chip().equals(other.chip()) && !(claim.use() instanceof Claim.Use.Safety);
  }

  private static String collision(Claim claim, Claim other) {
    return "has "
        + name(claim.use())
        + " on line "
        + claim.line()
        + ", which "
        + other.words()
        + "; use another line";
  }

  private static String name(Claim.Use use) {
    return switch (use) {
      case Claim.Use.Pressed(String button) -> "'" + button + "'";
      case Claim.Use.Lit(String lamp) -> "'" + lamp + "'";
      case Claim.Use.Pulse(int channel) -> "channel " + channel;
      case Claim.Use.Safety _ -> "its safety line";
      case Claim.Use.I2c _ -> "its bus";
      case Claim.Use.Spi _ -> "its strip";
    };
  }

  private void buses(Servos servos, Lights lights) {
    boolean servosOnBus1 = servos instanceof Servos.Pca9685 board && board.bus() == 1;
    boolean lampsOnBus1 = lights instanceof Lights.Pca9685 board && board.bus() == 1;
    if (servosOnBus1 || lampsOnBus1) {
      String words = "belongs to I2C bus 1 of the servos or lamps";
      String key = servosOnBus1 ? "servos" : "lamps";
      claims.add(new Claim(PIS_OWN, 2, key, new Claim.Use.I2c(false), words));
      claims.add(new Claim(PIS_OWN, 3, key, new Claim.Use.I2c(true), words));
    }
    if (lights instanceof Lights.Apa102 strip && strip.bus() <= 1) {
      if (strip.bus() == 0) {
        spi(0, 10, 11, 7, 8, 9);
      } else {
        spi(1, 20, 21, 16, 17, 18, 19);
      }
    }
  }

  private void spi(int bus, int data, int clock, int... unused) {
    String words = "belongs to SPI bus " + bus + " of the lamps";
    claims.add(new Claim(PIS_OWN, data, "lamps", new Claim.Use.Spi(Claim.Wire.DATA), words));
    claims.add(new Claim(PIS_OWN, clock, "lamps", new Claim.Use.Spi(Claim.Wire.CLOCK), words));
    for (int line : unused) {
      claims.add(new Claim(PIS_OWN, line, "lamps", new Claim.Use.Spi(Claim.Wire.UNUSED), words));
    }
  }

  private void safetyLine(Servos servos) {
    if (servos instanceof Servos.Pca9685 board) {
      board
          .safetyLine()
          .ifPresent(
              oe ->
                  claims.add(
                      new Claim(
                          oe.chip(),
                          oe.line(),
                          "servos",
                          new Claim.Use.Safety(),
                          "is the safety line of the servos")));
    }
  }

  private void pulses(Servos servos, List<Integer> channels) {
    if (servos instanceof Servos.Pwm(_, List<Integer> lines)) {
      for (int channel : channels) {
        claims.add(
            new Claim(
                PIS_OWN,
                lines.get(channel),
                "servos",
                new Claim.Use.Pulse(channel),
                "has the pulses of the servo on channel " + channel));
      }
    }
  }

  private void buttons(Wiring buttons) {
    if (buttons instanceof Wiring.Gpio(String chip, var lines)) {
      lines.forEach(
          line ->
              claims.add(
                  new Claim(
                      chip,
                      line.line(),
                      "buttons",
                      new Claim.Use.Pressed(line.button().key()),
                      "is the button '" + line.button().key() + "'")));
    }
  }

  private void lamps(Lights lights) {
    if (lights instanceof Lights.Gpio(String chip, List<PlainLamp> lamps)) {
      lamps.forEach(
          lamp ->
              claims.add(
                  new Claim(
                      chip,
                      lamp.line(),
                      "lamps",
                      new Claim.Use.Lit(lamp.name()),
                      "is the lamp '" + lamp.name() + "'")));
    }
  }
}
