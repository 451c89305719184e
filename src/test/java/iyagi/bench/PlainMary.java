package iyagi.bench;

import iyagi.speech.mary.PosTagger;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** Printed when the first sentence has been read to its end. */
  static final String FIRST = "FIRST";

  private PlainMary() {}

  /** Speaks a story of that many sentences; says when the first is there, and how much it was. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    MaryInterface mary = new LocalMaryInterface();
    mary.setLocale(Locale.US);
    mary.setVoice("cmu-slt-hsmm");
    double seconds = 0;
    for (String sentence : StoryText.sentences(Integer.parseInt(args[0]))) {
      seconds += seconds(mary, sentence);
      if (sentence.equals(StoryText.sentences(1).getFirst())) {
        System.out.println(FIRST);
      }
    }
    System.out.println(Cost.line(seconds));
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

  /** Speaks that many sentences in a process of its own. */
  static Cost speak(int count) throws IOException, InterruptedException {
    try (Scratch scratch = new Scratch();
        Child child = start(scratch.folder(), count)) {
      return Cost.of(child.end());
    }
  }

  /** Starts a process that speaks that many sentences; it says {@link #FIRST} after the first. */
  static Child start(Path folder, int count) throws IOException {
    fill(folder);
    return Child.java(
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-Dserver=commandline",
        "-cp",
        join(folder, System.getProperty("java.class.path")),
        PlainMary.class.getName(),
        Integer.toString(count));
  }

  private static String join(Path folder, String own) {
    List<String> parts = new ArrayList<>(List.of(folder.toString()));
    for (String part : own.split(File.pathSeparator, -1)) {
      if (part.endsWith(".jar")) {
        parts.add(part);
      }
    }
    return String.join(File.pathSeparator, parts);
  }

  /**
   * Puts the classes that the process needs into a folder, and MaryTTS' English with our tagger.
   */
  private static void fill(Path folder) throws IOException {
    for (Class<?> needed : List.of(PlainMary.class, StoryText.class, Cost.class, PosTagger.class)) {
      String name = needed.getName().replace('.', '/') + ".class";
      copy(needed.getClassLoader().getResource(name), folder.resolve(name));
    }
    copy(PlainMary.class.getResource("/tinylog.properties"), folder.resolve("tinylog.properties"));
    String stock = new String(stockConfig().openStream().readAllBytes(), StandardCharsets.UTF_8);
    Path config = folder.resolve(ENGLISH);
    Files.createDirectories(config.getParent());
    Files.writeString(
        config, stock.replace("marytts.modules.OpenNLPPosTagger", "iyagi.speech.mary.PosTagger"));
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
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
