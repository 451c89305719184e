package iyagi.bench;

import iyagi.speech.mary.PosTagger;
import iyagi.time.NanoClock;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import marytts.LocalMaryInterface;
import marytts.MaryInterface;

/**
 * Plain MaryTTS, as its manual shows: {@code generateAudio} sentence by sentence, each stream read
 * to its end, on one thread. Its class path has all jars and, of ours, only what this class needs,
 * so it runs with its own configuration. Three things differ from the download: the tagger is ours,
 * because the stock one cannot run with OpenNLP 2; modules start when first used
 * ("server=commandline"); and its log goes to tinylog, errors only. All three make it faster.
 */
public final class PlainMary {
  private static final String ENGLISH = "marytts/language/en/en.config";

  private PlainMary() {}

  /** Speaks a story of that many sentences and prints what it cost. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> story = StoryText.sentences(Integer.parseInt(args[0]));
    MaryInterface mary = new LocalMaryInterface();
    mary.setLocale(Locale.US);
    mary.setVoice("cmu-slt-hsmm");
    seconds(mary, story.getFirst());
    NanoClock clock = NanoClock.system();
    Cost.Mark mark = Cost.mark(clock);
    double seconds = 0;
    for (String sentence : story) {
      seconds += seconds(mary, sentence);
    }
    System.out.println(Cost.since(mark, clock, seconds).line());
  }

  private static double seconds(MaryInterface mary, String sentence) throws Exception {
    try (AudioInputStream audio = mary.generateAudio(sentence)) {
      byte[] buffer = new byte[8192];
      long bytes = 0;
      for (int n = audio.read(buffer); n > 0; n = audio.read(buffer)) {
        bytes += n;
      }
      return bytes / 2.0 / audio.getFormat().getSampleRate();
    }
  }

  /** Runs a main class in a Java process of its own, after the folders given if any. */
  static Cost child(Class<?> main, List<Path> instead, int count, String what)
      throws IOException, InterruptedException {
    String own = System.getProperty("java.class.path");
    String path = instead.isEmpty() ? own : join(instead, own);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dserver=commandline",
                "-cp",
                path,
                main.getName(),
                Integer.toString(count),
                what)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> output = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(main.getName() + " failed: " + output);
    }
    return Cost.read(output);
  }

  private static String join(List<Path> folders, String own) {
    List<String> parts = new ArrayList<>(folders.stream().map(Path::toString).toList());
    for (String part : own.split(File.pathSeparator, -1)) {
      if (part.endsWith(".jar")) {
        parts.add(part);
      }
    }
    return String.join(File.pathSeparator, parts);
  }

  /** A folder with the classes that this process needs and MaryTTS' English with our tagger. */
  static List<Path> classPath() throws IOException {
    Path folder = Files.createTempDirectory("plain-mary");
    for (Class<?> needed :
        List.of(
            PlainMary.class,
            StoryText.class,
            Cost.class,
            Cost.Mark.class,
            NanoClock.class,
            PosTagger.class)) {
      String name = needed.getName().replace('.', '/') + ".class";
      copy(needed.getClassLoader().getResource(name), folder.resolve(name));
    }
    copy(PlainMary.class.getResource("/tinylog.properties"), folder.resolve("tinylog.properties"));
    String stock = new String(stockConfig().openStream().readAllBytes(), StandardCharsets.UTF_8);
    Path config = folder.resolve(ENGLISH);
    Files.createDirectories(config.getParent());
    Files.writeString(
        config, stock.replace("marytts.modules.OpenNLPPosTagger", "iyagi.speech.mary.PosTagger"));
    return List.of(folder);
  }

  private static URL stockConfig() throws IOException {
    return Collections.list(PlainMary.class.getClassLoader().getResources(ENGLISH)).stream()
        .filter(url -> url.getProtocol().equals("jar"))
        .filter(url -> url.getPath().contains("marytts-lang-en"))
        .findFirst()
        .orElseThrow();
  }

  private static void copy(URL from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream in = from.openStream()) {
      Files.copy(in, to);
    }
  }
}
