package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
