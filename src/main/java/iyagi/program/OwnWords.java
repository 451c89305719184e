package iyagi.program;

import iyagi.story.Page;
import iyagi.story.ReadResult;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.story.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan has the robot say in place of the built-in sentences, in the plan's language. Each is
 * 1 to 300 characters on one line and is said exactly as it stands: whatever a story's text would
 * take for a direction or a heading is refused.
 *
 * @param hello at the beginning
 * @param goodbye at the end
 * @param announcement some minutes before, behind the chime
 */
public record OwnWords(
    Optional<String> hello, Optional<String> goodbye, Optional<String> announcement) {
  /** Everything is as it is built in. */
  public static final OwnWords NONE =
      new OwnWords(Optional.empty(), Optional.empty(), Optional.empty());

  private static final StoryReader READER =
      new StoryReader(
          new Vocabulary(Set.of(), Set.of("narrator"), Set.of("neutral"), Set.of(), Set.of()));

  /** Checks each. */
  public OwnWords {
    hello.ifPresent(text -> check("hello-words", text));
    goodbye.ifPresent(text -> check("goodbye-words", text));
    announcement.ifPresent(text -> check("announcement-words", text));
  }

  private static void check(String key, String text) {
    Checks.text(key, text, 1, Item.LONGEST_TEXT);
    boolean heard = text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!heard || !plain(String.join("", sentences(text))).equals(plain(text))) {
      throw Checks.wrong(
          "{0} would not be said as it stands; leave out the signs of a story's text, as braces,"
              + " #, * and >, and a name with a colon at the beginning",
          Key.named(key));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  /**
   * The sentences of a text, each to be said in one breath; none if it is more than plain words.
   *
   * @param text as a plan has it
   */
  public static List<String> sentences(String text) {
    String story = "---\nlanguage: en\nlicense: CC0\n---\n# Words\n\n##\n" + text + "\n";
    ReadResult result = READER.read("words", "words.md", Optional.of(Locale.ENGLISH), story);
    return result instanceof ReadResult.Read(Story read, _) && read.pages().size() == 1
        ? sentences(read.pages().getFirst())
        : List.of();
  }

  private static List<String> sentences(Page page) {
    boolean plain =
        page.heading().isEmpty()
            && page.steps().stream()
                .allMatch(
                    step ->
                        step instanceof Step.Line line
                            && line.role().isEmpty()
                            && line.marks().isEmpty());
    return plain
        ? page.steps().stream().map(step -> ((Step.Line) step).text()).toList()
        : List.of();
  }
}
