package iyagi.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The keys of one part of a file. Every question notes its own problem and answers all the same
 * (NaN, -1, ""), so that one reading finds everything; {@link #finish} notes keys that nobody asked
 * for.
 */
final class Section {
  private final String path;
  private final int line;
  private final Map<String, Node.Entry> left;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Problems problems;

  Section(String path, int line, Node.Branch branch, Problems problems) {
    this.path = path;
    this.line = line;
    this.problems = problems;
    left = new LinkedHashMap<>(branch.entries());
    branch.entries().forEach((key, entry) -> lines.put(key, entry.line()));
  }

  /** "joints.mouth.channel". */
  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Where the key stands; the section's own line if it is missing. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  /** Notes a problem of a key. */
  void problem(String key, String message) {
    problems.add(line(key), path(key) + " " + message);
  }

  /** The keys that nobody has asked for yet. */
  Collection<String> unread() {
    return left.keySet();
  }

  boolean has(String key) {
    asked.add(key);
    return lines.containsKey(key);
  }

  /** A number between two others; NaN with a problem noted. */
  double number(String key, double low, double high, String unit) {
    Optional<String> text = value(key, range(low, high, unit));
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double number = parse(text.get());
    if (Double.isNaN(number)) {
      problem(key, "= '" + text.get() + "' is no number; allowed is " + range(low, high, unit));
    } else if (number < low || number > high) {
      problem(key, "= " + plain(number) + unit + " is outside " + range(low, high, unit));
      return Double.NaN;
    }
    return number;
  }

  /** The same, with a value where the key is missing. */
  double number(String key, double low, double high, String unit, double otherwise) {
    return has(key) ? number(key, low, high, unit) : otherwise;
  }

  /** A whole number between two others; empty with a problem noted. */
  OptionalInt whole(String key, int low, int high) {
    double number = number(key, low, high, "");
    if (Double.isNaN(number)) {
      return OptionalInt.empty();
    }
    if (number != Math.rint(number)) {
      problem(key, "= " + plain(number) + " is no whole number");
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) number);
  }

  /** Yes or no; no where the key is missing. */
  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    String text = value(key, "true or false").orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      problem(key, "= '" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  /** Words; "" with a problem noted. */
  String text(String key) {
    return value(key, "a few words").orElse("");
  }

  /** The part below a key. */
  Optional<Section> section(String key) {
    asked.add(key);
    Node.Entry entry = left.remove(key);
    return switch (entry == null ? null : entry.value()) {
      case null -> {
        problem(key, "is missing");
        yield Optional.empty();
      }
      case Node.Branch branch ->
          Optional.of(new Section(path(key), entry.line(), branch, problems));
      default -> {
        problem(key, "has no keys below it; indent them by two spaces");
        yield Optional.empty();
      }
    };
  }

  /** Notes every key that was not asked for. */
  void finish() {
    finish(asked);
  }

  /** Notes every key that was not asked for, with others that are allowed. */
  void finish(Collection<String> known) {
    for (String key : left.keySet()) {
      problem(key, "is no key here" + Hint.of(key, known));
    }
  }

  private Optional<String> value(String key, String allowed) {
    asked.add(key);
    Node.Entry entry = left.remove(key);
    if (entry == null) {
      problem(key, "is missing; allowed is " + allowed);
      return Optional.empty();
    }
    if (!(entry.value() instanceof Node.Leaf leaf)) {
      problem(key, "is a list or has keys below it; one value was expected: " + allowed);
      return Optional.empty();
    }
    if (leaf.text().isBlank()) {
      problem(key, "has no value; allowed is " + allowed);
      return Optional.empty();
    }
    return Optional.of(leaf.text());
  }

  private static double parse(String text) {
    if (text.matches("0x[0-9a-fA-F]{1,6}")) {
      return Integer.parseInt(text.substring(2), 16);
    }
    return text.matches("[-+]?[0-9]{1,12}(\\.[0-9]{0,12})?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  private static String range(double low, double high, String unit) {
    return plain(low) + ".." + plain(high) + unit;
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
  }
}
