package iyagi.prepared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Pcm;
import iyagi.score.Composer.Spoken;
import iyagi.speech.Mood;
import iyagi.speech.Phone;
import iyagi.speech.Phrase;
import iyagi.speech.Utterance;
import iyagi.speech.Viseme;
import iyagi.speech.Voices;
import iyagi.speech.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreparedStoreIT {
  @TempDir private Path folder;

  private PreparedStore store() throws IOException {
    return new PreparedStore(folder, "engine 1");
  }

  private static Phrase phrase(String text) {
    return new Phrase(Locale.ENGLISH, text, Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of());
  }

  private static Utterance utterance() {
    float[] samples = new float[4801];
    Arrays.fill(samples, 0.5f);
    Phone phone = new Phone("A", Viseme.OPEN_VOWEL, Duration.ZERO, Duration.ofMillis(100));
    Word word = new Word(0, 3, Duration.ZERO, Duration.ofMillis(100));
    return new Utterance(new Pcm(Pcm.RATE_HZ, samples), List.of(phone), List.of(word), List.of());
  }

  private Path only() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  @Test
  void findsWhatItKeptAlsoAfterARestart() throws IOException {
    Spoken kept = store().keep(phrase("bear"), utterance());
    assertEquals(Optional.of(kept), store().find(phrase("bear")));
    assertArrayEquals(utterance().sound().samples(), store().sound(kept.clip()).samples(), 1e-4f);
    assertEquals(Optional.empty(), store().find(phrase("mouse")));
  }

  @Test
  void everythingThatTheSoundDependsOnChangesTheKey() throws IOException {
    Phrase p = phrase("bear");
    Set<String> keys = new HashSet<>();
    keys.add(store().key(p));
    keys.add(new PreparedStore(folder, "engine 2").key(p));
    keys.add(store().key(phrase("bears")));
    keys.add(store().key(new Phrase(Locale.KOREAN, "bear", p.voice(), p.mood(), 1, Map.of())));
    keys.add(store().key(new Phrase(p.language(), "bear", p.voice(), Mood.HAPPY, 1, Map.of())));
    keys.add(store().key(new Phrase(p.language(), "bear", p.voice(), p.mood(), 0.9, Map.of())));
    keys.add(
        store()
            .key(new Phrase(p.language(), "bear", p.voice(), p.mood(), 1, Map.of("bear", "bare"))));
    assertEquals(7, keys.size());
  }

  @Test
  void oneFlippedBitAnywhereIsFoundAndNeverPlayed() throws IOException {
    store().keep(phrase("bear"), utterance());
    Path file = only();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 40; at < whole.length - 1; at += at < 9600 ? 97 : 1) {
      if (at >= 9646 && at < 9654) {
        continue; // the chunk's own name and size, which nobody reads
      }
      byte[] hurt = whole.clone();
      hurt[at] ^= (byte) 0x84;
      Files.write(file, hurt);
      assertEquals(Optional.empty(), store().find(phrase("bear")), "byte " + at);
    }
  }

  @Test
  void aFileCutShortAnywhereIsFoundAndMadeAnew() throws IOException {
    store().keep(phrase("bear"), utterance());
    Path file = only();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 2; length += 211) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), store().find(phrase("bear")), "cut to " + length);
    }
    store().keep(phrase("bear"), utterance());
    assertTrue(store().find(phrase("bear")).isPresent());
  }

  @Test
  void removesWhatAKilledProcessLeftAndNothingElse() throws IOException {
    Spoken kept = store().keep(phrase("bear"), utterance());
    Path shelf = only().getParent();
    long dead = deadProcess();
    Path leftover = Files.writeString(shelf.resolve(kept.clip() + "." + dead + "-x.part"), "half");
    Path busy =
        Files.writeString(
            shelf.resolve(kept.clip() + "." + ProcessHandle.current().pid() + "-y.part"),
            "being written");
    assertTrue(store().find(phrase("bear")).isPresent());
    assertTrue(Files.notExists(leftover));
    assertTrue(Files.exists(busy));
  }

  /** A number that no process has. */
  private static long deadProcess() {
    long pid = 4_000_000;
    while (ProcessHandle.of(pid).isPresent()) {
      pid++;
    }
    return pid;
  }

  @Test
  void theFileIsAWavForOtherPrograms() throws Exception {
    store().keep(phrase("bear"), utterance());
    try (var in = javax.sound.sampled.AudioSystem.getAudioInputStream(only().toFile())) {
      assertEquals(4801, in.getFrameLength());
    }
    assertNotEquals(0, Files.size(only()));
  }
}
