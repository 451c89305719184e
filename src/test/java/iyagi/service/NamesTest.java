package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.story.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for authors names just what this robot understands. */
final class NamesTest {
  private static Set<String> listed(String kind) throws IOException {
    String page = Files.readString(Path.of("src/docs/writing-stories.md"));
    int from = page.indexOf("\n- " + kind + ": ") + kind.length() + 5;
    int next = page.indexOf("\n- ", from);
    int end = page.indexOf("\n\n", from);
    String names =
        page.substring(from, next < 0 ? end : Math.min(end, next))
            .replace(".", "")
            .replace('\n', ' ');
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> spaced(Set<String> names) {
    return names.stream()
        .map(n -> n.replace('_', ' '))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyVoiceMoodColourAndGestureIsInThePageForAuthors() throws IOException {
    Vocabulary robot = Names.vocabulary();
    assertEquals(spaced(robot.voices()), listed("Voices"));
    assertEquals(spaced(robot.moods()), listed("How"));
    assertEquals(spaced(robot.colours()), listed("Colours"));
    assertEquals(spaced(robot.gestures()), listed("Gestures"));
  }
}
