package iyagi.console;

import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.performance.PassageSource;
import iyagi.score.Cue;
import iyagi.score.Passage;
import iyagi.score.Placed;
import iyagi.speech.Word;
import iyagi.story.Step;
import iyagi.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A passage as browsers get it: what is said, word by word, what sounds, and how the mouth moves.
 */
final class Sheet {
  private static final String NOW = "/api/now";
  private static final String CLIP = "/clip/";

  private Sheet() {}

  /**
   * A line for captions.
   *
   * @param role who speaks, "" for the narrator
   * @param text as written
   * @param at on the axis of the sound, in seconds
   * @param end of the sound on that axis
   * @param words first letter, letter behind the last, beginning and end on that axis
   */
  record Line(String role, String text, double at, double end, List<List<Number>> words) {}

  /**
   * A sound.
   *
   * @param url where it is
   * @param at on the axis of the sound, in seconds
   * @param gain 0 to 1
   */
  record Heard(String url, double at, double gain) {}

  /**
   * A movement of the mouth.
   *
   * @param at on the axis of the sound, in seconds
   * @param layer the highest wins; inside a layer the one that began last
   * @param knots seconds from there, degrees
   */
  record Track(double at, int layer, List<List<Double>> knots) {}

  /**
   * A passage.
   *
   * @param start on the axis of the sound, in seconds
   * @param length in seconds
   * @param lines what is said in it
   * @param sounds what is heard in it
   * @param mouth how the mouth moves in it
   * @param next sounds that probably follow, to be fetched in time
   */
  record Piece(
      int number,
      int page,
      String kind,
      double start,
      double length,
      List<Line> lines,
      List<Heard> sounds,
      List<Track> mouth,
      List<String> next) {}

  /** What the robot plays now. */
  static Piece of(Placed placed, Optional<PassageSource> source) {
    return of(
        placed, NOW, source.map(s -> next(s, placed.passage().number() + 1)).orElse(List.of()));
  }

  /**
   * A passage.
   *
   * @param from where its sounds are fetched: "/api/now"
   * @param next sounds that probably follow
   */
  static Piece of(Placed placed, String from, List<String> next) {
    Passage passage = placed.passage();
    List<Heard> sounds = new ArrayList<>();
    List<Track> mouth = new ArrayList<>();
    for (Cue cue : passage.cues()) {
      double at = placed.start() + seconds(cue.at());
      switch (cue) {
        case Cue.Speak speak when !speak.clip().isEmpty() ->
            sounds.add(new Heard(from + CLIP + speak.clip(), rounded(at), 1));
        case Cue.Sound sound ->
            sounds.add(new Heard(from + "/sound/" + sound.name(), rounded(at), sound.gain()));
        case Cue.Move move when move.movement().joints().contains(Joint.MOUTH) ->
            mouth.add(
                new Track(
                    rounded(at),
                    move.layer().ordinal(),
                    knots(move.movement().tracks().get(Joint.MOUTH))));
        case Cue.Speak _, Cue.Move _, Cue.Glow _ -> {}
      }
    }
    return new Piece(
        passage.number(),
        passage.page(),
        kind(passage.kind()),
        rounded(placed.start()),
        rounded(seconds(passage.length())),
        captions(placed),
        sounds,
        mouth,
        next);
  }

  private static List<String> next(PassageSource source, int number) {
    if (number >= source.count()) {
      return List.of();
    }
    return source
        .passage(number)
        .map(
            passage ->
                passage.cues().stream()
                    .filter(cue -> cue instanceof Cue.Speak speak && !speak.clip().isEmpty())
                    .map(cue -> NOW + CLIP + ((Cue.Speak) cue).clip())
                    .toList())
        .orElse(List.of());
  }

  /** The lines of a passage. */
  static List<Line> captions(Placed placed) {
    List<Line> lines = new ArrayList<>();
    for (Cue cue : placed.passage().cues()) {
      if (cue instanceof Cue.Speak speak) {
        double at = placed.start() + seconds(speak.at());
        lines.add(
            new Line(
                speak.role(),
                speak.text(),
                rounded(at),
                rounded(at + seconds(speak.length())),
                speak.words().stream().map(word -> word(word, at)).toList()));
      }
    }
    return lines;
  }

  private static List<Number> word(Word word, double at) {
    return List.of(
        word.from(),
        word.to(),
        rounded(at + seconds(word.start())),
        rounded(at + seconds(word.end())));
  }

  private static List<List<Double>> knots(List<Keyframes.Knot> knots) {
    return knots.stream().map(k -> List.of(rounded(k.seconds()), rounded(k.degrees()))).toList();
  }

  private static String kind(Passage.Kind kind) {
    return switch (kind) {
      case Passage.Kind.Speech _ -> "speech";
      case Passage.Kind.Silence _ -> "silence";
      case Passage.Kind.Patience _ -> "patience";
      case Passage.Kind.PageTurn _ -> "page-turn";
      case Passage.Kind.Choosing _ -> "choosing";
    };
  }

  /** Author first, licence last. */
  static List<List<String>> credits(Story story) {
    List<List<String>> credits = new ArrayList<>();
    story.credits().author().ifPresent(author -> credits.add(List.of("author", author)));
    story
        .credits()
        .entries()
        .forEach(
            (key, value) -> {
              if (!key.equals("author") && !key.equals("license")) {
                credits.add(List.of(key, value));
              }
            });
    story.credits().license().ifPresent(license -> credits.add(List.of("license", license)));
    return credits;
  }

  /** The heading of a page; "" for the title. */
  static String heading(Story story, int page) {
    return page > 0 && page <= story.pages().size() ? story.pages().get(page - 1).heading() : "";
  }

  /** What the author asks of grown-ups on a page. */
  static List<String> grownUps(Story story, int page) {
    return page > 0 && page <= story.pages().size()
        ? story.pages().get(page - 1).steps().stream()
            .filter(Step.GrownUps.class::isInstance)
            .map(step -> ((Step.GrownUps) step).text())
            .toList()
        : List.of();
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 10_000) / 10_000.0;
  }
}
