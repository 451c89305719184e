package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.prepared.PreparedStore;
import iyagi.score.Beat;
import iyagi.speech.HummingEngine;
import iyagi.speech.Phrase;
import iyagi.story.WordList.Entry;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's own dictionary in its stories. */
final class WordBookIT {
  private static final String TALE =
      """
      # Tale

      ## One
      Aoife met Niamh. A bear came.

      ## Two
      {say "Niamh" as "neev"} Niamh went home. Aoife slept.

      * License: CC0
      * Language: en
      """;

  private static final Optional<String> NOTHING = Optional.empty();

  @TempDir private Path folder;
  private final HummingEngine engine = new HummingEngine();
  private Desk desk;
  private WordBook book;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("stories/tale.md"), TALE);
    desk = TestDesk.in(folder, engine, new FailingParts(), new ManualClock());
    book = new WordBook(desk);
  }

  private Map<String, Phrase> phrases(List<String> told) {
    Map<String, Phrase> phrases = new LinkedHashMap<>();
    for (Beat beat :
        StoryAtHand.read(
                desk,
                desk.library().editions().getFirst(),
                sentence -> told.add(sentence.toString()))
            .orElseThrow()
            .beats()) {
      if (beat instanceof Beat.Say say) {
        phrases.put(say.phrase().text(), say.phrase());
      }
    }
    return phrases;
  }

  private Map<String, String> keys() throws IOException {
    PreparedStore store = new PreparedStore(desk.places().speech(), engine.version());
    Map<String, String> keys = new LinkedHashMap<>();
    phrases(new ArrayList<>()).forEach((text, phrase) -> keys.put(text, store.key(phrase)));
    return keys;
  }

  @Test
  void onlySentencesWithTheWordAreMadeAgain() throws IOException {
    Map<String, String> before = keys();
    book.say(new Entry("en", "aoife", "Eefa"), NOTHING);
    Map<String, String> after = keys();
    List<String> changed =
        before.keySet().stream().filter(text -> !before.get(text).equals(after.get(text))).toList();
    assertEquals(List.of("Aoife met Niamh.", "Aoife slept."), changed);
    book.forget("en", "aoife");
    assertEquals(before, keys());
  }

  @Test
  void readyingMakesThemAgainByItself() throws IOException {
    Readying readying = new Readying(desk, () -> true, _ -> {});
    for (int i = 0; i < 20 && readying.step(); i++) {}
    assertEquals(5, engine.spoken());
    book.say(new Entry("en", "aoife", "Eefa"), NOTHING);
    readying.look();
    for (int i = 0; i < 20 && readying.step(); i++) {}
    assertEquals(7, engine.spoken());
  }

  @Test
  void theStorysOwnWayGoesBeforeTheLibrarys() throws IOException {
    book.say(new Entry("en", "niamh", "nye-am"), NOTHING);
    Map<String, Phrase> phrases = phrases(new ArrayList<>());
    assertEquals(Map.of("niamh", "nye-am"), phrases.get("Aoife met Niamh.").pronunciations());
    assertEquals(Map.of("niamh", "neev"), phrases.get("Niamh went home.").pronunciations());
    assertEquals(Map.of(), phrases.get("A bear came.").pronunciations());
  }

  @Test
  void aWordTakesThePlaceOfAnother() throws IOException {
    book.say(new Entry("en", "aoif", "Eefa"), NOTHING);
    book.say(new Entry("en", "aoife", "Eefa"), Optional.of("aoif"));
    assertEquals(List.of(new Entry("en", "aoife", "Eefa")), book.words().words());
  }

  @Test
  void aDamagedFileIsToldAndKeptAsideBeforeItIsWrittenAnew() throws IOException {
    String damaged = "en:\n  aoife: Eefa\n  two words: mine\n";
    Files.writeString(desk.places().pronunciations(), damaged);
    List<String> told = new ArrayList<>();
    assertEquals(Map.of("aoife", "Eefa"), phrases(told).get("Aoife slept.").pronunciations());
    assertTrue(told.getFirst().startsWith("pronunciations.yaml:3: 'two words'"), told.toString());
    assertEquals(damaged, Files.readString(desk.places().pronunciations()));
    Path aside = book.say(new Entry("en", "niamh", "neev"), NOTHING).orElseThrow();
    assertEquals(damaged, Files.readString(aside));
    assertEquals(
        List.of(new Entry("en", "aoife", "Eefa"), new Entry("en", "niamh", "neev")),
        book.words().words());
    assertEquals(List.of(), book.problems());
  }

  @Test
  void whileTheRobotReadsNothingIsTriedOut() throws InterruptedException {
    Phrase phrase = phrases(new ArrayList<>()).get("A bear came.");
    Trials busy = new Trials(desk, new Turns(() -> false));
    assertEquals(new Trials.Trial.Not(Audition.Wait.ROBOT_READS), busy.hear(phrase));
    assertEquals(0, engine.spoken());
    Trials free = new Trials(desk, new Turns(() -> true));
    assertTrue(free.hear(phrase) instanceof Trials.Trial.Heard);
  }
}
