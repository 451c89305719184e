package iyagi.bench;

import iyagi.audio.Wav;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What preparing costs: a story file of 200 sentences through {@code iyagi prepare}, and the same
 * sentences through plain MaryTTS ({@link PlainMary}), each a process of its own, one after the
 * other. Ours reads and checks the story, speaks it on as many threads as the machine has cores,
 * evens out its loudness, finds the times of phones and words, and writes and forces a file for
 * every sentence; plain MaryTTS only speaks, and what it spoke is thrown away. CPU and wall time
 * are those of the whole process, start-up included.
 *
 * <p>Ours speaks as the narrator, slower than MaryTTS by itself, so it makes more sound of the same
 * sentences; the CPU time per second of speech is printed, too. Argument: the number of sentences.
 */
public final class PrepareBench {
  private static final int ON_A_PAGE = 5;

  private PrepareBench() {}

  /** Measures both. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    Sheet.open("Preparing a story of " + count + " sentences");
    try (Scratch scratch = new Scratch()) {
      Path story = scratch.folder().resolve("long.en.md");
      Files.writeString(story, markdown(StoryText.sentences(count)));
      Child.Run ours;
      try (Child child = Child.iyagi(scratch.data(), "", "prepare", story.toString())) {
        ours = child.end();
      }
      Cost plain = PlainMary.speak(count);
      double[] made = made(scratch.data().resolve("speech"));
      Sheet.line(
          "ours:  CPU %.1f s, wall %.1f s for %.0f phrases, %.0f s of speech; CPU per second of speech %.4f s",
          ours.cpu(), ours.wall(), made[0], made[1], ours.cpu() / made[1]);
      Sheet.line(
          "plain: CPU %.1f s, wall %.1f s for %d sentences, %.0f s of speech; CPU per second of speech %.4f s",
          plain.cpu(), plain.wall(), count, plain.speech(), plain.cpu() / plain.speech());
      Sheet.line(
          "ours / plain: CPU %.2f, wall %.2f; CPU per second of speech %.2f",
          ours.cpu() / plain.cpu(),
          ours.wall() / plain.wall(),
          ours.cpu() / made[1] / (plain.cpu() / plain.speech()));
      Sheet.goal("CPU at most 0.55 and wall at most 0.40 of plain MaryTTS, on two free cores");
    }
  }

  private static String markdown(List<String> sentences) {
    StringBuilder text =
        new StringBuilder("---\nlanguage: en\nlicense: CC0\nages: 2-4\n---\n# A long story\n");
    for (int i = 0; i < sentences.size(); i++) {
      if (i % ON_A_PAGE == 0) {
        text.append("\n## Page ").append(i / ON_A_PAGE + 1).append("\n\n");
      }
      text.append(sentences.get(i)).append("\n");
    }
    return text.toString();
  }

  /** How many files a store holds, and how many seconds of sound. */
  private static double[] made(Path store) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(store)) {
      files = all.filter(file -> file.toString().endsWith(".wav")).toList();
    }
    double seconds = 0;
    for (Path file : files) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        seconds += Wav.read(in).length().toNanos() / 1e9;
      }
    }
    return new double[] {files.size(), seconds};
  }
}
