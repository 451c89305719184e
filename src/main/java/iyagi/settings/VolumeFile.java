package iyagi.settings;

import iyagi.disk.Disk;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The usual volume as it is kept ({@code volume.yaml} in the robot's data folder). */
public final class VolumeFile {
  private static final String HEAD =
      """
      # With which volume this robot begins, and the most that anybody can set (see the librarians' page Robot).
      """;

  private VolumeFile() {}

  /**
   * What became of reading it.
   *
   * @param volume as kept; full where nothing was, and half where it cannot be read
   * @param problems to be mended, or set anew
   */
  public record Result(UsualVolume volume, List<Sentence> problems) {
    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Where the file says nothing that can be used: a ceiling was wished, but nobody knows which. */
  private static final UsualVolume CAREFUL = new UsualVolume(50, 50);

  /** Reads it; never throws because of what is in the file. */
  public static Result read(Path file) {
    if (!Files.exists(file)) {
      return new Result(UsualVolume.FULL, List.of());
    }
    Problems problems = new Problems(String.valueOf(file.getFileName()));
    Optional<UsualVolume> volume =
        YamlFile.read(file, problems).flatMap(keys -> volume(new Section("", 1, keys, problems)));
    return problems.count() == 0 && volume.isPresent()
        ? new Result(volume.get(), List.of())
        : new Result(CAREFUL, problems.inOrder());
  }

  private static Optional<UsualVolume> volume(Section file) {
    double most = file.number("most", 1, 100, "");
    double usual = file.number("usual", 0, 100, "");
    file.finish();
    if (Double.isNaN(most) || Double.isNaN(usual)) {
      return Optional.empty();
    }
    if (usual > most) {
      file.mend("usual", Sentence.of("= {0} is more than most = {1}", (int) usual, (int) most));
      return Optional.empty();
    }
    return Optional.of(new UsualVolume((int) usual, (int) most));
  }

  /**
   * Writes it; a file that was there is replaced as a whole.
   *
   * @throws IOException if that is not possible; then the old file is still there
   */
  public static void write(Path file, UsualVolume volume) throws IOException {
    Disk.write(file, HEAD + "usual: " + volume.usual() + "\nmost: " + volume.most() + "\n");
  }
}
