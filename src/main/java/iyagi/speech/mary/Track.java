package iyagi.speech.mary;

import iyagi.audio.Pcm;
import iyagi.speech.Phone;
import iyagi.speech.Utterance;
import iyagi.speech.Word;
import iyagi.speech.mary.Finish.Pause;
import iyagi.speech.mary.FrontEnd.Analysis;
import iyagi.speech.mary.OnePass.Take;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sentences of one phrase, joined. Used once, by one thread. */
final class Track {
  /**
   * The last sound may ring this long, the fade included. With 25 ms, final consonants lost their
   * release: there was up to -13 dB of speech at the cut in a hundred and fifty sentences, and with
   * this -31 dB.
   */
  private static final int TAIL = Finish.millis(70);

  private record Segment(String phone, int word, int from, int to) {
    boolean pause() {
      return phone.equals("_");
    }
  }

  private final Speakable text;
  private final List<double[]> takes = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private int length;

  Track(Speakable text) {
    this.text = text;
  }

  /** Puts a sentence behind the others. */
  void add(Analysis analysis, Take take) {
    int from = 0;
    for (int i = 0; i < take.ends().length; i++) {
      int to = take.ends()[i];
      segments.add(new Segment(analysis.phone(i), analysis.word(i), length + from, length + to));
      from = to;
    }
    takes.add(take.samples());
    length += take.samples().length;
  }

  /** The whole phrase; of no length where nothing was said. */
  Utterance utterance() {
    List<Segment> heard = trimmed();
    if (heard.isEmpty()) {
      return new Utterance(
          new Pcm(Pcm.RATE_HZ, new float[0]), List.of(), List.of(), notes(Map.of()));
    }
    int end = heard.getLast().to();
    List<Pause> pauses =
        heard.stream().filter(Segment::pause).map(s -> new Pause(s.from(), s.to())).toList();
    Pcm sound = Finish.of(Arrays.copyOf(joined(), end), pauses);
    Map<Integer, Word> words = words(heard);
    return new Utterance(sound, phones(heard), List.copyOf(words.values()), notes(words));
  }

  /** Without the pause at the end, and with room for the last sound to ring. */
  private List<Segment> trimmed() {
    List<Segment> heard = new ArrayList<>(segments);
    while (!heard.isEmpty() && heard.getLast().pause()) {
      heard.removeLast();
    }
    if (!heard.isEmpty()) {
      Segment last = heard.removeLast();
      int to = Math.min(length, last.to() + TAIL);
      heard.add(new Segment(last.phone(), last.word(), last.from(), to));
    }
    return heard;
  }

  private double[] joined() {
    double[] all = new double[length];
    int at = 0;
    for (double[] take : takes) {
      System.arraycopy(take, 0, all, at, take.length);
      at += take.length;
    }
    return all;
  }

  private static List<Phone> phones(List<Segment> heard) {
    return heard.stream()
        .map(s -> new Phone(s.phone(), EnglishViseme.of(s.phone()), time(s.from()), time(s.to())))
        .toList();
  }

  /** Written word → when it is heard. */
  private Map<Integer, Word> words(List<Segment> heard) {
    Map<Integer, Word> words = new TreeMap<>();
    for (Segment s : heard) {
      if (!s.pause()) {
        Written written = text.words().get(s.word());
        Word before = words.get(s.word());
        Duration start = before == null ? time(s.from()) : before.start();
        words.put(s.word(), new Word(written.from(), written.to(), start, time(s.to())));
      }
    }
    return words;
  }

  /** What the normaliser noted, and the words for which MaryTTS found no phones. */
  private List<Sentence> notes(Map<Integer, Word> words) {
    List<Sentence> notes = new ArrayList<>(text.unspoken());
    text.sentences().stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .filter(Token.Spoken.class::isInstance)
        .map(token -> ((Token.Spoken) token).word())
        .distinct()
        .filter(word -> !words.containsKey(word))
        .map(word -> Unspoken.unknown(text.words().get(word).text()))
        .forEach(notes::add);
    return notes;
  }

  private static Duration time(int samples) {
    return Duration.ofNanos(samples * 1_000_000_000L / Pcm.RATE_HZ);
  }
}
