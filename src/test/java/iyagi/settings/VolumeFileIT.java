package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The usual volume, kept over a start. */
final class VolumeFileIT {
  @TempDir private Path folder;

  private VolumeFile.Result read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("volume.yaml"), text);
    return VolumeFile.read(file);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("data/volume.yaml");
    VolumeFile.write(file, new UsualVolume(35, 80));
    assertEquals(new VolumeFile.Result(new UsualVolume(35, 80), List.of()), VolumeFile.read(file));
  }

  @Test
  void withoutAFileTheProfileAloneSaysHowLoud() {
    assertEquals(
        new VolumeFile.Result(UsualVolume.FULL, List.of()),
        VolumeFile.read(folder.resolve("none.yaml")));
  }

  @Test
  void whereTheFileIsWrongTheRobotIsQuietAndThatIsSaid() throws IOException {
    for (String wrong :
        List.of("usual: 90\nmost: 60\n", "usual: loud\nmost: 60\n", "most: 101\n", "\u0000", "")) {
      VolumeFile.Result result = read(wrong);
      assertEquals(new UsualVolume(50, 50), result.volume(), wrong);
    }
    assertEquals(1, read("usual: 90\nmost: 60\n").problems().size());
  }

  @Test
  void theUsualVolumeIsNeverAboveTheMost() {
    assertThrows(IllegalArgumentException.class, () -> new UsualVolume(61, 60));
    assertThrows(IllegalArgumentException.class, () -> new UsualVolume(0, 0));
  }
}
