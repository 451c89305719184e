package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditionIT {
  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("bear/sounds"));
    put("story.en.md", "# The Bear\n");
    put("sounds/b.wav", "two");
    put("sounds/a.wav", "one");
    put("sounds/notes.txt", "no sound");
  }

  private void put(String file, String text) throws IOException {
    Files.writeString(folder.resolve("bear").resolve(file), text);
  }

  private String sha256() throws IOException {
    return new Edition("bear", "en", folder.resolve("bear/story.en.md")).sha256();
  }

  /** Made with GNU coreutils 9.1: sha256sum story.en.md sounds/*.wav | sha256sum. */
  @Test
  void isWhatSha256sumSays() throws IOException {
    assertEquals("40efb386d94a21ff2c918746ea9e69b381eb2dd5ac4020ab8117a5df8f3154ae", sha256());
  }

  @Test
  void changesWithTheStoryAndWithASoundAndItsName() throws IOException {
    String before = sha256();
    put("story.en.md", "# The bear\n");
    assertNotEquals(before, sha256());
    put("story.en.md", "# The Bear\n");
    assertEquals(before, sha256());

    put("sounds/a.wav", "One");
    assertNotEquals(before, sha256());
    put("sounds/a.wav", "one");
    Files.move(folder.resolve("bear/sounds/a.wav"), folder.resolve("bear/sounds/aa.wav"));
    assertNotEquals(before, sha256());
  }

  @Test
  void doesNotChangeWithWhatIsNotHeardInThisLanguage() throws IOException {
    String before = sha256();
    put("story.ko.md", "# 곰\n");
    put("sounds/notes.txt", "still no sound");
    assertEquals(before, sha256());
  }
}
