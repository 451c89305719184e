package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.library.ReadWords.Recorded;
import iyagi.service.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShelfIT {
  private static final String OLD = Zips.story("The old bear slept.");
  private static final String NEW = Zips.story("The new bear slept.");
  private static final byte[] OLD_ZIP = Zips.zip("bear/story.en.md", OLD, "bear/sounds/a.wav", "");
  private static final byte[] NEW_ZIP = Zips.zip("bear/story.en.md", NEW);

  @TempDir private Path folder;
  private ShelfAtHand shelf;

  /** The power goes at a rename. */
  private static final class Cut extends Error {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void open() throws IOException {
    shelf = ShelfAtHand.in(folder);
  }

  /**
   * A shelf on which a number of renames succeed before the power goes, or before the disk fails.
   */
  private Shelf failing(int renames, boolean power) {
    int[] left = {renames};
    return new Shelf(
        shelf.folder(),
        (from, to) -> {
          if (left[0]-- == 0) {
            if (power) {
              throw new Cut();
            }
            throw new IOException("the disk is worn out");
          }
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        });
  }

  @Test
  void replacesAStoryAsAWhole() throws IOException {
    shelf.installed(OLD_ZIP);
    shelf.installed(NEW_ZIP);
    assertEquals(List.of("bear", "bear/story.en.md"), shelf.files());
    assertEquals(NEW, shelf.text("bear/story.en.md"));
  }

  @Test
  void knowsWhichPackageAStoryCameInUntilAnotherOneComes() throws IOException {
    String before = Sha256.of(OLD_ZIP);
    String after = Sha256.of(NEW_ZIP);
    assertFalse(shelf.shelf().has(before));
    shelf.installed(OLD_ZIP);
    assertTrue(shelf.shelf().has(" " + before.toUpperCase(Locale.ROOT)));
    shelf.problems("b.zip", Zips.zip("bear/story.en.md", OLD + "{nodd}"));
    assertTrue(shelf.shelf().has(before));
    shelf.installed(NEW_ZIP);
    assertFalse(shelf.shelf().has(before));
    assertTrue(shelf.shelf().has(after));
    shelf.shelf().remove("bear");
    assertFalse(shelf.shelf().has(after));
  }

  @Test
  void whatSomebodyReadAloudHereStaysWhenAnotherVersionComes() throws IOException {
    shelf.installed(OLD_ZIP);
    Edition bear = Library.inFolder(shelf.folder().resolve("bear")).getFirst();
    Path wav = Files.writeString(folder.resolve("mine.wav"), "read by a person");
    RecordedShelf recorded = new RecordedShelf(shelf.folder());
    recorded.keep(bear, "en", "page-1.wav", wav, Optional.empty());
    assertTrue(shelf.shelf().has(Sha256.of(OLD_ZIP)), "the library need not send it again");
    shelf.installed(NEW_ZIP);
    assertEquals(NEW, shelf.text("bear/story.en.md"));
    assertEquals("read by a person", shelf.text("bear/narration/en/page-1.wav"));
  }

  @Test
  void whatWasReadHereIsSetAsideWhereANewStoryBringsItsOwnRecordings() throws IOException {
    shelf.installed(OLD_ZIP);
    Edition bear = Library.inFolder(shelf.folder().resolve("bear")).getFirst();
    RecordedShelf recorded = new RecordedShelf(shelf.folder());
    Path wav = folder.resolve("mine.wav");
    for (String page : List.of("page-1.wav", "page-2.wav", "page-3.wav")) {
      Files.writeString(wav, page + " read by a person");
      recorded.keep(bear, "en", page, wav, Optional.empty());
    }
    Path third = shelf.folder().resolve("bear/narration/en/page-3.wav");
    recorded.remove(bear, "en", "page-3.wav", third);
    shelf.installed(
        Zips.zip(
            "bear/story.en.md",
            NEW,
            "bear/narration/en/page-1.wav",
            "theirs",
            "bear/narration/en/page-2.wav",
            "page-2.wav read by a person"));
    assertEquals("theirs", shelf.text("bear/narration/en/page-1.wav"));
    recorded.putBack(bear, "en", "page-1.wav");
    assertEquals("page-1.wav read by a person", shelf.text("bear/narration/en/page-1.wav"));
    assertFalse(recorded.removed(bear, "en", "page-2.wav"));
    recorded.putBack(bear, "en", "page-3.wav");
    assertEquals("page-3.wav read by a person", shelf.text("bear/narration/en/page-3.wav"));
  }

  @Test
  void whatIsSetAsideKeepsTheWordsThatItWasReadFor() throws IOException {
    shelf.installed(OLD_ZIP);
    Edition bear = Library.inFolder(shelf.folder().resolve("bear")).getFirst();
    RecordedShelf recorded = new RecordedShelf(shelf.folder());
    Path place = recorded.folder(bear, "en");
    Path mine = Files.writeString(folder.resolve("page-1.wav"), "read by a person");
    Path both = Files.writeString(folder.resolve("page-2.wav"), "read by another person");
    for (Path wav : List.of(mine, both)) {
      String name = wav.getFileName().toString();
      recorded.keep(bear, "en", name, wav, Optional.empty());
      recorded.note(bear, place, Map.of(Recorded.at(wav), List.of("Old words of " + name)));
    }
    recorded.remove(bear, "en", "page-1.wav", place.resolve("page-1.wav"));
    shelf.installed(
        Zips.zip(
            "bear/story.en.md",
            NEW,
            "bear/narration/en/page-2.wav",
            "read by another person",
            "bear/narration/en/page-3.wav",
            "theirs"));
    recorded.putBack(bear, "en", "page-1.wav");
    ReadWords words = ReadWords.in(place);
    assertEquals(
        List.of(List.of("Old words of page-1.wav")),
        words.of(Recorded.at(place.resolve("page-1.wav"))));
    assertEquals(
        List.of(),
        words.of(Recorded.at(place.resolve("page-2.wav"))),
        "whoever packed it says that it fits");
  }

  @Test
  void aRecordingThatIsReplacedTakenAwayAndPutBackIsNeverLost() throws IOException {
    shelf.installed(OLD_ZIP);
    Edition bear = Library.inFolder(shelf.folder().resolve("bear")).getFirst();
    RecordedShelf recorded = new RecordedShelf(shelf.folder());
    Path wav = folder.resolve("mine.wav");
    Path place = shelf.folder().resolve("bear/narration/en/page-1.wav");
    recorded.keep(bear, "en", "page-1.wav", Files.writeString(wav, "first"), Optional.empty());
    recorded.keep(bear, "en", "page-1.wav", Files.writeString(wav, "second"), Optional.of(place));
    assertEquals("second", Files.readString(place));
    recorded.putBack(bear, "en", "page-1.wav");
    assertEquals("first", Files.readString(place));
    recorded.putBack(bear, "en", "page-1.wav");
    assertEquals("second", Files.readString(place));
    recorded.remove(bear, "en", "page-1.wav", place);
    assertFalse(Files.exists(place));
    assertTrue(recorded.removed(bear, "en", "page-1.wav"));
  }

  @Test
  void aStoryThatWasPutThereByHandCameInNoPackage() throws IOException {
    Files.createDirectories(shelf.folder().resolve("bear"));
    Files.writeString(shelf.folder().resolve("bear/story.en.md"), OLD);
    assertFalse(shelf.shelf().has(""));
    assertFalse(shelf.shelf().has(Sha256.of(OLD_ZIP)));
  }

  @Test
  void aPackageReplacesASingleFileOfTheSameName() throws IOException {
    Files.createDirectories(shelf.folder());
    Files.writeString(shelf.folder().resolve("bear.md"), OLD);
    shelf.installed(NEW_ZIP);
    assertEquals(List.of("bear", "bear/story.en.md"), shelf.files());
  }

  @Test
  void aBadPackageLeavesTheOldStory() throws IOException {
    shelf.installed(OLD_ZIP);
    List<String> problems = shelf.problems("b.zip", Zips.zip("bear/story.en.md", OLD + "{nodd}"));
    assertTrue(problems.getFirst().startsWith("bear/story.en.md:10:1: error:"), problems + "");
    assertEquals(OLD, shelf.text("bear/story.en.md"));
  }

  @Test
  void whereverThePowerIsCutOneOfBothVersionsIsThereAfterwards() throws IOException {
    int cuts = 0;
    for (boolean done = false; !done; ) {
      shelf.installed(OLD_ZIP);
      Shelf cut = failing(cuts, true);
      StoryPackage pack = shelf.pack("new.zip", NEW_ZIP);
      try {
        assertInstanceOf(Installation.Installed.class, cut.install(pack, Names.vocabulary()));
        done = true;
      } catch (Cut power) {
        cuts++;
        shelf.shelf().tidy();
        assertOneVersion();
      }
    }
    assertEquals(3, cuts, "aside, into place, and out of the way");
    assertEquals(NEW, shelf.text("bear/story.en.md"));
  }

  private void assertOneVersion() throws IOException {
    boolean old = shelf.text("bear/story.en.md").equals(OLD);
    assertEquals(
        old
            ? List.of("bear", "bear/sounds", "bear/sounds/a.wav", "bear/story.en.md")
            : List.of("bear", "bear/story.en.md"),
        shelf.files());
  }

  @Test
  void aCutWhileRemovingBringsNothingHalfBack() throws IOException {
    shelf.installed(OLD_ZIP);
    Files.move(shelf.folder().resolve("bear"), shelf.folder().resolve(".gone-bear"));
    Files.delete(shelf.folder().resolve(".gone-bear/sounds/a.wav"));
    shelf.shelf().tidy();
    assertEquals(List.of(), shelf.files());
  }

  @Test
  void aCutBetweenTheRenamesIsMendedByTheNextInstallationToo() throws IOException {
    shelf.installed(OLD_ZIP);
    Files.move(shelf.folder().resolve("bear"), shelf.folder().resolve(".old-bear"));
    Files.createDirectories(shelf.folder().resolve(".new/bear"));
    shelf.install("owl.zip", Zips.zip("owl/story.en.md", NEW));
    assertEquals(OLD, shelf.text("bear/story.en.md"));
    assertEquals(NEW, shelf.text("owl/story.en.md"));
    assertTrue(shelf.files().stream().noneMatch(name -> name.startsWith(".")));
  }

  @Test
  void theLibraryDoesNotSeeWhatIsHalfDone() throws IOException {
    shelf.installed(OLD_ZIP);
    Shelf cut = failing(1, true);
    StoryPackage pack = shelf.pack("new.zip", NEW_ZIP);
    assertThrows(Cut.class, () -> cut.install(pack, Names.vocabulary()));
    assertTrue(shelf.files().contains(".new/bear/story.en.md"));
    assertTrue(shelf.files().contains(".old-bear/story.en.md"));
    assertEquals(List.of(), new Library(shelf.folder()).editions());
  }

  @Test
  void aWornOutDiskChangesNothing() throws IOException {
    shelf.installed(OLD_ZIP);
    List<String> before = shelf.files();
    for (int renames = 0; renames < 2; renames++) {
      StoryPackage pack = shelf.pack("new.zip", NEW_ZIP);
      Installation result = failing(renames, false).install(pack, Names.vocabulary());
      assertEquals(
          "new.zip: error: cannot be put on the shelf "
              + shelf.folder()
              + " (the disk is worn out); the shelf is as it was; free space or mend the folder's rights and try again",
          ShelfAtHand.problems(result).getFirst());
      assertEquals(before, shelf.files());
    }
  }

  @Test
  void aShelfThatCannotBeMadeIsSaid() throws IOException {
    Files.writeString(shelf.folder(), "a file where the folder should be");
    String problem = ShelfAtHand.problems(shelf.install("bear.zip", NEW_ZIP)).getFirst();
    assertTrue(problem.startsWith("bear.zip: error: cannot be put on the shelf "), problem);
  }

  @Test
  void anInterruptedThreadInstallsNothingAndStaysInterrupted() throws IOException {
    shelf.installed(OLD_ZIP);
    StoryPackage pack = shelf.pack("bear.zip", NEW_ZIP);
    Thread.currentThread().interrupt();
    Installation result = shelf.shelf().install(pack, Names.vocabulary());
    assertTrue(Thread.interrupted());
    assertEquals(
        List.of("bear.zip: error: was interrupted before the story was on the shelf; try again"),
        ShelfAtHand.problems(result));
    assertEquals(OLD, shelf.text("bear/story.en.md"));
  }

  @Test
  void anInterruptBetweenTheRenamesComesTooLate() throws IOException {
    shelf.installed(OLD_ZIP);
    Shelf interrupting =
        new Shelf(
            shelf.folder(),
            (from, to) -> {
              if (to.endsWith(".old-bear")) {
                Thread.currentThread().interrupt();
              }
              Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            });
    StoryPackage pack = shelf.pack("bear.zip", NEW_ZIP);
    Installation result = interrupting.install(pack, Names.vocabulary());
    assertTrue(Thread.interrupted());
    assertInstanceOf(Installation.Installed.class, result);
    assertEquals(NEW, shelf.text("bear/story.en.md"));
  }

  @Test
  void manyThreadsMayInstallTheSameStory() throws Exception {
    List<Callable<Installation>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      StoryPackage pack = shelf.pack(i + ".zip", i % 2 == 0 ? OLD_ZIP : NEW_ZIP);
      all.add(() -> shelf.shelf().install(pack, Names.vocabulary()));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var installation : threads.invokeAll(all)) {
        assertInstanceOf(Installation.Installed.class, installation.get());
      }
    }
    assertOneVersion();
  }

  @Test
  void thereIsNothingToTidyWhereThereIsNoShelf() throws IOException {
    shelf.shelf().tidy();
    assertTrue(Files.notExists(shelf.folder()));
  }
}
