package iyagi.program;

import iyagi.score.Manner;
import iyagi.words.Sentence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a programme as it is written in its file, and notes every mistake at once. */
final class ProgrammeReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ProgrammeReader() {}

  /**
   * Reads a text.
   *
   * @param file for messages
   */
  static ProgrammeResult read(String file, String text) {
    List<Sentence> problems = new ArrayList<>();
    try {
      JsonNode root = MAPPER.readTree(text);
      Fields fields = Fields.of(file, root, problems);
      Optional<Programme> programme = programme(fields);
      fields.finish();
      if (problems.isEmpty() && programme.isPresent()) {
        return new ProgrammeResult.Read(programme.get());
      }
    } catch (JacksonException broken) {
      String place =
          broken.getLocation() == null
              ? ""
              : ":" + broken.getLocation().getLineNr() + ":" + broken.getLocation().getColumnNr();
      String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
      problems.add(Sentence.of("{0}: this cannot be read as JSON: {1}", file + place, reason));
    }
    return new ProgrammeResult.Rejected(problems);
  }

  private static Optional<Programme> programme(Fields file) {
    Optional<Long> revision = file.number("revision", 0);
    Optional<Duration> announce = file.minutes("announce-minutes", Programme.USUAL_ANNOUNCE);
    List<QuietHours> quiet = file.list("quiet-hours", ProgrammeReader::quiet);
    List<Holiday> holidays = file.list("holidays", ProgrammeReader::holiday);
    List<Plan> plans = file.list("plans", ProgrammeReader::plan);
    if (revision.isEmpty() || announce.isEmpty()) {
      return Optional.empty();
    }
    return file.made(() -> new Programme(revision.get(), announce.get(), quiet, holidays, plans));
  }

  private static Optional<QuietHours> quiet(Fields hours) {
    Optional<LocalTime> from = hours.time("from");
    Optional<LocalTime> to = hours.time("to");
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : hours.made(() -> new QuietHours(from.get(), to.get()));
  }

  private static Optional<Holiday> holiday(Fields days) {
    Optional<LocalDate> from = days.date("from");
    Optional<LocalDate> until = days.has("until") ? days.date("until") : from;
    Optional<String> name = days.text("name");
    return from.isEmpty() || until.isEmpty() || name.isEmpty()
        ? Optional.empty()
        : days.made(() -> new Holiday(from.get(), until.get(), name.get()));
  }

  private static Optional<Plan> plan(Fields plan) {
    Optional<String> id = plan.text("id");
    Optional<String> title = plan.text("title");
    Optional<String> language = plan.text("language", "en");
    Optional<When> when = when(plan);
    Optional<LocalTime> start = plan.time("start");
    Optional<Duration> cap = plan.minutes("minutes", Plan.USUAL_CAP);
    Optional<Duration> grace = plan.minutes("grace-minutes", Plan.USUAL_GRACE);
    Optional<Arc> arc = arc(plan);
    List<String> materials = plan.texts("materials");
    Optional<Manner> manner = manner(plan);
    Optional<OwnWords> words = words(plan);
    boolean whole =
        id.isPresent()
            && title.isPresent()
            && language.isPresent()
            && when.isPresent()
            && start.isPresent()
            && cap.isPresent()
            && grace.isPresent()
            && arc.isPresent()
            && words.isPresent();
    return whole
        ? plan.made(
            () ->
                new Plan(
                    id.get(),
                    title.get(),
                    language.get(),
                    when.get(),
                    start.get(),
                    cap.get(),
                    grace.get(),
                    arc.get(),
                    materials,
                    manner,
                    words.get()))
        : Optional.empty();
  }

  private static Optional<OwnWords> words(Fields plan) {
    Optional<String> hello = plan.text("hello-words", "");
    Optional<String> goodbye = plan.text("goodbye-words", "");
    Optional<String> before = plan.text("announcement-words", "");
    return hello.isEmpty() || goodbye.isEmpty() || before.isEmpty()
        ? Optional.empty()
        : plan.made(() -> new OwnWords(filled(hello), filled(goodbye), filled(before)));
  }

  private static Optional<Manner> manner(Fields plan) {
    Optional<String> word = plan.has("manner") ? plan.text("manner") : Optional.empty();
    Optional<Manner> manner = word.flatMap(Manner::named);
    if (word.isPresent() && manner.isEmpty()) {
      plan.problem(
          "manner = '{0}' is none of {1}",
          word.get(), Manner.ALL.stream().map(Manner::word).collect(Collectors.joining(", ")));
    }
    return manner;
  }

  private static Optional<When> when(Fields plan) {
    boolean once = plan.has("date");
    boolean weekly = plan.has("weekly");
    if (once == weekly) {
      plan.problem(
          once
              ? "either date (\"2026-12-24\") or weekly (\"tuesday\") was expected, and both are"
                  + " there"
              : "either date (\"2026-12-24\") or weekly (\"tuesday\") was expected, and neither is"
                  + " there");
      return Optional.empty();
    }
    if (once) {
      return plan.date("date").map(When.Once::new);
    }
    Optional<DayOfWeek> day =
        plan.parsed(
            "weekly",
            word -> DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)),
            text ->
                Sentence.of(
                    "{0} = '{1}' is no day of the week; monday to sunday are",
                    Key.named("weekly"), text));
    Optional<LocalDate> from = plan.dateOrNone("from");
    Optional<LocalDate> until = plan.dateOrNone("until");
    return day.flatMap(each -> plan.made(() -> new When.Weekly(each, from, until)));
  }

  private static Optional<Arc> arc(Fields plan) {
    Optional<String> hello = plan.text("hello", Part.HELLO);
    Optional<String> goodbye = plan.text("goodbye", Part.GOODBYE);
    if (!plan.has("items")) {
      plan.problem("'items' is missing; [{\"story\": \"bear\"}] for example");
      return Optional.empty();
    }
    List<Item> items = plan.list("items", ProgrammeReader::item);
    return hello.isEmpty() || goodbye.isEmpty()
        ? Optional.empty()
        : plan.made(() -> new Arc(filled(hello), items, filled(goodbye)));
  }

  private static Optional<String> filled(Optional<String> name) {
    return name.filter(each -> !each.isEmpty());
  }

  private static Optional<Item> item(Fields item) {
    boolean story = item.has("story");
    boolean song = item.has("song");
    boolean stretch = item.has("stretch");
    if (item.has("question")) {
      return question(item);
    }
    if (story) {
      return item.text("story").flatMap(name -> item.made(() -> new Item.Story(name)));
    }
    if (song) {
      return item.text("song").flatMap(name -> item.made(() -> new Item.Song(name)));
    }
    if (stretch) {
      return item.text("stretch").flatMap(name -> item.made(() -> new Item.Stretch(name)));
    }
    item.problem("one of story, song, stretch and question was expected");
    return Optional.empty();
  }

  private static Optional<Item> question(Fields item) {
    Optional<String> ask = item.text("question");
    Optional<Long> wait = item.number("wait-seconds", Item.Question.USUAL.toSeconds());
    Optional<String> hint = item.text("hint", "");
    Optional<String> say = item.text("say", "");
    return ask.isEmpty() || wait.isEmpty() || hint.isEmpty() || say.isEmpty()
        ? Optional.empty()
        : item.made(
            () ->
                new Item.Question(
                    ask.get(),
                    Duration.ofSeconds(Math.clamp(wait.get(), -1, 100_000)),
                    hint.get(),
                    say.get()));
  }
}
