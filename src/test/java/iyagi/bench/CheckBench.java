package iyagi.bench;

import iyagi.service.Names;
import iyagi.story.ReadResult;
import iyagi.story.StoryReader;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checking 1,000 story files, each of 24 sentences with characters, directions and a question: by
 * {@code iyagi check}, and by the story reader in this process, which is warm then or not, as it
 * comes. The yardstick reads the same files as text; the start alone is that of {@code iyagi
 * --version}. Argument: the number of files.
 */
public final class CheckBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final int SENTENCES = 24;
  private static final List<String> DIRECTIONS =
      List.of("{nod} ", "{look up} ", "", "{glow yellow} ", "{wave} ", "", "{pause 1s} ");

  private CheckBench() {}

  /** Measures all. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    Sheet.open("Checking " + count + " stories");
    try (Scratch scratch = new Scratch()) {
      List<Path> files = write(scratch.folder().resolve("stories"), count);
      long start = CLOCK.nanos();
      long characters = 0;
      for (Path file : files) {
        characters += Files.readString(file).length();
      }
      double yardstick = (CLOCK.nanos() - start) / 1e9;
      start = CLOCK.nanos();
      check(files);
      double inProcess = (CLOCK.nanos() - start) / 1e9;
      Child.Run version = iyagi(scratch, "--version");
      Child.Run whole = iyagi(scratch, "check", "--quiet", files.getFirst().getParent().toString());
      Sheet.line(
          "iyagi check: %.2f s (CPU %.2f s); of that the start %.2f s (CPU %.2f s)",
          whole.wall(), whole.cpu(), version.wall(), version.cpu());
      Sheet.line("after the start: %.2f s", whole.wall() - version.wall());
      Sheet.line("the story reader in this process: %.2f s", inProcess);
      Sheet.line("yardstick, reading %.1f MB as text: %.3f s", characters / 1e6, yardstick);
      Sheet.goal("under 2 s after the start");
    }
  }

  private static Child.Run iyagi(Scratch scratch, String... args)
      throws IOException, InterruptedException {
    try (Child child = Child.iyagi(scratch.data(), "", args)) {
      return child.end();
    }
  }

  private static void check(List<Path> files) {
    StoryReader reader = new StoryReader(Names.vocabulary());
    for (Path file : files) {
      if (!(reader.read(file) instanceof ReadResult.Read)) {
        throw new IllegalStateException(file + ": " + reader.read(file).problems());
      }
    }
  }

  private static List<Path> write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<String> sentences = StoryText.sentences(count * SENTENCES);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("tale-%04d.md".formatted(i));
      Files.writeString(file, story(i, sentences.subList(i * SENTENCES, (i + 1) * SENTENCES)));
      files.add(file);
    }
    return files;
  }

  private static String story(int number, List<String> sentences) {
    StringBuilder text =
        new StringBuilder("---\ntitle: Tale " + number + "\nlanguage: en\nages: 2-4\n")
            .append("author: Nobody\nlicense: CC0\ncast:\n  Bear: {voice: bear}\n---\n");
    text.append("# Tale ").append(number).append("\n");
    for (int i = 0; i < sentences.size(); i++) {
      if (i % 6 == 0) {
        text.append("\n## Page ").append(i / 6 + 1).append("\n\n");
      }
      String direction = DIRECTIONS.get((number + i) % DIRECTIONS.size());
      text.append(i % 4 == 3 ? "\nBear: " : "").append(direction).append(sentences.get(i));
      text.append(i % 4 == 3 ? "\n\n" : "\n");
    }
    return text.append("\n> Ask: Who was it?\n> Wait: 4s\n> Hint: It was ")
        .append(number % 2 == 0 ? "small" : "old")
        .append(".\n> Say: There it is!\n")
        .toString();
  }
}
