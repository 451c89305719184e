package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.speech.HummingEngine;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories are made ready while nobody is read to. */
final class ReadyingIT {
  private static final String CREDITS = "\n\n* License: CC BY 4.0\n* Language: ";

  @TempDir private Path folder;
  private final HummingEngine engine = new HummingEngine();
  private final List<String> told = new ArrayList<>();
  private boolean free = true;
  private Readying readying;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    story("tale", "# Tale\n\n##\nOne. Two.\n\n##\nThree." + CREDITS + "en\n");
    Desk desk = TestDesk.in(folder, engine, new FailingParts(), new ManualClock());
    readying = new Readying(desk, () -> free, sentence -> told.add(sentence.toString()));
  }

  private void story(String id, String text) throws IOException {
    Files.writeString(folder.resolve("stories").resolve(id + ".md"), text);
  }

  private void settle() {
    for (int i = 0; i < 50 && readying.step(); i++) {}
  }

  private Readying.State tale() {
    return readying.states().get("tale");
  }

  @Test
  void makesLineAfterLineAndSaysHowFarItHasCome() throws IOException {
    assertTrue(readying.step());
    int lines = tale().lines();
    assertEquals(new Readying.State(lines, 0, 0), tale());
    assertTrue(readying.step());
    assertEquals(new Readying.State(lines, 1, 0), tale());
    assertEquals(100 / lines, tale().percent());
    settle();
    assertEquals(100, tale().percent());
    assertEquals(lines, engine.spoken());
    assertEquals(
        List.of(
            "1 story is being made ready in the background ("
                + lines
                + " lines); all can be read meanwhile.",
            "All stories are ready."),
        told);
    try (var files = Files.walk(folder.resolve("data/speech"))) {
      assertEquals(lines, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void waitsWhileSomebodyIsReadTo() {
    readying.step();
    free = false;
    assertFalse(readying.step());
    assertEquals(0, engine.spoken());
    free = true;
    assertTrue(readying.step());
    assertEquals(1, engine.spoken());
  }

  @Test
  void aStoryThatComesLaterIsMadeReadyAndTheRestNotAgain() throws IOException {
    settle();
    int before = engine.spoken();
    story("next", "# Next\n\n##\nFour." + CREDITS + "en\n");
    settle();
    assertEquals(before, engine.spoken());
    readying.look();
    settle();
    assertEquals(100, readying.states().get("next").percent());
    assertEquals(2, readying.states().size());
    assertTrue(engine.spoken() > before && engine.spoken() <= before + 2, engine.spoken() + "");
  }

  @Test
  void aLineThatCannotBeSpokenIsToldOnceAndTheOthersAreMade() throws IOException {
    story("tale", "# Tale\n\n##\nOne. A bad one. Three." + CREDITS + "en\n");
    settle();
    assertEquals(1, tale().failed());
    assertEquals(tale().lines() - 1, tale().ready());
    assertTrue(tale().percent() < 100);
    assertEquals(1, told.stream().filter(line -> line.contains("could not be spoken")).count());
    assertTrue(told.getLast().contains("1 story is not quite ready"), told.getLast());
  }

  @Test
  void aStoryThatNobodyHereCanReadIsLeftAlone() throws IOException {
    story("tale", "# Tale\n\n##\nHana." + CREDITS + "ko\n");
    settle();
    assertEquals(0, readying.states().size());
    assertEquals(List.of(), told);
  }

  @Test
  void aFolderThatCannotBeUsedIsTold() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/speech"), "a file in the way");
    settle();
    assertEquals(0, engine.spoken());
    assertTrue(told.getFirst().startsWith("Speech cannot be made beforehand"), told.toString());
  }
}
