package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual for authors tells the truth. */
final class WritingStoriesTest {
  private static final Path MANUAL = Path.of("src/docs/writing-stories.md");

  @Test
  void everyExampleIsReadWithoutAnError() throws IOException {
    List<String> examples = found("(?s)```markdown\\n(.*?)\\n```\\n");
    assertTrue(examples.size() >= 6, examples.size() + " examples");
    for (String example : examples) {
      ReadResult result =
          new StoryReader(Stories.ROBOT)
              .read("example", "example.md", Optional.of(Locale.ENGLISH), example);
      assertInstanceOf(ReadResult.Read.class, result, () -> example + "\n" + result.problems());
      List<Problem> unexpected =
          result.problems().stream().filter(p -> !p.message().contains("licence")).toList();
      assertEquals(List.of(), unexpected, example);
    }
  }

  @Test
  void everyDirectionOfTheTableIsUnderstood() throws IOException {
    List<String> directions = found("`(\\{[a-z][^}`]*})`");
    assertTrue(directions.size() >= 12, directions.toString());
    for (String direction : directions) {
      String text = Stories.TOP + "The moon of Aoife. " + direction + " Moon.";
      ReadResult result =
          new StoryReader(Stories.ROBOT)
              .withSounds(Set.of("snore"))
              .read("x", "x.md", Optional.of(Locale.ENGLISH), text);
      assertEquals(List.of(), result.problems(), direction);
    }
  }

  @Test
  void everyNameOfTheVocabularyIsListed() throws IOException {
    assertEquals(spaced(Stories.ROBOT.gestures()), listed("Gestures"));
    assertEquals(spaced(Stories.ROBOT.voices()), listed("Voices"));
    assertEquals(spaced(Stories.ROBOT.moods()), listed("How"));
    assertEquals(spaced(Stories.ROBOT.colours()), listed("Colours"));
    Set<String> sounds = listed("Sounds");
    sounds.remove("and your own");
    assertEquals(spaced(Stories.ROBOT.sounds()), sounds);
  }

  private static Set<String> spaced(Set<String> names) {
    Set<String> spaced = new TreeSet<>();
    names.forEach(name -> spaced.add(name.replace('_', ' ')));
    return spaced;
  }

  private static Set<String> listed(String kind) throws IOException {
    String list = found("(?s)\\n- " + kind + ": (.*?)\\.\\n").getFirst();
    return new TreeSet<>(List.of(list.replaceAll("\\s+", " ").split(", ", -1)));
  }

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(MANUAL))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
