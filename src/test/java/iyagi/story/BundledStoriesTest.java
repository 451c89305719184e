package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.story.Step.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories that come with the robot keep every rule that writing-stories.md gives. */
final class BundledStoriesTest {
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(Path.of("stories"))) {
      return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areSixOrMoreAndThreeOfThemInKorean() {
    assertTrue(files().stream().filter(f -> f.endsWith("story.en.md")).count() >= 6);
    assertTrue(files().stream().filter(f -> f.endsWith("story.ko.md")).count() >= 3);
  }

  @ParameterizedTest
  @MethodSource("files")
  void areReadWithoutAWarning(Path file) {
    assertEquals(List.of(), new StoryReader(Stories.ROBOT).read(file).problems());
  }

  @ParameterizedTest
  @MethodSource("files")
  void takeOneToFourMinutes(Path file) {
    double seconds = story(file).pages().stream().mapToDouble(p -> Pace.seconds(p.steps())).sum();
    assertTrue(seconds >= 45 && seconds <= 240, file + " takes " + Math.round(seconds) + " s");
  }

  @ParameterizedTest
  @MethodSource("files")
  void haveTwoCharactersAndPinnedGestures(Path file) {
    Set<String> voices = new HashSet<>();
    boolean pinned = false;
    for (Line line : lines(story(file))) {
      voices.add(line.voice());
      pinned |= line.marks().stream().anyMatch(Step.Mark::pinned);
    }
    voices.remove("narrator");
    assertTrue(voices.size() >= 2, voices.toString());
    assertTrue(pinned);
  }

  @ParameterizedTest
  @MethodSource("files")
  void askAQuestionAndTalkToGrownUps(Path file) {
    List<Step> steps = story(file).pages().stream().flatMap(p -> p.steps().stream()).toList();
    assertTrue(
        steps.stream()
            .anyMatch(
                s -> s instanceof Step.Question q && !q.hint().isEmpty() && !q.say().isEmpty()));
    assertTrue(steps.stream().anyMatch(Step.GrownUps.class::isInstance));
  }

  @ParameterizedTest
  @MethodSource("files")
  void sayWhoseTheyAre(Path file) {
    Story story = story(file);
    assertEquals("CC BY 4.0", story.credits().license().orElse("none"));
    assertEquals("Iyagi", story.credits().author().orElse("nobody"));
    assertTrue(story.ages().isPresent());
    String language = file.endsWith("story.ko.md") ? "ko" : "en";
    assertEquals(Locale.of(language), story.language());
  }

  @ParameterizedTest
  @MethodSource("files")
  void writeNumbersAsWordsAndSentencesShort(Path file) {
    for (Line line : lines(story(file))) {
      assertTrue(line.text().chars().noneMatch(Character::isDigit), line.text());
      assertTrue(Pace.seconds(line.text()) <= 11, line.text());
    }
  }

  @Test
  void offerAChoiceOnce() {
    assertTrue(
        files().stream()
            .flatMap(f -> story(f).pages().stream())
            .flatMap(p -> p.steps().stream())
            .anyMatch(Step.Choice.class::isInstance));
  }

  private static Story story(Path file) {
    return ((ReadResult.Read) new StoryReader(Stories.ROBOT).read(file)).story();
  }

  private static List<Line> lines(Story story) {
    return story.pages().stream()
        .flatMap(page -> page.steps().stream())
        .flatMap(
            step ->
                switch (step) {
                  case Line line -> Stream.of(line);
                  case Step.Question q ->
                      Stream.of(q.ask(), q.hint(), q.say()).flatMap(List::stream);
                  case Step.Pause _, Step.Act _, Step.Choice _, Step.GrownUps _ -> Stream.empty();
                })
        .toList();
  }
}
