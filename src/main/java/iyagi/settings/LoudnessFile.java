package iyagi.settings;

import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.disk.Disk;
import iyagi.words.Sentence;
import iyagi.words.Unfit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was measured of a robot's loudness ({@code loudness.yaml} in its data folder). */
public final class LoudnessFile {
  private static final String HEAD =
      """
      # How loud this robot is: dB(A) at 50 cm in front of it while it speaks, for some steps of its volume (1 to 100).
      # Measure again after a change of loudspeaker, amplifier or the system's own volume (alsamixer).
      loudness:
      """;

  private LoudnessFile() {}

  /** What became of reading a measurement. */
  public sealed interface Result {
    /** Everything is in order. */
    record Read(LoudnessTable table) implements Result {}

    /** Nothing has been measured yet. */
    record Unmeasured() implements Result {}

    /**
     * Something has to be mended, or measured again.
     *
     * @param problems all of them, each "file:line: what, and what to do"
     */
    record Rejected(List<Sentence> problems) implements Result {
      /** Copies the problems. */
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads a measurement; never throws because of what is in the file. */
  public static Result read(Path file) {
    if (!Files.exists(file)) {
      return new Result.Unmeasured();
    }
    Problems problems = new Problems(String.valueOf(file.getFileName()));
    Optional<LoudnessTable> table =
        YamlFile.read(file, problems).flatMap(keys -> table(new Section("", 1, keys, problems)));
    return problems.count() == 0 && table.isPresent()
        ? new Result.Read(table.get())
        : new Result.Rejected(problems.inOrder());
  }

  private static Optional<LoudnessTable> table(Section file) {
    List<Step> steps = new ArrayList<>();
    file.section("loudness").ifPresent(section -> steps(section, steps));
    file.finish();
    steps.sort(Comparator.comparingInt(Step::level));
    try {
      return Optional.of(new LoudnessTable(steps));
    } catch (Unfit wrong) {
      file.mend("loudness", Sentence.of("cannot be used: {0}", wrong.sentence()));
      return Optional.empty();
    }
  }

  private static void steps(Section section, List<Step> steps) {
    for (String key : List.copyOf(section.unread())) {
      double dba =
          section.number(key, LoudnessTable.QUIETEST_DBA, LoudnessTable.LOUDEST_DBA, " dB(A)");
      if (!key.matches("[1-9][0-9]?|100")) {
        section.mend(key, Sentence.of("is no step of the volume; allowed is 1..100"));
      } else if (!Double.isNaN(dba)) {
        steps.add(new Step(Integer.parseInt(key), dba));
      }
    }
  }

  /** The file that {@link #write} keeps what was there in. */
  public static Path old(Path file) {
    return file.resolveSibling(file.getFileName() + ".old");
  }

  /**
   * Writes a measurement, all of it or nothing. What was there is kept beside it.
   *
   * @throws IOException if that is not possible; then the old file is still there
   */
  public static void write(Path file, LoudnessTable table) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (Step step : table.steps()) {
      text.append("  ").append(step.level()).append(": ").append(step.dba()).append('\n');
    }
    if (Files.exists(file)) {
      Disk.write(old(file), Files.readAllBytes(file));
    }
    Disk.write(file, text.toString());
  }
}
