package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.dist.Program.Outcome;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with the packaged program, by hand. */
final class DistributionIT {
  @TempDir private Path folder;

  private Path story(String text) throws Exception {
    return Files.writeString(folder.resolve("tale.md"), text);
  }

  private static final String SHORT =
      """
      ---
      title: Two words
      language: en
      author: Iyagi
      license: CC BY 4.0
      cast:
        Bear: {voice: bear}
      ---
      # Two words

      ## One
      Bear: Hello there! {wave on "Hello"} {glow yellow}
      """;

  @Test
  void readsAStoryAloudAndSaysWhereItsSoundAndTimelineAre() throws Exception {
    Outcome read = Program.iyagi(folder.resolve("data"), "read", story(SHORT).toString());
    assertEquals("", withoutLateness(read.err()));
    assertEquals(0, read.code());
    assertTrue(read.out().contains("Bear: Hello there!"), read.out());
    List<Path> named =
        read.out()
            .lines()
            .filter(l -> l.startsWith("The "))
            .map(l -> Path.of(l.substring(l.indexOf('/'))))
            .toList();
    assertEquals(2, named.size(), read.out());
    for (Path file : named) {
      assertTrue(Files.size(file) > 1000, file.toString());
    }
  }

  /** A busy machine may hold up the movement, which is then said; that is no part of this test. */
  private static String withoutLateness(String err) {
    return err.lines()
        .filter(line -> !line.startsWith("WARN: no movement was computed for "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void rendersEveryFileAndTheSecondTimeWithoutMakingTheSpeechAgain() throws Exception {
    Path data = folder.resolve("data");
    Outcome first =
        Program.iyagi(
            data, "render", story(SHORT).toString(), "--out", folder.resolve("a").toString());
    assertEquals(0, first.code(), first.err());
    Outcome second =
        Program.iyagi(
            data, "render", story(SHORT).toString(), "--out", folder.resolve("b").toString());
    assertEquals(0, second.code(), second.err());
    assertTrue(first.out().contains("2 of 2 lines"), first.out());
    assertTrue(!second.out().contains("2 of 2 lines"), second.out());
    for (String name :
        List.of(
            "story.wav",
            "score.json",
            "timeline.svg",
            "captions.vtt",
            "motion.csv",
            "index.html")) {
      assertEquals(
          -1,
          Files.mismatch(folder.resolve("a").resolve(name), folder.resolve("b").resolve(name)),
          name);
    }
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(folder.resolve("a/story.wav")))) {
      Pcm sound = Wav.read(in);
      assertTrue(
          sound.length().toMillis() > 2000 && sound.length().toMillis() < 10_000,
          sound.length().toString());
    }
  }

  @Test
  void namesEveryMistakeWithItsPlaceAndEndsWithOne() throws Exception {
    Path bad = story(SHORT.replace("wave on", "wavee on").replace("glow yellow", "glow yello"));
    Outcome check = Program.iyagi(folder.resolve("data"), "check", bad.toString());
    assertEquals(1, check.code());
    assertTrue(check.out().contains("tale.md:12:"), check.out());
    assertTrue(check.out().contains("wave"), check.out());
    assertTrue(check.out().contains("yellow"), check.out());
    assertTrue(check.out().contains("2 mistakes to mend"), check.out());
  }

  @Test
  void aStoryOfALanguageThatNobodySpeaksIsShownWithTheReason() throws Exception {
    Outcome stories = Program.iyagi(folder.resolve("data"), "stories");
    assertEquals(0, stories.code());
    assertTrue(stories.out().contains("bear.ko"), stories.out());
    assertTrue(
        stories.out().contains("waits for a voice. There is no Korean voice"), stories.out());
    Outcome read = Program.iyagi(folder.resolve("data"), "read", "bear.ko");
    assertEquals(1, read.code());
    assertTrue(read.err().contains("cannot be read aloud yet"), read.err());
  }

  @Test
  void pronouncesEveryLineOfItsInput() throws Exception {
    Outcome one = Program.iyagi(folder.resolve("data"), "pronounce", "bear", "moon");
    assertEquals(0, one.code(), one.err());
    assertEquals(1, one.out().lines().count(), one.out());
    assertTrue(one.out().contains("m u n"), one.out());
  }

  @Test
  void explainsAWrongCommandAndEndsWithTwo() throws Exception {
    Outcome wrong = Program.iyagi(folder.resolve("data"), "raed", "bear");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("raed"), wrong.err());
    assertTrue(wrong.err().contains("read"), wrong.err());
  }

  @Test
  void everyCommandHelpsWithAnExample() throws Exception {
    for (String command : List.of("read", "check", "prepare", "render", "stories", "pronounce")) {
      Outcome help = Program.iyagi(folder.resolve("data"), command, "--help");
      assertEquals(0, help.code(), help.err());
      assertTrue(help.out().contains("Example"), help.out());
    }
  }

  @Test
  void finishesWhatIsMissingAfterItWasKilledAtAnyMoment() throws Exception {
    Path data = folder.resolve("data");
    Path program = Path.of("target/iyagi/bin/iyagi").toAbsolutePath();
    for (int lines = 1; lines <= 9; lines += 4) {
      ProcessBuilder builder = new ProcessBuilder(program.toString(), "prepare", "frog.en");
      builder.environment().put("IYAGI_DATA", data.toString());
      builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
      Process process = builder.start();
      while (process.isAlive() && kept(data) < lines) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
    }
    long before = kept(data);
    Outcome whole = Program.iyagi(data, "prepare", "frog.en");
    assertEquals(0, whole.code(), whole.err());
    assertEquals("", whole.err());
    assertTrue(before >= 9 && kept(data) > before, before + " then " + kept(data));
    try (Stream<Path> files = Files.walk(data)) {
      assertEquals(0, files.filter(f -> f.toString().endsWith(".part")).count());
    }
  }

  private static long kept(Path data) throws Exception {
    if (!Files.exists(data)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(f -> f.toString().endsWith(".wav")).count();
    } catch (UncheckedIOException movedMeanwhile) {
      return 0;
    }
  }

  @Test
  void saysWhatToInstallWhereNoJavaIsNewEnough() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("nojava/bin"));
    Files.copy(Path.of("target/iyagi/bin/iyagi"), bin.resolve("iyagi"));
    String script = Files.readString(bin.resolve("iyagi")).replace("/usr/lib/jvm/*", "/nowhere/*");
    Files.writeString(bin.resolve("iyagi"), script);
    Outcome none =
        Program.run(
            Map.of("JAVA_HOME", "/nowhere", "HOME", "/nowhere", "PATH", "/usr/bin:/bin"),
            "/bin/sh",
            bin.resolve("iyagi").toString());
    if (none.code() == 0) {
      return; // the Java on the PATH is new enough
    }
    assertEquals(1, none.code());
    assertTrue(none.err().contains("needs Java 25"), none.err());
    assertTrue(none.err().contains("sudo apt install"), none.err());
  }
}
