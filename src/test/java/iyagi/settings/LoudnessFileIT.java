package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoudnessFileIT {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("loudness.yaml");
  }

  private List<String> problems(String text) throws IOException {
    Files.writeString(file(), text);
    return assertInstanceOf(LoudnessFile.Result.Rejected.class, LoudnessFile.read(file()))
        .problems()
        .stream()
        .map(Sentence::toString)
        .toList();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    LoudnessTable table =
        new LoudnessTable(List.of(new Step(5, 38.5), new Step(50, 57), new Step(100, 81.25)));
    LoudnessFile.write(file(), new LoudnessTable(List.of(new Step(1, 30), new Step(2, 31))));
    LoudnessFile.write(file(), table);
    assertEquals(new LoudnessFile.Result.Read(table), LoudnessFile.read(file()));
    assertEquals(
        new LoudnessFile.Result.Read(new LoudnessTable(List.of(new Step(1, 30), new Step(2, 31)))),
        LoudnessFile.read(LoudnessFile.old(file())),
        "what was there before");
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file(), LoudnessFile.old(file())), files.sorted().toList());
    }
  }

  @Test
  void nothingMeasuredIsNoMistake() {
    assertEquals(new LoudnessFile.Result.Unmeasured(), LoudnessFile.read(file()));
  }

  @Test
  void everyMistakeIsToldWithItsLine() throws IOException {
    assertEquals(
        List.of(
            "loudness.yaml:2: loudness.0 is no step of the volume; allowed is 1..100",
            "loudness.yaml:3: loudness.50 = 'loud' is no number; allowed is 20..120 dB(A)",
            "loudness.yaml:4: loudness.100 = 190 dB(A) is outside 20..120 dB(A)"),
        problems("loudness:\n  0: 30\n  50: loud\n  100: 190\n").stream()
            .filter(problem -> !problem.contains("cannot be used"))
            .toList());
    assertEquals(
        List.of(
            "loudness.yaml:1: loudness cannot be used: volume 100 was measured with 50.0 dB(A),"
                + " volume 50 before it with 60.0 dB(A); each step has to be louder than the one"
                + " before, so leave out the quiet ones in which the meter hears the room only"),
        problems("loudness:\n  100: 50\n  50: 60\n"));
    assertEquals(List.of("loudness.yaml: is empty"), problems(""));
  }
}
