package iyagi.settings;

import iyagi.words.Sentence;
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
  void mend(String key, Sentence sentence) {
    problems.add(line(key), Sentence.of("{0} {1}", path(key), sentence));
  }

  /** Notes a problem of a key in a file that is read on the command line only, in English. */
  void mend(String key, String message) {
    mend(key, Sentence.plain(message));
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
      mend(
          key,
          Sentence.of("= '{0}' is no number; allowed is {1}", text.get(), range(low, high, unit)));
    } else if (number < low || number > high) {
      mend(key, Sentence.of("= {0} is outside {1}", plain(number) + unit, range(low, high, unit)));
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
      mend(key, Sentence.of("= {0} is no whole number", plain(number)));
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) number);
  }

  /** Yes or no; no where the key is missing. */
  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    String text = value(key, Sentence.of("true or false")).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      mend(key, Sentence.of("= '{0}' is neither true nor false", text));
    }
    return text.equals("true");
  }

  /** Words; "" with a problem noted. */
  String text(String key) {
    return value(key, Sentence.of("a few words")).orElse("");
  }

  /** The part below a key. */
  Optional<Section> section(String key) {
    asked.add(key);
    Node.Entry entry = left.remove(key);
    return switch (entry == null ? null : entry.value()) {
      case null -> {
        mend(key, Sentence.of("is missing"));
        yield Optional.empty();
      }
      case Node.Branch branch ->
          Optional.of(new Section(path(key), entry.line(), branch, problems));
      default -> {
        mend(key, Sentence.of("has no keys below it; indent them by two spaces"));
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
      mend(key, Sentence.of("is no key here{0}", Hint.of(key, known)));
    }
  }

  private Optional<String> value(String key, Object allowed) {
    asked.add(key);
    Node.Entry entry = left.remove(key);
    if (entry == null) {
      mend(key, Sentence.of("is missing; allowed is {0}", allowed));
      return Optional.empty();
    }
    if (!(entry.value() instanceof Node.Leaf leaf)) {
      mend(
          key, Sentence.of("is a list or has keys below it; one value was expected: {0}", allowed));
      return Optional.empty();
    }
    if (leaf.text().isBlank()) {
      mend(key, Sentence.of("has no value; allowed is {0}", allowed));
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
