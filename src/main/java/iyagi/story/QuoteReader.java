package iyagi.story;

import iyagi.story.Step.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quotations: questions, choices, prompts for grown-ups, and simply quoted text. */
final class QuoteReader {
  /** How long children have to answer where the author does not say. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Pattern KEY = Pattern.compile("\\s*(\\p{L}[\\p{L} ‐‑_-]{0,19}?)\\s*[:：]");
  private static final List<String> KEYS =
      List.of("Ask", "Wait", "Hint", "Say", "Grown-ups", "Choose");
  private static final Map<String, String> KNOWN = known();

  private final ParagraphReader paragraphs;
  private final ChoiceReader choices;
  private final Problems problems;

  QuoteReader(ParagraphReader paragraphs, ChoiceReader choices, Problems problems) {
    this.paragraphs = paragraphs;
    this.choices = choices;
    this.problems = problems;
  }

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    KEYS.forEach(key -> known.put(plain(key), key));
    List.of("grownup", "forgrownups", "grownupssay", "어른", "어른께", "어른에게")
        .forEach(name -> known.put(name, "Grown-ups"));
    known.putAll(Map.of("질문", "Ask", "기다리기", "Wait", "귀띔", "Hint", "힌트", "Hint"));
    known.putAll(Map.of("말하기", "Say", "대답", "Say", "고르기", "Choose"));
    return known;
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  /** A key and what is written after it. */
  private record Entry(String key, Place place, Passage value) {}

  /** The steps of a quotation. */
  List<Step> read(Block.Quote quote) {
    List<Entry> entries = new ArrayList<>();
    List<Passage> before = new ArrayList<>();
    for (Passage paragraph : quote.paragraphs()) {
      List<Passage> plainLines = new ArrayList<>();
      for (Passage line : paragraph.lines()) {
        sort(line, entries, plainLines);
      }
      plainLines.stream().reduce(QuoteReader::joined).ifPresent(before::add);
    }
    List<Step> steps = new ArrayList<>();
    before.forEach(paragraph -> steps.addAll(paragraphs.read(paragraph)));
    if (!entries.isEmpty()) {
      steps.addAll(paragraphs.rest());
      steps.addAll(steps(entries));
    }
    return steps;
  }

  private void sort(Passage line, List<Entry> entries, List<Passage> plainLines) {
    Matcher key = KEY.matcher(line.text());
    if (key.lookingAt()) {
      String known = KNOWN.get(plain(key.group(1)));
      Place place = line.at(key.start(1));
      if (known != null) {
        entries.add(new Entry(known, place, line.from(key.end())));
        return;
      }
      Optional<String> near = Suggestion.nearest(key.group(1), KEYS);
      if (near.isPresent() && Character.isUpperCase(key.group(1).charAt(0))) {
        problems.error(place, "unknown '{0}:'; did you mean '{1}:'?", key.group(1), near.get());
        return;
      }
    }
    if (entries.isEmpty()) {
      plainLines.add(line);
    } else {
      Entry last = entries.removeLast();
      entries.add(new Entry(last.key(), last.place(), joined(last.value(), line)));
    }
  }

  private static Passage joined(Passage a, Passage b) {
    Place end = a.length() > 0 ? a.at(a.length() - 1) : b.start();
    var space = new Passage.Builder().add(Passage.SOFT, end.line(), end.column()).built();
    return a.plus(space).plus(b);
  }

  private List<Step> steps(List<Entry> entries) {
    List<Step> steps = new ArrayList<>();
    List<Step> afterwards = new ArrayList<>();
    var question = new Draft();
    for (Entry entry : entries) {
      switch (entry.key()) {
        case "Grown-ups" ->
            grownUps(entry).ifPresent(question.place == null ? steps::add : afterwards::add);
        case "Choose" -> choices.read(entry.value(), entry.place()).ifPresent(afterwards::add);
        default -> {
          if (entry.key().equals("Ask") && question.ask != null) {
            question.finished().ifPresent(steps::add);
            question = new Draft();
          }
          question.take(entry);
        }
      }
    }
    question.finished().ifPresent(steps::add);
    steps.addAll(afterwards);
    return steps;
  }

  private Optional<Step> grownUps(Entry entry) {
    String text = entry.value().text().replaceAll("\\s+", " ").strip();
    if (text.isEmpty()) {
      problems.error(entry.place(), "'Grown-ups:' says nothing");
      return Optional.empty();
    }
    return Optional.of(new Step.GrownUps(text));
  }

  /** A question as far as it has been read. */
  private final class Draft {
    private Place place;
    private List<Line> ask;
    private List<Line> hint;
    private List<Line> say;
    private Duration patience;

    void take(Entry entry) {
      place = place == null ? entry.place() : place;
      switch (entry.key()) {
        case "Ask" -> ask = once(ask, entry, lines(entry));
        case "Hint" -> hint = once(hint, entry, lines(entry));
        case "Say" -> say = once(say, entry, lines(entry));
        default -> patience = once(patience, entry, patience(entry));
      }
    }

    private <T> T once(T already, Entry entry, T value) {
      if (already != null) {
        problems.error(entry.place(), "'{0}:' stands twice in one question", entry.key());
      }
      return value;
    }

    Optional<Step> finished() {
      if (place == null) {
        return Optional.empty();
      }
      if (ask == null) {
        problems.error(place, "this question has no 'Ask:'");
      }
      if (ask == null || ask.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Step.Question(
              ask,
              patience == null ? PATIENCE : patience,
              hint == null ? List.of() : hint,
              say == null ? List.of() : say));
    }
  }

  private Duration patience(Entry entry) {
    String text = entry.value().text().strip();
    Optional<Duration> found = Quantities.duration(text);
    if (found.isEmpty()) {
      problems.error(entry.place(), "Wait '{0}' is no length of time; write for example 4s", text);
      return PATIENCE;
    }
    if (found.get().toMillis() < 1000 || found.get().toMillis() > 30_000) {
      String length = Quantities.seconds(found.get());
      problems.error(entry.place(), "Wait {0} is outside 1..30 s", length);
    }
    return found.get();
  }

  private List<Line> lines(Entry entry) {
    List<Line> lines = new ArrayList<>();
    for (Step step : paragraphs.read(entry.value())) {
      if (step instanceof Line line) {
        lines.add(line);
      } else {
        problems.error(
            entry.place(),
            "a question has no place for a pause or for a direction that is waited for (with"
                + " '!')");
      }
    }
    if (lines.isEmpty()) {
      problems.error(entry.place(), "'{0}:' says nothing", entry.key());
    }
    if (!paragraphs.rest().isEmpty()) {
      problems.error(entry.place(), "'{0}:' has directions but no words", entry.key());
    }
    return lines;
  }
}
