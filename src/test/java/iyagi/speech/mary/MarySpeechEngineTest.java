package iyagi.speech.mary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Loudness;
import iyagi.speech.Mood;
import iyagi.speech.Phone;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine.Pronunciation;
import iyagi.speech.SpeechEngine.Support;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.speech.Voice;
import iyagi.speech.Voices;
import iyagi.speech.Word;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarySpeechEngineTest {
  private static final MarySpeechEngine ENGINE = new MarySpeechEngine();
  private static final String STORY = "A small brown bear, who was hungry, could not sleep.";

  private static Phrase phrase(String text) {
    return phrase(text, Voices.NARRATOR, Mood.NEUTRAL);
  }

  private static Phrase phrase(String text, Voice voice, Mood mood) {
    return new Phrase(Locale.ENGLISH, text, voice, mood, 1, Map.of());
  }

  private static Voice voice(String name) {
    return Voices.named(name).orElseThrow();
  }

  private static List<String> words(String text, Utterance utterance) {
    return utterance.words().stream().map(w -> text.substring(w.from(), w.to())).toList();
  }

  private static void assertTiled(Utterance utterance) {
    Duration at = Duration.ZERO;
    for (Phone phone : utterance.phones()) {
      assertEquals(at, phone.start());
      at = phone.end();
    }
    assertEquals(utterance.sound().length(), at);
  }

  @Test
  void speaksASentenceWithPhonesThatTileTheSound() {
    Utterance utterance = ENGINE.speak(phrase(STORY));

    assertTiled(utterance);
    assertTrue(utterance.phones().stream().filter(Phone::pause).count() >= 2);
    assertEquals("@", utterance.phones().getFirst().symbol());
    assertEquals("p", utterance.phones().getLast().symbol());
  }

  @Test
  void givesEveryWrittenWordItsPlaceAndTime() {
    String text = "“Oh!” said the well-known bear, “I've 12 fish.”";
    Utterance utterance = ENGINE.speak(phrase(text));

    assertEquals(
        List.of("Oh", "said", "the", "well-known", "bear", "I've", "12", "fish"),
        words(text, utterance));
    Duration before = Duration.ZERO;
    for (Word word : utterance.words()) {
      assertTrue(word.start().compareTo(before) >= 0);
      assertTrue(word.end().compareTo(word.start()) > 0);
      before = word.end();
    }
    assertEquals(List.of(), utterance.unspoken());
  }

  @Test
  void isSilentInPauses() {
    Utterance utterance = ENGINE.speak(phrase(STORY));
    Phone pause = utterance.phones().stream().filter(Phone::pause).findFirst().orElseThrow();
    float[] samples = utterance.sound().samples();

    int from = (int) (pause.start().plusMillis(70).toNanos() * 48 / 1_000_000);
    int to = (int) (pause.end().minusMillis(50).toNanos() * 48 / 1_000_000);
    assertTrue(to - from > 4_800);
    for (int i = from; i < to; i++) {
      assertEquals(0, samples[i], 0.0);
    }
  }

  @Test
  void notesWhatItCannotSayAndSpeaksTheRest() {
    String text = "곰 said hello 🌙";
    Utterance utterance = ENGINE.speak(phrase(text));

    assertEquals(List.of("said", "hello"), words(text, utterance));
    assertEquals(2, utterance.unspoken().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "🌙", "—"})
  void makesNoSoundWhereThereIsNothingToSay(String text) {
    Utterance utterance = ENGINE.speak(phrase(text));

    assertEquals(Duration.ZERO, utterance.sound().length());
    assertEquals(List.of(), utterance.phones());
    assertEquals(List.of(), utterance.words());
  }

  @Test
  void setsEveryVoiceAndMoodToOneLoudnessBelowTheCeiling() {
    for (String name : Voices.names()) {
      assertLevel(
          ENGINE.speak(phrase("The moon was big and round.", voice(name), Mood.NEUTRAL)), name);
    }
    for (Mood mood : Mood.values()) {
      assertLevel(ENGINE.speak(phrase("Good night!", Voices.NARRATOR, mood)), mood.word());
    }
  }

  private static void assertLevel(Utterance utterance, String who) {
    float[] samples = utterance.sound().samples();
    assertEquals(-20, Loudness.lufs(samples, 48_000), 0.5, who);
    for (float sample : samples) {
      assertTrue(Math.abs(sample) <= Math.pow(10, -1.0 / 20) + 1e-6, who);
    }
    assertTrue(Math.abs(samples[0]) < 1e-3 && Math.abs(samples[samples.length - 1]) < 1e-3, who);
  }

  @Test
  void repeatsItselfBitForBitOnFourThreads() throws Exception {
    List<Phrase> phrases = new ArrayList<>();
    for (String name : List.of("narrator", "bear", "mouse", "whisper", "ghost", "robot")) {
      phrases.add(phrase("Where are you? I looked in every room.", voice(name), Mood.NEUTRAL));
      phrases.add(phrase("He ran, and ran.", voice(name), Mood.SCARED));
    }
    List<Utterance> serial = phrases.stream().map(ENGINE::speak).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Utterance>> answers =
          phrases.stream().map(one -> threads.submit(() -> ENGINE.speak(one))).toList();
      for (int i = 0; i < answers.size(); i++) {
        Utterance parallel = answers.get(i).get();
        assertArrayEquals(serial.get(i).sound().samples(), parallel.sound().samples());
        assertEquals(serial.get(i).phones(), parallel.phones());
        assertEquals(serial.get(i).words(), parallel.words());
      }
    }
  }

  @Test
  void raisesThePitchAtTheEndOfAYesNoQuestion() {
    double statement = Pitch.atEnd(ENGINE.speak(phrase("You want to go home.")).sound());
    double question = Pitch.atEnd(ENGINE.speak(phrase("You want to go home?")).sound());
    double open = Pitch.atEnd(ENGINE.speak(phrase("Where do you go home?")).sound());

    assertTrue(question > 1.25 * statement, question + " Hz against " + statement + " Hz");
    assertTrue(open < 1.15 * statement, open + " Hz against " + statement + " Hz");
  }

  @Test
  void givesCharactersTheirPitch() {
    double narrator = Pitch.of(ENGINE.speak(phrase(STORY)).sound());
    double bear = Pitch.of(ENGINE.speak(phrase(STORY, voice("bear"), Mood.NEUTRAL)).sound());
    double mouse = Pitch.of(ENGINE.speak(phrase(STORY, voice("mouse"), Mood.NEUTRAL)).sound());

    assertEquals(0.58 * narrator, bear, 0.1 * narrator);
    assertEquals(1.7 * narrator, mouse, 0.2 * narrator);
  }

  @Test
  void whispersWithoutAVoice() {
    Utterance whisper = ENGINE.speak(phrase(STORY, Voices.NARRATOR, Mood.WHISPERING));

    assertEquals(0, Pitch.voicedShare(whisper.sound()), 0.1);
    assertTrue(Pitch.voicedShare(ENGINE.speak(phrase(STORY)).sound()) > 0.4);
  }

  @Test
  void followsTheAuthorsRate() {
    Phrase usual = phrase("The little bear walked home.");
    Phrase fast =
        new Phrase(Locale.ENGLISH, usual.text(), usual.voice(), Mood.NEUTRAL, 2, Map.of());

    double ratio = (double) length(fast) / length(usual);
    assertEquals(0.5, ratio, 0.1);
  }

  private static long length(Phrase phrase) {
    return ENGINE.speak(phrase).sound().length().toMillis();
  }

  /** The silences between sentences make the pace; see the score's script. */
  @Test
  void drawsItsSoundsOutALittleOnly() {
    List<String> story =
        List.of(
            "One cold winter night, the little bear looked up at the stars, and nobody knew why.",
            "He could not sleep.",
            "\"Did you see that?\" asked the old owl, and then the mouse ran down to the river.",
            "The moon and every duck on the pond sang a quiet song while everybody was asleep.");
    long words = story.stream().mapToLong(s -> s.split(" ", -1).length).sum();
    long millis = story.stream().mapToLong(s -> length(phrase(s))).sum();

    double wordsPerMinute = words * 60_000.0 / millis;
    assertTrue(wordsPerMinute < 190 && wordsPerMinute > 150, wordsPerMinute + " words a minute");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "I'm | ' AI m",
        "I’ll | ' AI l",
        "she's | ' S i z",
        "they've | ' D EI v",
        "couldn't | ' k U - d @ n t",
        "I will read | ' r i d",
        "She has read | ' r E d",
        "the mouse's | ' m aU s - @ z",
        "Gruffalo's | ' g r V - f @ - l @U z",
        "Shhh | ' S @ S",
        "UK | ' k EI",
      })
  void pronouncesAsChildrenHearIt(String text, String last) {
    assertEquals(last, ENGINE.pronounce(Locale.ENGLISH, text, Map.of()).getLast().phones());
  }

  @Test
  void takesRespellingsAndPhonesFromTheAuthor() {
    Map<String, String> own = Map.of("gyeongju", "KYUNG-joo", "ddung", "/' d V N/");
    String text = "In Gyeongju lives Ddung.";
    Utterance utterance =
        ENGINE.speak(new Phrase(Locale.ENGLISH, text, Voices.NARRATOR, Mood.NEUTRAL, 1, own));

    String phones = utterance.phones().stream().map(Phone::symbol).collect(Collectors.joining(" "));
    assertTrue(phones.endsWith("d V N"), phones);
    assertTrue(phones.contains("dZ u l"), phones);
  }

  @Test
  void namesEveryWrongPronunciation() {
    Map<String, String> wrong = Map.of("bear", "/b Q r/", "fox", "곰");
    Phrase phrase = new Phrase(Locale.ENGLISH, "Bear", Voices.NARRATOR, Mood.NEUTRAL, 1, wrong);

    String message = assertThrows(SpeechFault.class, () -> ENGINE.speak(phrase)).getMessage();

    assertTrue(message.contains("the pronunciation of 'bear': 'Q' is not a phone"), message);
    assertTrue(message.contains("the pronunciation of 'fox': '곰' cannot be read"), message);
  }

  @Test
  void speaksAVeryLongSentenceInParts() {
    String text = "and the bear went on ".repeat(25) + "home.";
    Utterance utterance = ENGINE.speak(phrase(text));

    assertEquals(126, utterance.words().size());
    assertTiled(utterance);
  }

  @Test
  void speaksEnglishOnlyAndSaysWhy() {
    assertInstanceOf(Support.Spoken.class, ENGINE.supports(Locale.UK));
    Support korean = ENGINE.supports(Locale.KOREAN);
    assertTrue(
        korean instanceof Support.Silent(Sentence reason)
            && reason.toString().contains("recording"));
    Phrase phrase = new Phrase(Locale.KOREAN, "곰", Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of());
    assertThrows(SpeechFault.class, () -> ENGINE.speak(phrase));
    assertFalse(ENGINE.supports(Locale.of("vi")) instanceof Support.Spoken);
  }

  @Test
  void survivesHostileText() {
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      String text = RandomText.of(random);
      ENGINE
          .pronounce(Locale.ENGLISH, text, Map.of())
          .forEach(p -> assertFalse(p.phones().isEmpty(), text));
      if (i % 10 == 0) {
        assertTiled(ENGINE.speak(phrase(text)));
      }
    }
  }

  @Test
  void aGivenPronunciationGoesBeforeTheLexicon() {
    List<Pronunciation> soul = ENGINE.pronounce(Locale.ENGLISH, "soul", Map.of());
    assertEquals(
        soul.getFirst().phones(),
        ENGINE.pronounce(Locale.ENGLISH, "Bear", Map.of("bear", "soul")).getFirst().phones());
    assertThrows(
        SpeechFault.class, () -> ENGINE.pronounce(Locale.ENGLISH, "Bear", Map.of("bear", "/q q/")));
  }
}
