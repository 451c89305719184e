package iyagi.service;

import iyagi.audio.Levels;
import iyagi.audio.Pcm;
import iyagi.audio.Resampler;
import iyagi.audio.Sounds;
import iyagi.audio.Wav;
import iyagi.library.Edition;
import iyagi.score.Beat;
import iyagi.score.Manner;
import iyagi.score.Script;
import iyagi.story.Credits;
import iyagi.story.Direction;
import iyagi.story.Page;
import iyagi.story.ReadResult;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A story that a command is about to use: read, without a mistake, with its sounds.
 *
 * @param edition where it lies
 * @param story what is in it
 * @param beats what will be played
 * @param sounds by name, at 48 kHz
 */
public record StoryAtHand(Edition edition, Story story, List<Beat> beats, Map<String, Pcm> sounds) {
  private static final long MOST_SOUND_BYTES = 6_000_000;

  /** Finds and reads a story; what is wrong is told, and then there is none. */
  public static Optional<StoryAtHand> find(Desk desk, String words, Consumer<Sentence> tell) {
    List<Edition> editions = desk.library().named(words);
    if (editions.isEmpty()) {
      tell.accept(missing(desk, words));
      return Optional.empty();
    }
    return read(desk, preferred(editions), tell);
  }

  /** Where a story has several languages and none was named, English, then whatever comes first. */
  private static Edition preferred(List<Edition> editions) {
    return editions.stream()
        .filter(e -> e.language().equals("en"))
        .findFirst()
        .orElse(editions.getFirst());
  }

  private static Sentence missing(Desk desk, String words) {
    List<String> known = desk.library().editions().stream().map(Edition::name).toList();
    return Sentence.of(
        "There is no story '{0}' here. {1}",
        words,
        known.isEmpty()
            ? Sentence.of("There are no stories at all in {0}.", desk.shelves())
            : Sentence.of(
                "These are: {0}. A path to a story file works, too.", String.join(", ", known)));
  }

  /** Reads an edition; what is wrong is told, and then there is none. */
  public static Optional<StoryAtHand> read(Desk desk, Edition edition, Consumer<Sentence> tell) {
    ReadResult result = new StoryReader(Names.vocabulary()).read(edition.file());
    result.problems().forEach(problem -> tell.accept(problem.told()));
    if (!(result instanceof ReadResult.Read(Story story, _))) {
      return Optional.empty();
    }
    WordBook book = new WordBook(desk);
    book.problems().forEach(tell);
    List<Beat> beats = Narration.beats(desk, edition, story, Manner.USUAL);
    try {
      return Optional.of(new StoryAtHand(edition, story, beats, sounds(beats, edition.file())));
    } catch (IOException e) {
      tell.accept(Sentence.of("{0}: {1}", edition.file(), Reason.of(e)));
      return Optional.empty();
    }
  }

  /**
   * A text that lies on no shelf yet, with the sounds of the story of its name that does.
   *
   * @param name of its file, by a stranger
   * @return the story; empty if the text has mistakes or its sounds cannot be used
   * @throws IOException if the sounds cannot be looked for
   */
  public static Optional<StoryAtHand> draft(Desk desk, String name, String text)
      throws IOException {
    StoryName called = StoryName.of(name);
    Bundle there = Bundle.of(desk, called.id().orElse("story"));
    Optional<Locale> hint =
        Optional.of(called.language()).filter(l -> !l.isEmpty()).map(Locale::forLanguageTag);
    ReadResult result =
        new StoryReader(Names.vocabulary())
            .withSounds(there.sounds())
            .read(there.id(), called.file(), hint, text);
    if (!(result instanceof ReadResult.Read(Story story, _))) {
      return Optional.empty();
    }
    Path file =
        there.editions().stream()
            .findFirst()
            .map(Edition::file)
            .orElse(Path.of("draft", called.file()));
    Edition edition = new Edition(there.id(), called.language(), file);
    List<Beat> beats = Narration.beats(desk, edition, story, Manner.USUAL);
    return Optional.of(new StoryAtHand(edition, story, beats, sounds(beats, file)));
  }

  /** The same, given in another manner, with the words of that desk's library. */
  public StoryAtHand in(Desk desk, Manner manner) {
    List<Beat> other = Narration.beats(desk, edition, story, manner);
    return new StoryAtHand(edition, story, other, sounds);
  }

  /** Sentences that the robot says of its own accord, without directions. */
  static StoryAtHand spoken(Locale language, List<String> sentences) {
    Story story = told(language, sentences, List.of());
    Edition edition = new Edition(story.id(), language.toLanguageTag(), Path.of("spoken"));
    return new StoryAtHand(edition, story, Script.of(story), Map.of());
  }

  /**
   * A story of nothing but sentences, of which the first is its title.
   *
   * @param first what is done behind the first sentence
   */
  static Story told(Locale language, List<String> sentences, List<Step> first) {
    List<Step> lines = new ArrayList<>(first);
    for (String text : sentences.subList(1, sentences.size())) {
      lines.add(new Step.Line("", "narrator", "neutral", 1, text, true, List.of(), Map.of(), 1));
    }
    return new Story(
        "spoken",
        sentences.getFirst(),
        language,
        Optional.empty(),
        new Credits(Map.of()),
        List.of(new Page(1, "page-1", "", lines)));
  }

  /**
   * A story that lies on no shelf, with built-in sounds only.
   *
   * @throws IOException if it asks for a sound that is not built in
   */
  static StoryAtHand unshelved(Story story) throws IOException {
    Path nowhere = Path.of("built-in", story.id() + ".md");
    List<Beat> beats = Script.of(story);
    Edition edition = new Edition(story.id(), story.language().toLanguageTag(), nowhere);
    return new StoryAtHand(edition, story, beats, sounds(beats, nowhere));
  }

  private static Map<String, Pcm> sounds(List<Beat> beats, Path file) throws IOException {
    Map<String, Pcm> sounds = new HashMap<>();
    for (Beat beat : beats) {
      List<Direction> directions =
          switch (beat) {
            case Beat.Say say -> say.marks().stream().map(Step.Mark::direction).toList();
            case Beat.Act act -> List.of(act.direction());
            case Beat.TurnPage _ -> List.of(Beat.TurnPage.CHIME);
            case Beat.Rest _, Beat.Think _, Beat.Choose _ -> List.of();
          };
      for (Direction direction : directions) {
        if (direction instanceof Direction.Sound sound && !sounds.containsKey(sound.name())) {
          sounds.put(sound.name(), sound(sound.name(), file));
        }
      }
    }
    return sounds;
  }

  /** The story's own sound of that name wins over a built-in one. */
  static Pcm sound(String name, Path file) throws IOException {
    Path own = file.resolveSibling("sounds").resolve(name + ".wav");
    if (Files.exists(own)) {
      long bytes = Files.size(own);
      if (bytes > MOST_SOUND_BYTES) {
        throw new Hindrance(
            Sentence.of(
                "the sound {0} has {1} MB; a sound may have 6 MB, that is 30 seconds of stereo at"
                    + " 48000 Hz",
                own, "%.1f".formatted(bytes / 1e6)));
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(own))) {
        return Levels.gentle(Resampler.to48kHz(Wav.read(in)));
      } catch (IOException e) {
        throw new Hindrance(Sentence.of("the sound {0} cannot be used: {1}", own, Reason.of(e)), e);
      }
    }
    return Sounds.named(name)
        .orElseThrow(() -> new Hindrance(Sentence.of("there is no sound '{0}'", name)));
  }

  /** What is wrong with a sound of the story's own, if anything. */
  public static Optional<String> soundProblem(Story story, Path file) {
    try {
      sounds(Script.of(story), file);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Why it cannot be read aloud: nobody speaks its language, and recordings are missing. */
  public Optional<Sentence> silence(Desk desk) {
    return Narration.silence(desk, edition, story, beats);
  }

  /** How long a sound lasts, in seconds. */
  public double soundSeconds(String name) {
    return sounds.containsKey(name) ? sounds.get(name).length().toNanos() / 1e9 : 0;
  }

  /** "bear.en": for the names of files made from it. */
  public String fileName() {
    return edition.id() + "." + story.language().toLanguageTag();
  }
}
