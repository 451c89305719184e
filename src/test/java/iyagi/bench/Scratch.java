package iyagi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one benchmark, gone afterwards. */
final class Scratch implements AutoCloseable {
  private final Path folder;

  Scratch() throws IOException {
    folder = Files.createTempDirectory("iyagi-bench");
  }

  Path folder() {
    return folder;
  }

  /** What the packaged program was told to prepare lies in {@code folder()/data}. */
  Path data() {
    return folder.resolve("data");
  }

  /** Prepares the bundled story "bear" by the packaged program. */
  void prepareBear() throws IOException, InterruptedException {
    try (Child prepare = Child.iyagi(data(), "", "prepare", "bear.en")) {
      prepare.end();
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
