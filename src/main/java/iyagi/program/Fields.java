package iyagi.program;

import iyagi.story.Suggestion;
import iyagi.words.Sentence;
import iyagi.words.Unfit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The keys of one part of a programme's file. Notes what is wrong and goes on. */
final class Fields {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final String where;
  private final String inside;
  private final JsonNode node;
  private final List<Sentence> problems;
  private final Set<String> known = new TreeSet<>();

  /** The file itself. */
  static Fields of(String file, JsonNode node, List<Sentence> problems) {
    return new Fields(file, file + ": ", node, problems);
  }

  private Fields(String where, String inside, JsonNode node, List<Sentence> problems) {
    this.where = where;
    this.inside = inside;
    this.node = node;
    this.problems = problems;
    if (!node.isObject()) {
      problem("keys in braces were expected, as {\"id\": \"tuesday\"}");
    }
  }

  boolean has(String key) {
    known.add(key);
    return node.has(key);
  }

  /** Notes what is wrong; the text has places for the parts. */
  void problem(String text, Object... parts) {
    noted(new Sentence(text, Arrays.stream(parts).map(Fields::visible).toList()));
  }

  private void noted(Sentence what) {
    problems.add(Sentence.of("{0}: {1}", where, what));
  }

  /** Control characters of a hostile file never reach a terminal. */
  private static Object visible(Object part) {
    return part instanceof Sentence whole
        ? new Sentence(whole.text(), whole.parts().stream().map(Fields::visible).toList())
        : CONTROL.matcher(String.valueOf(part)).replaceAll("?");
  }

  /** A text; where it is missing or something else, that is noted. */
  Optional<String> text(String key) {
    if (!has(key)) {
      problem("'{0}' is missing", Key.named(key));
      return Optional.empty();
    }
    JsonNode value = node.get(key);
    if (!value.isString()) {
      problem("{0} = {1} is no text; write it between quotation marks", Key.named(key), value);
      return Optional.empty();
    }
    return Optional.of(value.asString());
  }

  Optional<String> text(String key, String otherwise) {
    return has(key) ? text(key) : Optional.of(otherwise);
  }

  Optional<Long> number(String key, long otherwise) {
    if (!has(key)) {
      return Optional.of(otherwise);
    }
    JsonNode value = node.get(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      problem(
          "{0} = {1} is no whole number; write it without quotation marks", Key.named(key), value);
      return Optional.empty();
    }
    return Optional.of(value.asLong());
  }

  Optional<Duration> minutes(String key, Duration otherwise) {
    return number(key, otherwise.toMinutes())
        .map(minutes -> Duration.ofMinutes(Math.clamp(minutes, -1, 100_000)));
  }

  Optional<LocalDate> date(String key) {
    return parsed(
        key,
        LocalDate::parse,
        text ->
            Sentence.of("{0} = '{1}' is no date; write it as 2026-12-24", Key.named(key), text));
  }

  /** A date that need not be there. */
  Optional<LocalDate> dateOrNone(String key) {
    return has(key) ? date(key) : Optional.empty();
  }

  Optional<LocalTime> time(String key) {
    return parsed(
        key,
        text -> {
          LocalTime time = LocalTime.parse(text);
          if (time.getSecond() > 0 || time.getNano() > 0) {
            throw new DateTimeException("whole minutes");
          }
          return time;
        },
        text ->
            Sentence.of(
                "{0} = '{1}' is no time of the day; write it as 09:30", Key.named(key), text));
  }

  <T> Optional<T> parsed(
      String key, Function<String, T> parser, Function<String, Sentence> complaint) {
    Optional<String> text = text(key);
    try {
      return text.map(parser);
    } catch (DateTimeException | IllegalArgumentException wrong) {
      noted((Sentence) visible(complaint.apply(text.orElse(""))));
      return Optional.empty();
    }
  }

  /** A list that need not be there. */
  <T> List<T> list(String key, Function<Fields, Optional<T>> entry) {
    if (!has(key)) {
      return List.of();
    }
    JsonNode list = node.get(key);
    if (!list.isArray()) {
      problem("{0} is no list; write it in square brackets", key);
      return List.of();
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String path = inside + key + "[" + (i + 1) + "]";
      Fields part = new Fields(path, path + ".", list.get(i), problems);
      entry.apply(part).ifPresent(all::add);
      part.finish();
    }
    return all;
  }

  /** A list of texts that need not be there. */
  List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    if (has(key)) {
      JsonNode list = node.get(key);
      boolean texts = list.isArray() && list.valueStream().allMatch(JsonNode::isString);
      if (!texts) {
        problem("{0} is no list of texts; write it as [\"a blanket\", \"a lamp\"]", Key.named(key));
        return List.of();
      }
      list.valueStream().map(JsonNode::asString).forEach(all::add);
    }
    return all;
  }

  /** A value, if its parts agree; else why not is noted. */
  <T> Optional<T> made(Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException wrong) {
      Sentence why =
          wrong instanceof Unfit unfit ? unfit.sentence() : Sentence.plain(wrong.getMessage());
      noted((Sentence) visible(why));
      return Optional.empty();
    }
  }

  /** Notes every key that nobody has asked for. */
  void finish() {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        Sentence near = Suggestion.hint(key, known);
        Sentence all = Sentence.of("; there are {0}", String.join(", ", known));
        problem("unknown key '{0}'{1}", key, near.isEmpty() ? all : near);
      }
    }
  }
}
