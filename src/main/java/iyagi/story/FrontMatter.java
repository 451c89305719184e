package iyagi.story;

import iyagi.words.Sentence;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between two lines of hyphens at the top of a story file. */
final class FrontMatter {
  private static final int LONGEST_CHARS = 20_000;
  private static final int OLDEST_YEARS = 120;

  /** Long enough for small hands to find the corner of a page. */
  private static final Duration USUAL_PAGE_TURN = Duration.ofSeconds(12);

  /** The chime and the look down take 2.4 s. */
  private static final Duration SHORTEST_PAGE_TURN = Duration.ofSeconds(3);

  private static final Duration LONGEST_PAGE_TURN = Duration.ofMinutes(2);
  private static final Pattern AGES =
      Pattern.compile(
          "(\\d{1,3})(?:\\s*(?:-|–|—|~|to|bis)\\s*(\\d{1,3})|\\s*(\\+))?\\s*(?:years?|세|살)?");

  private static final List<String> KEYS =
      List.of("title", "language", "ages", "read-along", "page-turn");

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Cast cast = new Cast();
  private final Map<String, String> credits = new LinkedHashMap<>();
  private Optional<String> title = Optional.empty();
  private Optional<Locale> language = Optional.empty();
  private Optional<Ages> ages = Optional.empty();
  private Optional<Place> readAlong = Optional.empty();
  private Optional<Duration> pageTurn = Optional.empty();
  private Optional<Place> pageTurnAt = Optional.empty();
  private boolean readable = true;
  private String body;

  private FrontMatter(String text, Vocabulary vocabulary, Problems problems) {
    this.body = text;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  static FrontMatter of(String text, Vocabulary vocabulary, Problems problems) {
    var front = new FrontMatter(text, vocabulary, problems);
    front.cut();
    return front;
  }

  Optional<String> title() {
    return title;
  }

  Optional<Locale> language() {
    return language;
  }

  Optional<Ages> ages() {
    return ages;
  }

  /** How long a page turn of the printed book is waited for; empty where there is none. */
  Optional<Duration> pageTurn() {
    return readAlong.map(_ -> pageTurn.orElse(USUAL_PAGE_TURN));
  }

  Map<String, String> credits() {
    return credits;
  }

  /** False where its author's words are lost, so that nothing can be said to be missing. */
  boolean readable() {
    return readable;
  }

  Cast cast() {
    return cast;
  }

  /** The file with its front matter blanked out, so that lines keep their numbers. */
  String body() {
    return body;
  }

  private void cut() {
    List<String> lines = body.lines().toList();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size() || !lines.get(first).stripTrailing().equals("---")) {
      return;
    }
    int end = first + 1;
    while (end < lines.size() && !lines.get(end).stripTrailing().matches("---|\\.\\.\\.")) {
      end++;
    }
    if (end == lines.size()) {
      if (first + 1 < end && lines.get(first + 1).matches("\\w+:.*")) {
        problems.error(
            Place.line(first + 1), "the part between '---' lines has no second '---' line");
        readable = false;
        body = "\n".repeat(end);
      }
      return;
    }
    String yaml = String.join("\n", lines.subList(first + 1, end));
    body = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
    read(yaml, first + 1);
  }

  private void read(String yaml, int lineOffset) {
    if (yaml.length() > LONGEST_CHARS) {
      problems.error(
          Place.line(lineOffset), "more than 20,000 characters between the '---' lines at the top");
      return;
    }
    try {
      Set<String> seen = new HashSet<>();
      for (Yaml.Entry entry : Yaml.read(yaml, lineOffset).entries()) {
        if (seen.add(entry.key())) {
          take(entry);
        } else {
          problems.error(entry.place(), "'{0}' stands twice", entry.key());
        }
      }
      if (readAlong.isEmpty()) {
        pageTurnAt.ifPresent(
            place ->
                problems.error(
                    place, "'page-turn' goes with a printed book; add 'read-along: book'"));
      }
    } catch (Yaml.Unreadable e) {
      readable = false;
      problems.error(e.place(), e.sentence());
    }
  }

  private void take(Yaml.Entry entry) {
    String key = entry.key().toLowerCase(Locale.ROOT).strip();
    if (key.equals("cast")) {
      cast(entry.value());
      return;
    }
    Optional<String> credit = CreditLines.key(key);
    if (credit.isEmpty() && !KEYS.contains(key)) {
      Set<String> all = new TreeSet<>(CreditLines.names());
      all.addAll(KEYS);
      all.add("cast");
      Sentence near = Suggestion.hint(key, all);
      Sentence usual =
          Sentence.of(
              "; there is title, language, ages, cast, author, illustration, translation, license,"
                  + " source, …");
      problems.error(entry.place(), "unknown '{0}'{1}", entry.key(), near.isEmpty() ? usual : near);
      return;
    }
    text(entry)
        .filter(value -> !value.isBlank())
        .ifPresent(
            value -> {
              switch (key) {
                case "title" -> title = Optional.of(value);
                case "language" -> language(value, entry.value().place());
                case "ages" -> ages(value, entry.value().place());
                case "read-along" -> readAlong(value, entry.value().place());
                case "page-turn" -> pageTurn(value, entry.value().place());
                default -> credits.merge(credit.orElseThrow(), value, (a, b) -> a + ", " + b);
              }
            });
  }

  private Optional<String> text(Yaml.Entry entry) {
    return switch (entry.value()) {
      case Yaml.Scalar(_, String text) -> Optional.of(text.replaceAll("\\s+", " "));
      case Yaml.Sequence(_, List<Yaml> items)
          when items.stream().allMatch(Yaml.Scalar.class::isInstance) ->
          Optional.of(
              String.join(", ", items.stream().map(item -> ((Yaml.Scalar) item).text()).toList()));
      case Yaml.Sequence _, Yaml.Mapping _ -> {
        problems.error(entry.value().place(), "'{0}' needs one line of text", entry.key());
        yield Optional.empty();
      }
    };
  }

  private void language(String value, Place place) {
    language = Languages.named(value);
    if (language.isEmpty()) {
      problems.error(place, "unknown language '{0}'{1}", value, Languages.suggestion(value));
    }
  }

  private void ages(String value, Place place) {
    Matcher matcher = AGES.matcher(value.strip());
    if (!matcher.matches()) {
      problems.error(place, "ages '{0}' is not understood; write for example 2-4", value);
      return;
    }
    int from = Integer.parseInt(matcher.group(1));
    int to = matcher.group(3) != null ? 99 : from;
    to = matcher.group(2) == null ? to : Integer.parseInt(matcher.group(2));
    if (to < from || to > OLDEST_YEARS) {
      problems.error(place, "ages '{0}' are outside 0..120 or the wrong way round", value);
      return;
    }
    ages = Optional.of(new Ages(from, to));
  }

  private void readAlong(String value, Place place) {
    if (value.strip().equalsIgnoreCase("book")) {
      readAlong = Optional.of(place);
    } else {
      problems.error(place, "read-along '{0}' is unknown; write 'read-along: book'", value);
    }
  }

  private void pageTurn(String value, Place place) {
    pageTurnAt = Optional.of(place);
    pageTurn = Quantities.duration(value);
    if (pageTurn.isEmpty()) {
      problems.error(place, "page-turn '{0}' is no time; write for example 12s", value);
    } else if (pageTurn.get().compareTo(SHORTEST_PAGE_TURN) < 0
        || pageTurn.get().compareTo(LONGEST_PAGE_TURN) > 0) {
      problems.error(
          place, "page-turn {0} is outside 3..120 s", Quantities.seconds(pageTurn.get()));
    }
  }

  private void cast(Yaml value) {
    if (value instanceof Yaml.Mapping mapping) {
      new CastReader(vocabulary, problems).read(mapping, cast);
    } else if (!(value instanceof Yaml.Scalar(_, String text) && text.isEmpty())) {
      problems.error(value.place(), "'cast' lists names; write for example  Bear: {voice: bear}");
    }
  }
}
