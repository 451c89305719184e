package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.library.Edition;
import iyagi.narration.ReadAloud;
import iyagi.narration.RecordedEngine;
import iyagi.score.Beat;
import iyagi.speech.HummingEngine;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording is played for the words that it was read for, whatever becomes of the text. */
final class ReadForIT {
  private static final String SAW = "A hare saw the moon over the hill.";
  private static final String HOME = "Then the little hare went home.";

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    desk = at(folder);
    saved("en", SAW, HOME);
  }

  private static Desk at(Path folder) {
    return TestDesk.in(
        folder, new RecordedEngine(new HummingEngine()), new FailingParts(), new ManualClock());
  }

  private static String text(String language, String... pages) {
    StringBuilder text = new StringBuilder("---\ntitle: Hare\nlicense: CC0\nlanguage: ");
    text.append(language).append("\n---\n# Hare\n");
    for (String page : pages) {
      text.append("\n##\n").append(page).append('\n');
    }
    return text.toString();
  }

  /** As the editor and 'iyagi import --replace' do it. */
  private List<String> saved(String language, String... pages) throws IOException {
    byte[] bytes = text(language, pages).getBytes(StandardCharsets.UTF_8);
    Taken taken =
        new Import(desk).take(new ByteArrayInputStream(bytes), "hare." + language + ".md", true);
    return assertInstanceOf(Taken.Shelved.class, taken).recordings().stream()
        .map(Sentence::toString)
        .toList();
  }

  private StoryAtHand hare(String name) {
    return StoryAtHand.find(desk, name, sentence -> told.add(sentence.toString())).orElseThrow();
  }

  private Narration narration(String name) {
    StoryAtHand hare = hare(name);
    return Narration.of(hare.edition(), hare.story());
  }

  /** Each page has its own tone, so that one is not taken for another. */
  private Path wav(double hertz) throws IOException {
    return new ReadAloud(16_000)
        .pause(0.3)
        .tone(1.2, hertz)
        .pause(0.3)
        .write(folder.resolve("brought").resolve(hertz + ".wav"), 0.5, -70);
  }

  private void record(String name, int page, double hertz) throws IOException {
    StoryAtHand hare = hare(name);
    try (InputStream in = Files.newInputStream(wav(hertz))) {
      assertTrue(
          new Recorder(desk).take(in, hare.edition(), hare.story(), page).refusal().isEmpty());
    }
  }

  /** Which page's tone is heard on which page. */
  private Map<Integer, Integer> heard(String name) throws IOException {
    Map<Integer, Integer> heard = new TreeMap<>();
    for (var each : narration(name).files().entrySet()) {
      for (int tone = 1; tone <= 4; tone++) {
        if (same(each.getValue(), tone)) {
          heard.put(each.getKey(), tone);
        }
      }
    }
    return heard;
  }

  private boolean same(Path kept, int tone) throws IOException {
    return Files.mismatch(kept, wav(200 + 50 * tone)) < 0;
  }

  private void recordBoth(String name) throws IOException {
    record(name, 1, 250);
    record(name, 2, 300);
    assertEquals(Map.of(1, 1, 2, 2), heard(name));
  }

  @Test
  void recordingsMoveWithTheirPages() throws IOException {
    recordBoth("hare");
    assertEquals(
        List.of("2 recordings have moved along with their pages."),
        saved("en", "Once upon a time.", SAW, HOME));
    assertEquals(Map.of(2, 1, 3, 2), heard("hare"));
    assertEquals(List.of(), saved("en", "Once upon a time.", SAW, HOME.replace(".", "!")));
    assertEquals(Map.of(2, 1, 3, 2), heard("hare"));
    assertEquals(List.of("One recording has moved along with its page."), saved("en", HOME, SAW));
    assertEquals(Map.of(1, 2, 2, 1), heard("hare"));
  }

  @Test
  void aPageOfOtherWordsIsReadByTheVoiceUntilALibrarianHasChosen() throws IOException {
    recordBoth("hare");
    String other = HOME.replace("little", "tired");
    assertEquals(
        List.of(
            "The recording of page 2 was read for other words and is not played: keep it, record it"
                + " again or remove it on the page Recordings."),
        saved("en", SAW, other));
    Narration held = narration("hare");
    assertEquals(Map.of(1, 1), heard("hare"));
    assertEquals(List.of(HOME), held.others().get(2).readFor());
    assertEquals(
        List.of(true, true, false),
        hare("hare").beats().stream()
            .filter(Beat.Say.class::isInstance)
            .map(beat -> beat.page() == 0 || ((Beat.Say) beat).phrase().recording().isPresent())
            .toList());
    StoryAtHand hare = hare("hare");
    assertEquals(
        "this was read for other words than page 2 has now, and is not played; then '"
            + HOME
            + "', now '"
            + other
            + "'; on the page Recordings keep it, record it again or remove it",
        Narration.warnings(hare.edition(), hare.story())
            .get(held.others().get(2).file())
            .getFirst()
            .toString());
    new Recorder(desk).keep(hare.edition(), hare.story(), 2);
    assertEquals(Map.of(1, 1, 2, 2), heard("hare"));
    assertEquals(List.of(), saved("en", SAW, HOME), "it fits what it was read for, too");
    assertEquals(Map.of(1, 1, 2, 2), heard("hare"));
  }

  @Test
  void aStoryThatNobodyHereCanSpeakWaitsAndSaysWhy() throws IOException {
    saved("ko", "토끼가 달을 보았어요.", "토끼는 집으로 갔어요.");
    recordBoth("hare.ko");
    assertTrue(hare("hare.ko").silence(desk).isEmpty());
    saved("ko", "토끼가 달을 보았어요.", "토끼는 천천히 집으로 갔어요.", "끝이에요.");
    assertEquals(
        "The recording of page 2 was read for other words and is not played: keep it, record it"
            + " again or remove it on the page Recordings. It needs one more recording of someone"
            + " reading aloud: page 3.",
        hare("hare.ko").silence(desk).orElseThrow().toString());
    StoryAtHand hare = hare("hare.ko");
    new Recorder(desk).remove(hare.edition(), hare.story(), 2);
    assertTrue(hare("hare.ko").silence(desk).orElseThrow().toString().endsWith("pages 2, 3."));
    new Recorder(desk).putBack(hare.edition(), hare.story(), 2);
    assertEquals(1, narration("hare.ko").others().size());
  }

  @Test
  void aChangedPageIsFoundWhereItHasMovedTo() throws IOException {
    recordBoth("hare");
    saved("en", SAW, "It was a big yellow moon.", HOME.replace("little", "tired"));
    assertEquals(Map.of(1, 1), heard("hare"));
    assertEquals(List.of(HOME), narration("hare").others().get(3).readFor());
  }

  @Test
  void whatBelongsToNoPageIsKeptAndPlayedWhenItsPageComesBack() throws IOException {
    recordBoth("hare");
    assertEquals(
        List.of("One recording belongs to no page any more; it is kept, but not played."),
        saved("en", SAW));
    assertEquals(1, narration("hare").strays().size());
    saved("en", SAW, HOME);
    assertEquals(Map.of(1, 1, 2, 2), heard("hare"));
  }

  @Test
  void aNewRecordingTakesNoOtherPagesPlace() throws IOException {
    recordBoth("hare");
    saved("en", "Once upon a time.", SAW, HOME);
    record("hare", 1, 350);
    assertEquals(Map.of(1, 3, 2, 1, 3, 2), heard("hare"));
    record("hare", 2, 400);
    assertEquals(Map.of(1, 3, 2, 4, 3, 2), heard("hare"));
    StoryAtHand hare = hare("hare");
    new Recorder(desk).putBack(hare.edition(), hare.story(), 2);
    assertEquals(Map.of(1, 3, 2, 1, 3, 2), heard("hare"));
  }

  @Test
  void aTextThatIsChangedOnTheDiskIsSeenOnceTheRobotKnewTheRecordings() throws IOException {
    Path story = desk.places().added().resolve("hare");
    Files.createDirectories(story.resolve("narration/en"));
    Files.copy(wav(250), story.resolve("narration/en/1.wav"));
    assertEquals(Map.of(1, 1), heard("hare"));
    Noting.all(desk);
    String noted = Files.readString(story.resolve("narration/en/words.txt"));
    assertTrue(noted.endsWith("  1.wav\n  " + SAW + "\n"), noted);
    Noting.all(desk);
    assertEquals(noted, Files.readString(story.resolve("narration/en/words.txt")));
    Files.writeString(story.resolve("story.en.md"), text("en", HOME, SAW));
    assertEquals(Map.of(2, 1), heard("hare"));
    Files.copy(wav(300), story.resolve("narration/en/page-1.wav"));
    assertEquals(Map.of(1, 2, 2, 1), heard("hare"), "one that nobody has noted goes by its name");
  }

  @Test
  void whatWasReadForWhichWordsGoesAlongToAnotherRobot() throws IOException {
    recordBoth("hare");
    saved("en", "Once upon a time.", SAW, HOME.replace("little", "tired"));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    Bundle.of(desk, "hare").pack(zip);
    desk = at(Files.createDirectories(folder.resolve("other")));
    Taken taken =
        new Import(desk).take(new ByteArrayInputStream(zip.toByteArray()), "hare.zip", false);
    assertInstanceOf(Taken.Shelved.class, taken);
    assertEquals(Map.of(2, 1), heard("hare"));
    assertEquals(List.of(HOME), narration("hare").others().get(3).readFor());
  }

  @Test
  void recordingsOfAStoryThatCameWithTheRobotAreKnownBeforeItsCopyIsChanged() throws IOException {
    Path story = Files.createDirectories(folder.resolve("stories/fox"));
    Files.writeString(story.resolve("story.en.md"), text("en", SAW, HOME));
    Files.createDirectories(story.resolve("narration/en"));
    Files.copy(wav(250), story.resolve("narration/en/page-1.wav"));
    Files.copy(wav(300), story.resolve("narration/en/page-2.wav"));
    byte[] swapped = text("en", HOME, SAW).getBytes(StandardCharsets.UTF_8);
    new Import(desk).take(new ByteArrayInputStream(swapped), "fox.md", true);
    Edition fox = desk.library().named("fox").getFirst();
    assertTrue(fox.file().startsWith(desk.places().added()));
    assertEquals(Map.of(1, 2, 2, 1), heard("fox"));
    assertFalse(Files.exists(story.resolve("narration/en/words.txt")));
  }
}
