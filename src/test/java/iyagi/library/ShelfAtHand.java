package iyagi.library;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iyagi.service.Names;
import iyagi.story.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A shelf in a folder of a test, and what tests ask of it. */
record ShelfAtHand(Path folder, Path inbox) {
  static ShelfAtHand in(Path temporary) throws IOException {
    return new ShelfAtHand(
        temporary.resolve("shelf"), Files.createDirectory(temporary.resolve("inbox")));
  }

  Shelf shelf() {
    return new Shelf(folder);
  }

  StoryPackage pack(String name, byte[] zip) throws IOException {
    return new StoryPackage(Files.write(inbox.resolve(name), zip));
  }

  Installation install(String name, byte[] zip) throws IOException {
    return shelf().install(pack(name, zip), Names.vocabulary());
  }

  Installation.Installed installed(byte[] zip) throws IOException {
    return assertInstanceOf(Installation.Installed.class, install("bear.zip", zip));
  }

  /** The problems of a package that is not installed and leaves nothing behind. */
  List<String> problems(String name, byte[] zip) throws IOException {
    List<String> before = files();
    List<String> problems = problems(install(name, zip));
    if (!before.equals(files())) {
      throw new AssertionError(before + " became " + files());
    }
    return problems;
  }

  static List<String> problems(Installation result) {
    return assertInstanceOf(Installation.Rejected.class, result).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  /** Every file on the shelf but its lock and the packages' check sums, hidden ones too. */
  List<String> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .filter(name -> !name.equals(".lock") && !name.endsWith("/" + Shelf.PACKAGE))
          .sorted()
          .toList();
    }
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
