package iyagi.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskIT {
  @TempDir private Path folder;

  @Test
  void aFileIsReplacedAsAWholeAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("a/volume.yaml");
    Disk.write(file, "first, and longer");
    Disk.write(file, "곰");
    assertEquals("곰", Files.readString(file));
    try (Stream<Path> all = Files.list(file.getParent())) {
      assertEquals(List.of(file), all.toList());
    }
  }

  @Test
  void whatAPowerCutLeftOfAnEarlierWritingIsWrittenOver() throws IOException {
    Path file = folder.resolve("volume.yaml");
    Files.writeString(folder.resolve("volume.yaml.part"), "half of someth");
    Disk.write(file, "whole");
    assertEquals("whole", Files.readString(file));
    assertTrue(Files.notExists(folder.resolve("volume.yaml.part")));
  }

  @Test
  void whereItCannotBeWrittenTheOldFileStays() throws IOException {
    Path file = folder.resolve("volume.yaml");
    Disk.write(file, "old");
    Files.createDirectory(folder.resolve("volume.yaml.part"));
    assertThrows(IOException.class, () -> Disk.write(file, "new"));
    assertEquals("old", Files.readString(file));
  }
}
