package iyagi.settings;

import iyagi.light.Colour;
import iyagi.light.Colours;
import iyagi.light.PlainLamp;
import iyagi.light.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The lamps of a profile, noting every problem. */
final class LightsReader {
  private static final Set<String> KINDS = Set.of("pca9685", "gpio", "apa102", "simulated", "none");

  /** At 4 MHz such a strip takes an eighth of the motion loop's time. */
  private static final int LONGEST_STRIP = 300;

  private static final int MOST_BRIGHTNESS = 31;

  /** A quarter of full: a lamp of 60 mA takes 15, and nobody is dazzled. Our own figure. */
  private static final int DEFAULT_BRIGHTNESS = 8;

  private static final double DEFAULT_GAMMA = 2.2;

  private LightsReader() {}

  static Optional<Lights> read(Section keys) {
    Optional<String> kind = ProfileReader.kind(keys, KINDS);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Lights lights =
        switch (kind.get()) {
          case "pca9685" -> board(keys);
          case "gpio" -> plain(keys);
          case "apa102" -> strip(keys);
          case "simulated" -> new Lights.Simulated();
          default -> new Lights.None();
        };
    keys.finish();
    return Optional.of(lights);
  }

  private static Lights board(Section keys) {
    Lights.Pca9685 board =
        new Lights.Pca9685(
            ProfileReader.bus(keys),
            ProfileReader.address(keys),
            output(keys, "red"),
            output(keys, "green"),
            output(keys, "blue"));
    int[] outputs =
        IntStream.of(board.red(), board.green(), board.blue()).filter(o -> o >= 0).toArray();
    if (IntStream.of(outputs).distinct().count() < outputs.length) {
      keys.mend("red", "green and blue are on the same output; each needs its own");
    }
    return board;
  }

  private static int output(Section keys, String key) {
    return keys.whole(key, 0, 15).orElse(-1);
  }

  private static Lights plain(Section keys) {
    String chip = keys.has("chip") ? keys.text("chip") : "";
    if (!chip.isEmpty() && !chip.matches(InputReader.CHIP)) {
      keys.mend("chip", "= '" + chip + "' is no chip; gpiochip0 or another number was expected");
    }
    List<PlainLamp> lamps = new ArrayList<>();
    keys.section("each").ifPresent(each -> lamps(each, lamps));
    return new Lights.Gpio(chip, lamps);
  }

  private static void lamps(Section each, List<PlainLamp> lamps) {
    Map<Integer, String> taken = new HashMap<>();
    List<String> names = List.copyOf(each.unread());
    if (names.isEmpty()) {
      each.mend("eyes", "or another lamp was expected; there is none");
    }
    for (String name : names) {
      if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
        each.mend(
            name, "is no lamp's name; 1 to 31 lower case letters, digits and '-', letter first");
      }
      each.section(name).flatMap(keys -> lamp(name, keys, taken)).ifPresent(lamps::add);
    }
  }

  private static Optional<PlainLamp> lamp(String name, Section keys, Map<Integer, String> taken) {
    OptionalInt line = keys.whole("line", 0, PlainLamp.LAST_LINE);
    line.ifPresent(
        number -> {
          String other = taken.putIfAbsent(number, keys.path("line"));
          if (other != null) {
            keys.mend("line", "= " + number + " is also " + other + "; one lamp needs one");
          }
        });
    String word = keys.text("colour");
    Optional<Colour> colour = Colours.named(word);
    if (colour.isEmpty() && !word.isEmpty()) {
      keys.mend("colour", "= '" + word + "' is unknown" + Hint.of(word, Colours.names()));
    }
    boolean activeLow = keys.flag("active-low");
    keys.finish();
    return line.isEmpty() || colour.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlainLamp(name, line.getAsInt(), colour.get(), activeLow));
  }

  private static Lights strip(Section keys) {
    int bus = keys.has("bus") ? keys.whole("bus", 0, 6).orElse(-1) : 0;
    int select = keys.has("select") ? keys.whole("select", 0, 1).orElse(-1) : 0;
    int count = keys.whole("count", 1, LONGEST_STRIP).orElse(-1);
    int brightness =
        keys.has("brightness")
            ? keys.whole("brightness", 1, MOST_BRIGHTNESS).orElse(-1)
            : DEFAULT_BRIGHTNESS;
    double gamma = keys.number("gamma", 1, Tone.MOST_GAMMA, "", DEFAULT_GAMMA);
    return new Lights.Apa102(
        bus, select, count, brightness, Double.isNaN(gamma) ? Tone.LINEAR : new Tone(gamma));
  }
}
