package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories that were deleted and can be put back. */
final class AsidesIT {
  @TempDir private Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = new Library(List.of(folder.resolve("added"), folder.resolve("bundled")));
  }

  private void put(String story, String text) throws IOException {
    Path file = folder.resolve("added").resolve(story).resolve("story.en.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String text(String story) throws IOException {
    return Files.readString(folder.resolve("added").resolve(story).resolve("story.en.md"));
  }

  /** What a start of the robot does. */
  private void restart() throws IOException {
    new Shelf(folder.resolve("added")).tidy();
    open();
  }

  private List<String> aside() {
    return List.copyOf(library.aside().keySet());
  }

  @Test
  void whatWasDeletedCanBePutBackAfterARestart() throws IOException {
    put("bear", "one");
    put("wolf", "two");
    library.setAside("bear");
    library.setAside("wolf");
    restart();
    assertEquals(List.of("wolf", "bear"), aside());
    assertEquals(List.of(), library.editions());
    assertEquals(new Removal.Removed("bear"), library.putBack("bear"));
    assertEquals("one", text("bear"));
    assertEquals(List.of("wolf"), aside());
  }

  @Test
  void theLatestVersionComesBackAndNeverInPlaceOfAnother() throws IOException {
    put("bear", "one");
    library.setAside("bear");
    put("bear", "two");
    library.setAside("bear");
    put("bear", "three");
    Removal refused = library.putBack("bear");
    assertEquals(Removal.Why.PLACE_TAKEN, assertInstanceOf(Removal.Refused.class, refused).why());
    assertEquals("three", text("bear"));
    library.remove("bear");
    library.putBack("bear");
    assertEquals("two", text("bear"));
    assertEquals(List.of("bear"), aside());
  }

  @Test
  void theOldestAreLetGo() throws IOException {
    for (int i = 0; i < Asides.MOST + 3; i++) {
      put("bear" + i, "one");
      library.setAside("bear" + i);
    }
    assertEquals(Asides.MOST, aside().size());
    assertEquals("bear" + (Asides.MOST + 2), aside().getFirst());
    assertEquals("bear3", aside().getLast());
  }

  @Test
  void aNameIsNeverAPath() throws IOException {
    put("bear", "one");
    library.setAside("bear");
    for (String astray : List.of("../data", "", ".", "..", "bear/../bear", ".aside-1-bear")) {
      Removal refused = library.putBack(astray);
      assertEquals(Removal.Why.NOT_HERE, assertInstanceOf(Removal.Refused.class, refused).why());
      assertInstanceOf(Removal.Refused.class, library.setAside(astray));
    }
    assertTrue(Files.exists(folder.resolve("added/.aside-1-bear/story.en.md")));
  }
}
