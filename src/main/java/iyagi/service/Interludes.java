package iyagi.service;

import iyagi.library.Edition;
import iyagi.program.Item;
import iyagi.program.OwnWords;
import iyagi.program.Part;
import iyagi.story.Direction;
import iyagi.story.ReadResult;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is said between the stories of a programme: hello, goodbye, a stretch, an announcement, a
 * question. A story file of that name on the shelf, in the programme's language, is used instead of
 * what is built in.
 */
final class Interludes {
  /** The languages of the built-in sentences. */
  static final List<String> LANGUAGES = List.of("en", "ko");

  /** What is built in. */
  static final List<String> NAMES =
      List.of(Part.ANNOUNCEMENT, Part.HELLO, Part.STRETCH, Part.GOODBYE);

  private Interludes() {}

  /** The sentences of that name; what is wrong is told, and then there are none. */
  static Optional<StoryAtHand> words(Desk desk, Part.Words words, Consumer<Sentence> tell) {
    String language = Locale.forLanguageTag(words.language()).getLanguage();
    Optional<StoryAtHand> own =
        shelved(desk, words.name(), words.language())
            .flatMap(edition -> StoryAtHand.read(desk, edition, tell))
            .filter(story -> speaks(story, language));
    if (own.isPresent()) {
      return own;
    }
    if (!NAMES.contains(words.name()) || !LANGUAGES.contains(language)) {
      tell.accept(
          Sentence.of(
              "there is no story '{0}' in the language '{1}' on the shelf, and none is built in",
              words.name(), words.language()));
      return Optional.empty();
    }
    return read(words.name(), language, builtIn(words.name(), language), tell);
  }

  /** A file whose name tells no language may be in any. */
  private static boolean speaks(StoryAtHand story, String language) {
    return !story.edition().language().isEmpty()
        || story.story().language().getLanguage().equals(language);
  }

  /** A library's own words, with the gesture or the chime of the built-in ones. */
  static Optional<StoryAtHand> saying(Part.Saying saying, Consumer<Sentence> tell) {
    Direction by =
        switch (saying.at()) {
          case HELLO, GOODBYE -> new Direction.Gesture("wave");
          case ANNOUNCEMENT -> new Direction.Sound("chime", true);
        };
    Locale language = Locale.forLanguageTag(saying.language());
    List<Step> first = List.of(new Step.Act(by));
    return atHand(StoryAtHand.told(language, OwnWords.sentences(saying.text()), first), tell);
  }

  /** A question as a story of one page. */
  static Optional<StoryAtHand> question(Part.Asking asking, Consumer<Sentence> tell) {
    Item.Question question = asking.question();
    String language = Locale.forLanguageTag(asking.language()).getLanguage();
    String title = language.equals("ko") ? "같이 생각해 볼까요?" : "Let us think together.";
    String text =
        "---\nlanguage: %s\nlicense: CC BY 4.0\n---\n# %s\n\n##\n> Ask: %s\n> Wait: %ds\n%s%s"
            .formatted(
                asking.language(),
                title,
                question.ask(),
                question.patience().toSeconds(),
                line("Hint", question.hint()),
                line("Say", question.say()));
    return read("question", language, text, tell);
  }

  private static String line(String key, String text) {
    return text.isEmpty() ? "" : "> " + key + ": " + text + "\n";
  }

  /** A story on the shelf in a language, or one whose file name tells none. */
  static Optional<Edition> shelved(Desk desk, String name, String language) {
    List<Edition> named =
        desk.library().editions().stream()
            .filter(each -> each.id().equals(name) || each.name().equals(name))
            .toList();
    return named.stream()
        .filter(each -> each.language().equals(language) || each.name().equals(name))
        .findFirst();
  }

  private static Optional<StoryAtHand> read(
      String id, String language, String text, Consumer<Sentence> tell) {
    ReadResult result =
        new StoryReader(Names.vocabulary())
            .read(id, id + ".md", Optional.of(Locale.forLanguageTag(language)), text);
    if (!(result instanceof ReadResult.Read(Story story, _))) {
      result.problems().forEach(problem -> tell.accept(problem.told()));
      return Optional.empty();
    }
    return atHand(story, tell);
  }

  private static Optional<StoryAtHand> atHand(Story story, Consumer<Sentence> tell) {
    try {
      return Optional.of(StoryAtHand.unshelved(story));
    } catch (IOException missing) {
      tell.accept(Reason.of(missing));
      return Optional.empty();
    }
  }

  private static String builtIn(String name, String language) {
    String file = "/iyagi/program/" + name + "." + language + ".md";
    try (InputStream in = Interludes.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }
}
