package iyagi.console;

import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.service.Audition;
import iyagi.service.Trials;
import iyagi.service.Turns;
import iyagi.service.WordBook;
import iyagi.settings.WordListFile;
import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.Voices;
import iyagi.story.WordList;
import iyagi.story.WordList.Entry;
import iyagi.words.Sentence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page *Pronunciations*: the library's own dictionary, heard at once. */
final class Pronouncing implements Part {
  private static final int LONGEST_SENTENCE = 200;
  private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[-\\s]+");
  private static final Pattern SYLLABLE = Pattern.compile("[A-Za-z]{1,15}");

  private final Robot robot;
  private final WordBook book;
  private final Trials trials;

  /** What was deleted last is put back without being tried again. */
  private volatile Optional<Entry> gone = Optional.empty();

  /**
   * A page on that robot.
   *
   * @param turns at its speech engine
   */
  Pronouncing(Robot robot, Turns turns) {
    this.robot = robot;
    book = new WordBook(robot.desk());
    trials = new Trials(robot.desk(), turns);
  }

  @Override
  public void routes(Door door) {
    door.page("pronunciations");
    door.get("/api/pronunciations", ask -> Answer.json(shown(ask, Optional.empty())));
    door.put("/api/pronunciations", this::say);
    door.post("/api/pronunciations/hear", this::hear);
    door.post("/api/pronunciations/delete", this::delete);
  }

  /**
   * The dictionary.
   *
   * @param languages that the robot speaks
   * @param problems of its file
   * @param aside where the damaged file is kept since just now, "" if none is
   */
  record Shown(List<String> languages, List<Entry> words, List<Phrased> problems, String aside) {}

  private Shown shown(Ask ask, Optional<Path> aside) {
    return new Shown(
        robot.service().stock().languages(),
        book.words().words(),
        book.problems().stream().map(each -> Phrased.of(each, ask.language())).toList(),
        aside.map(Path::toString).orElse(""));
  }

  /**
   * A word as it was typed.
   *
   * @param instead the word that it takes the place of; null or "" for none
   */
  record Typed(String language, String word, String said, String instead) {}

  private Answer say(Ask ask) throws IOException {
    Typed typed = ask.json(Typed.class);
    Entry entry = entry(typed.language, typed.word, typed.said);
    boolean another = book.words().find(entry.language(), entry.word()).isEmpty();
    if (another && book.words().words().size() >= WordList.MOST) {
      throw new Refused(409, "pronounce-many", Map.of("words", WordList.MOST));
    }
    if (!Optional.of(entry).equals(gone)) {
      var _ = spoken(phrase(entry, entry.word()));
    }
    Optional<String> instead = Optional.ofNullable(typed.instead).filter(w -> !w.isEmpty());
    Optional<Path> aside = book.say(entry, instead);
    robot.service().stock().changed();
    return Answer.json(shown(ask, aside));
  }

  /**
   * What is to be heard.
   *
   * @param sentence in which the word stands; null or "" for the word alone
   */
  record Heard(String language, String word, String said, String sentence) {}

  /**
   * Sound for the browser.
   *
   * @param wav as Base64
   */
  record Sounding(String wav) {}

  private Answer hear(Ask ask) {
    Heard heard = ask.json(Heard.class);
    Entry entry = entry(heard.language, heard.word, heard.said);
    String sentence = heard.sentence == null ? "" : heard.sentence.strip();
    if (sentence.length() > LONGEST_SENTENCE) {
      throw new Refused(400, "pronounce-sentence", Map.of("letters", LONGEST_SENTENCE));
    }
    Pcm sound = spoken(phrase(entry, sentence.isEmpty() ? entry.word() : sentence));
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    wav.writeBytes(Wav.header(sound.sampleRateHz(), sound.samples().length));
    wav.writeBytes(Wav.bytes(sound.samples()));
    return Answer.json(new Sounding(Base64.getEncoder().encodeToString(wav.toByteArray())));
  }

  /** As the narrator would say it in a story, with the library's other words. */
  private Phrase phrase(Entry entry, String text) {
    Locale language = Locale.forLanguageTag(entry.language());
    Map<String, String> words = new HashMap<>(book.words().with(entry).in(language, text));
    return new Phrase(language, text, Voices.NARRATOR, Mood.NEUTRAL, 1, words);
  }

  private Pcm spoken(Phrase phrase) {
    try {
      return switch (trials.hear(phrase)) {
        case Trials.Trial.Heard(Pcm sound) -> sound;
        case Trials.Trial.Unspeakable(Sentence reason) ->
            throw new Refused(409, "pronounce-unspeakable", Map.of("reason", reason));
        case Trials.Trial.Not(var why) -> throw refused(why);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(503, "ending");
    }
  }

  private static Refused refused(Audition.Wait why) {
    return switch (why) {
      case ROBOT_READS -> new Refused(409, "pronounce-reading");
      case OTHERS_FIRST -> new Refused(409, "listen-busy");
    };
  }

  /** What was typed, as it is kept; what is wrong with it is told. */
  private Entry entry(String language, String typedWord, String typedSaid) {
    if (language == null || typedWord == null || typedSaid == null) {
      throw new Refused(400, "not-understood");
    }
    if (!robot.service().stock().languages().contains(language)) {
      throw new Refused(409, "needs-voice");
    }
    Entry entry = new Entry(language, plain(typedWord).toLowerCase(Locale.ROOT), plain(typedSaid));
    if (entry.word().isEmpty()) {
      throw new Refused(400, "pronounce-no-word");
    }
    if (entry.said().isEmpty()) {
      throw new Refused(400, "pronounce-no-said");
    }
    if (!WordListFile.good(new Entry(language, entry.word(), "x"))) {
      throw new Refused(400, "pronounce-word", Map.of("word", entry.word()));
    }
    if (!WordListFile.good(entry)) {
      throw new Refused(400, "pronounce-long");
    }
    if (language.equals("en")) {
      respelled(entry);
    }
    return entry;
  }

  private static void respelled(Entry entry) {
    if (entry.said().startsWith("/")) {
      return;
    }
    for (String syllable : BETWEEN_SYLLABLES.split(entry.said(), -1)) {
      if (!SYLLABLE.matcher(syllable).matches()) {
        throw new Refused(400, "pronounce-syllable", Map.of("syllable", syllable));
      }
    }
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }

  record Gone(String language, String word) {}

  private Answer delete(Ask ask) throws IOException {
    Gone asked = ask.json(Gone.class);
    Entry entry =
        book.words()
            .find(String.valueOf(asked.language), String.valueOf(asked.word))
            .orElseThrow(() -> new Refused(404, "not-found"));
    Optional<Path> aside = book.forget(entry.language(), entry.word());
    gone = Optional.of(entry);
    robot.service().stock().changed();
    return Answer.json(shown(ask, aside));
  }
}
