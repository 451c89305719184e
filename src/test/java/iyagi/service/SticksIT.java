package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.speech.HummingEngine;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stick shows, and what is taken from it; a folder stands in for the stick. */
final class SticksIT {
  private static final String BEAR =
      "# Bear\n\n##\nA bear sat.\n\n* License: CC0\n* Language: en\n";

  @TempDir private Path folder;
  private Path stick;
  private Desk desk;
  private Sticks sticks;

  @BeforeEach
  void plugIn() throws IOException {
    Files.createDirectories(folder.resolve("stories"));
    desk = TestDesk.in(folder, new HummingEngine(), new FailingParts(), new ManualClock());
    stick = Files.createDirectories(folder.resolve("media/sda1"));
    sticks = new Sticks(desk, folder.resolve("media"));
  }

  private void zip(Path file, String name, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Map<String, Sticks.State> states() {
    Map<String, Sticks.State> states = new TreeMap<>();
    sticks.look().stories().forEach(story -> states.put(story.file(), story.state()));
    return states;
  }

  @Test
  void saysWhatIsNewWhatIsHereAndWhatIsAnotherVersion() throws IOException {
    Files.createDirectories(stick.resolve("stories"));
    Files.writeString(stick.resolve("bear.md"), BEAR);
    zip(stick.resolve("stories/fox.zip"), "fox/story.en.md", BEAR.replace("Bear", "Fox"));
    assertEquals(
        Map.of("sda1/bear.md", Sticks.State.FRESH, "sda1/stories/fox.zip", Sticks.State.FRESH),
        states());
    assertEquals(Taken.Shelved.class, sticks.take("sda1/bear.md", false).getClass());
    assertEquals(Taken.Shelved.class, sticks.take("sda1/stories/fox.zip", false).getClass());
    assertEquals(
        Map.of("sda1/bear.md", Sticks.State.HERE, "sda1/stories/fox.zip", Sticks.State.HERE),
        states());
    Files.writeString(stick.resolve("bear.md"), BEAR.replace("sat", "slept"));
    assertEquals(Sticks.State.OTHER, states().get("sda1/bear.md"));
    assertEquals(new Taken.Replaces("bear"), sticks.take("sda1/bear.md", false));
    assertEquals(Taken.Shelved.class, sticks.take("sda1/bear.md", true).getClass());
    assertEquals(Sticks.State.HERE, states().get("sda1/bear.md"));
  }

  @Test
  void mistakesAreShownAndNothingWithMistakesIsTaken() throws IOException {
    Files.writeString(stick.resolve("bear.md"), BEAR.replace("sat.", "sat. {nodd}"));
    Files.writeString(stick.resolve("broken.zip"), "no zip");
    assertEquals(
        Map.of("sda1/bear.md", Sticks.State.MISTAKES, "sda1/broken.zip", Sticks.State.MISTAKES),
        states());
    assertTrue(
        sticks.look().stories().getFirst().problems().toString().contains("did you mean 'nod'"));
    assertEquals(Taken.Rejected.class, sticks.take("sda1/bear.md", true).getClass());
    assertEquals(List.of(), desk.library().editions());
  }

  @Test
  void linksFoldersAndOtherFilesAreNotLookedAt() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.md"), BEAR);
    Files.createSymbolicLink(stick.resolve("link.md"), secret);
    Files.createSymbolicLink(stick.resolve("stories"), folder);
    Files.createSymbolicLink(folder.resolve("media/elsewhere"), folder);
    Files.writeString(stick.resolve("photo.jpg"), "x");
    Files.writeString(stick.resolve("._bear.md"), BEAR);
    zip(stick.resolve("photos.zip"), "a.jpg", "x");
    assertEquals(new Sticks.Look(1, false, List.of()), sticks.look());
    for (String astray : List.of("sda1/link.md", "../secret.md", "sda1/../../secret.md", "")) {
      assertThrows(NoSuchFileException.class, () -> sticks.take(astray, true), astray);
    }
  }

  @Test
  void aFullStickIsLookedAtInPart() throws IOException {
    for (int i = 0; i < 130; i++) {
      Files.writeString(stick.resolve("bear" + i + ".md"), BEAR);
    }
    Sticks.Look look = sticks.look();
    assertEquals(StickFiles.MOST, look.stories().size());
    assertTrue(look.more());
  }

  @Test
  void aFileThatIsTooLargeIsNotReadAtAll() throws IOException {
    Files.write(stick.resolve("bear.md"), new byte[2_000_001]);
    assertEquals(Map.of("sda1/bear.md", Sticks.State.MISTAKES), states());
  }

  @Test
  void aStickThatIsPulledOutIsGoneAndNothingIsWrittenOnOne() throws IOException {
    Files.writeString(stick.resolve("bear.md"), BEAR);
    Files.setLastModifiedTime(stick, FileTime.fromMillis(1_000_000));
    sticks.look();
    sticks.take("sda1/bear.md", false);
    assertEquals(1_000_000, Files.getLastModifiedTime(stick).toMillis());
    Files.delete(stick.resolve("bear.md"));
    Files.delete(stick);
    assertEquals(new Sticks.Look(0, false, List.of()), sticks.look());
  }
}
