package iyagi.bench;

import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine;
import iyagi.speech.Voice;
import iyagi.speech.Voices;
import iyagi.speech.mary.MarySpeechEngine;
import iyagi.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What speech costs: a story of 200 sentences through our engine on two threads, and through plain
 * MaryTTS on one ({@link PlainMary}), each in a Java process of its own, one after the other. CPU
 * and wall time are those of the whole process, start-up included; "work" leaves start-up and the
 * first sentence out.
 *
 * <p>Run it with Java and the test class path. Arguments: the number of sentences (200), and {@code
 * ours} to measure only our engine, in this process. The engine speaks as the narrator, who is
 * slower than plain MaryTTS, so it makes more sound from the same story; both ratios are printed.
 */
public final class SpeechBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final int THREADS = 2;

  private SpeechBench() {}

  /** Measures both, or one. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    if (args.length > 1) {
      System.out.println(ours(StoryText.sentences(count), Voices.NARRATOR).line());
      return;
    }
    Cost ours = PlainMary.child(SpeechBench.class, List.of(), count, "ours");
    Cost plain = PlainMary.child(PlainMary.class, PlainMary.classPath(), count, "plain");
    System.out.println("ours:  " + ours.text());
    System.out.println("plain: " + plain.text());
    System.out.println("ours / plain: " + ours.against(plain));
  }

  /** Speaks a story on two threads. */
  static Cost ours(List<String> story, Voice voice)
      throws InterruptedException, ExecutionException {
    try (SpeechEngine engine = new MarySpeechEngine();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      engine.speak(phrase(story.getFirst(), voice));
      Cost.Mark mark = Cost.mark(CLOCK);
      List<Future<Double>> spoken = new ArrayList<>();
      for (String sentence : story) {
        spoken.add(threads.submit(() -> seconds(engine, phrase(sentence, voice))));
      }
      double seconds = 0;
      for (Future<Double> one : spoken) {
        seconds += one.get();
      }
      return Cost.since(mark, CLOCK, seconds);
    }
  }

  private static double seconds(SpeechEngine engine, Phrase phrase) {
    return engine.speak(phrase).sound().length().toNanos() / 1e9;
  }

  private static Phrase phrase(String text, Voice voice) {
    return new Phrase(Locale.ENGLISH, text, voice, Mood.NEUTRAL, 1, Map.of());
  }
}
