package iyagi.narration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Loudness;
import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.motion.Joint;
import iyagi.motion.Keyframes.Knot;
import iyagi.score.Mouth;
import iyagi.speech.HummingEngine;
import iyagi.speech.Mood;
import iyagi.speech.Phone;
import iyagi.speech.Phrase;
import iyagi.speech.Recording;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.speech.Voices;
import iyagi.speech.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded page of tones with known gaps is split, evened out, and moves the mouth. */
final class PageSoundIT {
  /** Nine, three and six syllables; tones of 1.8, 0.6 and 1.2 s. */
  private static final List<String> LINES = List.of("작은 토끼가 달을 보았어요.", "달이다.", "토끼는 집에 갔어요.");

  @TempDir private Path folder;

  private ReadAloud page(int rate) {
    return new ReadAloud(rate)
        .pause(0.7)
        .tone(1.8, 200)
        .pause(0.5)
        .tone(0.6, 200)
        .pause(0.6)
        .tone(1.2, 200)
        .pause(0.8);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 24_000, 48_000})
  void theLinesBeginAndEndWhereTheReaderDoes(int rate) throws IOException {
    ReadAloud read = page(rate);
    PageSound page = PageSound.of(read.write(folder.resolve("page.wav"), 0.5, -65), LINES);
    for (int line = 0; line < 3; line++) {
      assertEquals(read.starts().get(line), page.sounding(line).getFirst().from(), 0.03);
      assertEquals(read.ends().get(line), page.sounding(line).getLast().to(), 0.03);
    }
    assertEquals(page.part(0).to(), page.part(1).from(), 1e-9, "nothing is left out between lines");
    assertEquals(0.65, page.part(0).from(), 0.03, "silence before the page is shortened");
  }

  @Test
  void aPauseAtACommaIsNotTheEndOfASentence() throws IOException {
    ReadAloud read =
        new ReadAloud(16_000).tone(0.9, 200).pause(0.55).tone(0.9, 200).pause(0.45).tone(1.8, 200);
    List<String> lines = List.of("작은 토끼가, 둥근 달을 보았어요.", "달이 토끼를 보고 웃었어요.");
    PageSound page = PageSound.of(read.write(folder.resolve("comma.wav"), 0.5, -70), lines);
    assertEquals(2.8, page.sounding(1).getFirst().from(), 0.03);
    List<Word> words = page.utterance(folder.resolve("comma.wav"), 0).words();
    assertEquals(1.45, page.part(0).from() + words.get(2).start().toNanos() / 1e9, 0.03);
  }

  @Test
  void withoutPausesLettersDecideAndEveryLineHasItsShare() throws IOException {
    Path file = new ReadAloud(16_000).tone(3.6, 200).write(folder.resolve("rushed.wav"), 0.5, -80);
    PageSound page = PageSound.of(file, LINES);
    assertEquals(1.8, page.part(0).to(), 0.45);
    assertEquals(page.part(2).from(), page.part(1).to(), 1e-9);
    assertTrue(page.part(1).length() > 0.3, page.part(1).toString());
    assertTrue(
        Findings.of(file, LINES).warnings().toString().contains("hardly any silence")
            || Findings.of(file, LINES).warnings().toString().contains("fewer pauses"),
        Findings.of(file, LINES).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 3})
  void everyLineIsAsLoudAsTheRobotsVoiceAndNeverLouder(double gain) throws IOException {
    Path file = page(16_000).write(folder.resolve("loud.wav"), gain, -75);
    PageSound page = PageSound.of(file, LINES);
    for (int line = 0; line < 3; line++) {
      Pcm sound = page.utterance(file, line).sound();
      assertEquals(Pcm.RATE_HZ, sound.sampleRateHz());
      assertEquals(-20, Loudness.lufs(sound.samples(), Pcm.RATE_HZ), 1.0);
      double peak =
          IntStream.range(0, sound.samples().length)
              .mapToDouble(i -> Math.abs(sound.samples()[i]))
              .max()
              .orElse(0);
      assertTrue(peak <= 0.892, "peak " + peak);
      assertEquals(0, sound.samples()[0], 1e-6);
      assertEquals(0, sound.samples()[sound.samples().length - 1], 1e-6);
    }
  }

  @Test
  void theMouthIsOpenWhileItSoundsOnlyAndKeepsToItsSpeed() throws IOException {
    ReadAloud read =
        new ReadAloud(48_000)
            .pause(0.3)
            .tone(0.2, 200)
            .pause(0.08)
            .tone(0.2, 200)
            .pause(0.6)
            .tone(0.9, 200);
    Path file = read.write(folder.resolve("mouth.wav"), 0.5, -80);
    PageSound page = PageSound.of(file, List.of("하나 둘 셋."));
    Utterance spoken = page.utterance(file, 0);
    List<Phone> phones = spoken.phones();
    assertEquals(0, phones.getFirst().start().toNanos());
    assertEquals(
        spoken.sound().length().toNanos() / 1e9,
        phones.getLast().end().toNanos() / 1e9,
        0.001,
        "to the end");
    for (int i = 1; i < phones.size(); i++) {
      assertEquals(phones.get(i - 1).end(), phones.get(i).start(), "no gaps");
    }
    List<Knot> jaw = Mouth.movement(phones).tracks().get(Joint.MOUTH);
    double from = page.part(0).from();
    double widest = 0;
    for (int i = 0; i < jaw.size(); i++) {
      double at = from + jaw.get(i).seconds();
      boolean sounds =
          IntStream.range(0, 3)
              .anyMatch(k -> at > read.starts().get(k) - 0.03 && at < read.ends().get(k) + 0.03);
      assertTrue(
          sounds || jaw.get(i).degrees() < 0.01 || (at > 0.5 && at < 0.6), at + " s is open");
      widest = Math.max(widest, jaw.get(i).degrees());
      if (i > 0) {
        double time = jaw.get(i).seconds() - jaw.get(i - 1).seconds();
        double way = Math.abs(jaw.get(i).degrees() - jaw.get(i - 1).degrees());
        assertTrue(way * 1.875 / time <= Mouth.MAX_SPEED * 1.001);
        assertTrue(way * 5.7735 / (time * time) <= Mouth.MAX_ACCELERATION * 1.001);
      }
    }
    assertTrue(widest > 5, "opens by " + widest + "°");
  }

  @Test
  void wordsAreInOrderAndNoneIsInSilence() throws IOException {
    ReadAloud read = page(16_000);
    Path file = read.write(folder.resolve("words.wav"), 0.5, -70);
    PageSound page = PageSound.of(file, LINES);
    List<Word> words = page.utterance(file, 0).words();
    assertEquals(4, words.size());
    assertEquals("토끼가", LINES.get(0).substring(words.get(1).from(), words.get(1).to()));
    double from = page.part(0).from();
    for (Word word : words) {
      assertTrue(from + word.start().toNanos() / 1e9 >= read.starts().get(0) - 0.03);
      assertTrue(from + word.end().toNanos() / 1e9 <= read.ends().get(0) + 0.03);
    }
  }

  @Test
  void theSameRecordingAlwaysGivesTheSame() throws IOException {
    Path file = page(24_000).write(folder.resolve("same.wav"), 0.5, -60);
    Utterance one = PageSound.of(file, LINES).utterance(file, 1);
    Utterance other = PageSound.of(file, LINES).utterance(file, 1);
    assertEquals(one.phones(), other.phones());
    assertEquals(one.words(), other.words());
    assertArrayEquals(one.sound().samples(), other.sound().samples());
  }

  @Test
  void whatCannotBeUsedIsToldAndAVoiceReadsInstead() throws IOException {
    Path text = Files.writeString(folder.resolve("no.wav"), "no sound at all, not even a head");
    assertTrue(Findings.of(text, LINES).refusal().isPresent());
    Path silent = new ReadAloud(16_000).pause(2).write(folder.resolve("silent.wav"), 1, -90);
    assertTrue(refusal(silent).contains("nothing is heard"), refusal(silent));
    Path cut = folder.resolve("cut.wav");
    byte[] whole = Files.readAllBytes(page(16_000).write(folder.resolve("w.wav"), 0.5, -70));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertTrue(refusal(cut).contains("WAV"), refusal(cut));
    Path head = Files.write(folder.resolve("head.wav"), Wav.header(16_000, 0));
    assertTrue(refusal(head).contains("shorter than a word"), refusal(head));
    Path endless = new ReadAloud(8_000).tone(70, 200).write(folder.resolve("70.wav"), 0.5, -80);
    assertTrue(
        Findings.of(endless, List.of("One.")).refusal().orElseThrow().toString().contains("70 s"));
    Path hour = new ReadAloud(8_000).pause(181).write(folder.resolve("181.wav"), 1, -80);
    assertTrue(refusal(hour).contains("at most 180 s"), refusal(hour));

    RecordedEngine engine = new RecordedEngine(new HummingEngine());
    Recording recording = new Recording(text, Digest.of(text), List.of("Hello there."), 0);
    Utterance spoken = engine.speak(phrase(Locale.ENGLISH).in(recording));
    assertTrue(spoken.unspoken().getLast().toString().contains("the robot's voice reads it"));
    assertThrows(SpeechFault.class, () -> engine.speak(phrase(Locale.KOREAN).in(recording)));
  }

  @Test
  void aRecordingThatAnotherHasReplacedIsNeverGivenInItsName() throws IOException {
    Path file = page(16_000).write(folder.resolve("page-1.wav"), 0.5, -70);
    Recording recording = new Recording(file, Digest.of(file), LINES, 0);
    RecordedEngine engine = new RecordedEngine(new HummingEngine());
    Phrase phrase = phrase(Locale.KOREAN).in(recording);
    assertEquals(4, engine.speak(phrase).words().size());
    page(8_000).write(file, 0.5, -70);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThrows(SpeechFault.class, () -> engine.speak(phrase));
  }

  @Test
  void aRecordingThatWasPackedAndUnpackedIsStillTheSame() throws IOException {
    Path file = page(16_000).write(folder.resolve("page-1.wav"), 0.5, -70);
    Recording recording = new Recording(file, Digest.of(file), LINES, 0);
    RecordedEngine engine = new RecordedEngine(new HummingEngine());
    Phrase phrase = phrase(Locale.KOREAN).in(recording);
    Utterance before = engine.speak(phrase);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertEquals(before.words(), engine.speak(phrase).words());
  }

  private static String refusal(Path file) {
    return Findings.of(file, LINES).refusal().map(Object::toString).orElse("");
  }

  private static Phrase phrase(Locale language) {
    return new Phrase(
        language, "Hello there.", Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of(), Optional.empty());
  }
}
