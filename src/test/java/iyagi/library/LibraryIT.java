package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryIT {
  @TempDir private Path folder;
  private Path shelf;
  private Library library;

  @BeforeEach
  void fill() throws IOException {
    shelf = folder.resolve("stories");
    library = new Library(shelf);
    put("stories/bear/story.en.md");
    put("stories/bear/story.ko.md");
    put("stories/bear/notes.txt");
    put("stories/bear/sounds/snore.wav");
    put("stories/cat.md");
    put("elsewhere/dog.md");
    put("elsewhere/emu/story.md");
  }

  private void put(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "# A story\n");
  }

  private static List<String> names(List<Edition> editions) {
    return editions.stream().map(Edition::name).toList();
  }

  @Test
  void knowsEveryStoryInEveryLanguageAndNothingElse() {
    assertEquals(List.of("bear.en", "bear.ko", "cat"), names(library.editions()));
  }

  @Test
  void isEmptyWhereThereIsNoFolder() {
    assertEquals(List.of(), new Library(folder.resolve("nowhere")).editions());
  }

  @Test
  void findsAStoryByItsNameWithOrWithoutALanguage() {
    assertEquals(List.of("bear.en", "bear.ko"), names(library.named("bear")));
    assertEquals(List.of("bear.ko"), names(library.named("bear.ko")));
    assertEquals(List.of(), library.named("beer"));
  }

  @Test
  void findsAFileAndAFolderAnywhere() {
    Path dog = folder.resolve("elsewhere/dog.md");
    assertEquals(List.of(new Edition("dog", "", dog)), library.named(dog.toString()));
    assertEquals(List.of("emu"), names(library.named(folder.resolve("elsewhere/emu").toString())));
    assertEquals(
        List.of("dog", "emu"), names(library.named(folder.resolve("elsewhere").toString())));
    assertEquals(List.of("bear.en", "bear.ko", "cat"), names(library.named(shelf.toString())));
  }

  @Test
  void aFileNamedStoryBelongsToItsFolder() {
    Path korean = shelf.resolve("bear/story.ko.md");
    assertEquals(List.of(new Edition("bear", "ko", korean)), library.named(korean.toString()));
  }

  private Library withAdded() throws IOException {
    put("added/bear/story.en.md");
    put("added/goat/story.ko.md");
    put("added/hen.md");
    put("added/.new/ox/story.en.md");
    put("added/.gone-pig/story.en.md");
    put("added/.rat.md");
    return new Library(List.of(folder.resolve("added"), shelf));
  }

  @Test
  void anAddedStoryHidesTheOneThatCameWithTheRobot() throws IOException {
    Library both = withAdded();
    assertEquals(List.of("bear.en", "cat", "goat.ko", "hen"), names(both.editions()));
    assertEquals(
        List.of(new Edition("bear", "en", folder.resolve("added/bear/story.en.md"))),
        both.named("bear"));
    assertEquals(List.of(), both.named("bear.ko"));
  }

  @Test
  void aNewRobotHasNoAddedStories() {
    Library both = new Library(List.of(folder.resolve("nowhere"), shelf));
    assertEquals(names(library.editions()), names(both.editions()));
  }

  @Test
  void removesAnAddedStoryAndShowsTheHiddenOneAgain() throws IOException {
    Library both = withAdded();
    assertEquals(new Removal.Removed("bear"), both.remove("bear"));
    assertEquals(new Removal.Removed("hen"), both.remove("hen"));
    assertEquals(List.of("bear.en", "bear.ko", "cat", "goat.ko"), names(both.editions()));
    assertFalse(Files.exists(folder.resolve("added/bear")));
    assertFalse(Files.exists(folder.resolve("added/hen.md")));
  }

  @Test
  void removesNothingElse() throws IOException {
    Library both = withAdded();
    assertEquals(
        new Removal.Refused(
            Removal.Why.CAME_WITH_ROBOT,
            Sentence.of(
                "The story '{0}' came with the robot and stays; only stories that were added can be"
                    + " removed.",
                "cat")),
        both.remove("cat"));
    for (String other :
        List.of("emu", "../stories", "../stories/bear", ".", "", ".rat", "hen.md")) {
      assertEquals(
          new Removal.Refused(
              Removal.Why.NOT_HERE, Sentence.of("There is no story '{0}' to remove.", other)),
          both.remove(other));
    }
    assertEquals(List.of("bear.en", "cat", "goat.ko", "hen"), names(both.editions()));
  }

  @Test
  void aLibraryInOneFolderRemovesNothing() {
    assertInstanceOf(Removal.Refused.class, library.remove("bear"));
    assertEquals(List.of("bear.en", "bear.ko", "cat"), names(library.editions()));
  }
}
