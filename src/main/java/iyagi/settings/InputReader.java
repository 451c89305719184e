package iyagi.settings;

import iyagi.input.Button;
import iyagi.input.ButtonLine;
import iyagi.input.ButtonLine.Pull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The buttons and the card reader of a profile, noting every problem. */
final class InputReader {
  /** How a GPIO chip is called. */
  static final String CHIP = "gpiochip[0-9]{1,2}";

  private static final Set<String> BUTTON_KINDS = Set.of("gpio", "simulated", "none");
  private static final Set<String> CARD_KINDS = Set.of("evdev", "pcsc", "simulated", "none");
  private static final Set<String> PULLS = Set.of("up", "down", "none");
  private static final List<String> BUTTON_KEYS =
      Arrays.stream(Button.values()).map(Button::key).toList();
  private static final List<String> GPIO_KEYS =
      Stream.concat(Stream.of("kind", "chip"), BUTTON_KEYS.stream()).toList();

  private InputReader() {}

  static Optional<Wiring> buttons(Section keys) {
    Optional<String> kind = ProfileReader.kind(keys, BUTTON_KINDS);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (kind.get().equals("gpio")) {
      return Optional.of(gpio(keys));
    }
    keys.finish();
    return Optional.of(kind.get().equals("simulated") ? new Wiring.Simulated() : new Wiring.None());
  }

  private static Wiring gpio(Section keys) {
    String chip = keys.has("chip") ? chip(keys, "chip") : "";
    List<ButtonLine> lines = new ArrayList<>();
    Map<Integer, String> taken = new HashMap<>();
    List<String> present = BUTTON_KEYS.stream().filter(keys::has).toList();
    for (String key : present) {
      keys.section(key).flatMap(s -> line(key, s, taken)).ifPresent(lines::add);
    }
    if (present.isEmpty()) {
      keys.mend("start", "or another button was expected; there is none");
    }
    keys.finish(GPIO_KEYS);
    return new Wiring.Gpio(chip, lines);
  }

  /** The name of a GPIO chip. */
  static String chip(Section keys, String key) {
    String chip = keys.text(key);
    if (!chip.isEmpty() && !chip.matches("gpiochip[0-9]{1,2}")) {
      keys.mend(key, "= '" + chip + "' is no chip; gpiochip0 or another number was expected");
    }
    return chip;
  }

  private static Optional<ButtonLine> line(
      String button, Section keys, Map<Integer, String> taken) {
    OptionalInt line = keys.whole("line", 0, ButtonLine.LAST_LINE);
    line.ifPresent(
        number -> {
          String other = taken.putIfAbsent(number, keys.path("line"));
          if (other != null) {
            keys.mend("line", "= " + number + " is also " + other + "; one button needs one");
          }
        });
    Pull pull = pull(keys);
    boolean activeLow = keys.has("active-low") ? keys.flag("active-low") : pull != Pull.DOWN;
    boolean floats = pull == (activeLow ? Pull.DOWN : Pull.UP);
    if (floats) {
      keys.mend(
          "active-low",
          "= "
              + activeLow
              + " with that pull would be pressed all the time; pull: up goes with active-low: true,"
              + " pull: down with false");
    }
    keys.finish();
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ButtonLine(Button.of(button).orElseThrow(), line.getAsInt(), pull, activeLow));
  }

  private static Pull pull(Section keys) {
    String pull = keys.has("pull") ? keys.text("pull") : "up";
    if (!pull.isEmpty() && !PULLS.contains(pull)) {
      keys.mend("pull", "= '" + pull + "' is unknown" + Hint.of(pull, PULLS));
    }
    return switch (pull) {
      case "down" -> Pull.DOWN;
      case "none" -> Pull.NONE;
      default -> Pull.UP;
    };
  }

  static Optional<CardReader> cards(Section keys) {
    Optional<String> kind = ProfileReader.kind(keys, CARD_KINDS);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    CardReader cards =
        switch (kind.get()) {
          case "evdev" -> new CardReader.Evdev(device(keys));
          case "pcsc" -> new CardReader.Pcsc(keys.has("reader") ? keys.text("reader") : "");
          case "simulated" -> new CardReader.Simulated(keys.flag("tells-removal"));
          default -> new CardReader.None();
        };
    keys.finish();
    return Optional.of(cards);
  }

  private static String device(Section keys) {
    String device = keys.text("device");
    if (device.startsWith("/") && !device.matches("/dev/input/[A-Za-z0-9._:-][A-Za-z0-9._:/-]*")) {
      keys.mend(
          "device",
          "= '"
              + device
              + "' is no input device; a path below /dev/input/ or words of the reader's name were"
              + " expected");
    }
    return device;
  }
}
