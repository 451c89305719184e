package iyagi.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Pcm;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class GuardedEngineTest {
  private static final Utterance NOTHING =
      new Utterance(new Pcm(Pcm.RATE_HZ, new float[0]), List.of(), List.of(), List.of());

  /** Speaks by a function of the text; an Utterance comes back or something is thrown. */
  private record Scripted(UnaryOperator<String> script) implements SpeechEngine {
    @Override
    public String version() {
      return "scripted";
    }

    @Override
    public Support supports(Locale language) {
      return new Support.Spoken();
    }

    @Override
    public Utterance speak(Phrase phrase) {
      String _ = script.apply(phrase.text());
      return NOTHING;
    }

    @Override
    public List<Pronunciation> pronounce(
        Locale language, String text, Map<String, String> pronunciations) {
      return List.of(new Pronunciation(script.apply(text), ""));
    }

    @Override
    public void close() {}
  }

  private static Phrase phrase(String text) {
    return new Phrase(Locale.ENGLISH, text, Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of());
  }

  private static String endless(String text) {
    return text.isEmpty() ? text : endless(text) + endless(text);
  }

  @Test
  void turnsAnErrorIntoAFaultThatNamesThePhraseAndGoesOn() {
    try (SpeechEngine engine =
        new GuardedEngine(new Scripted(text -> text.equals("fine") ? text : endless(text)))) {
      SpeechFault fault =
          assertThrows(
              SpeechFault.class,
              () -> engine.speak(phrase("a sentence that is much longer than forty characters")));

      assertEquals(
          "'a sentence that is much longer than for…' cannot be spoken: the speech engine lost its"
              + " way in it; try to say it in other words",
          fault.getMessage());
      assertSame(NOTHING, engine.speak(phrase("fine")));
    }
  }

  @Test
  void doesNotWaitForAWorkerThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    UnaryOperator<String> script =
        text -> {
          if (text.equals("hang")) {
            try {
              never.await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
          }
          return text;
        };
    try (SpeechEngine engine = new GuardedEngine(new Scripted(script), Duration.ofMillis(50))) {
      SpeechFault fault = assertThrows(SpeechFault.class, () -> engine.speak(phrase("hang")));

      assertTrue(fault.getMessage().startsWith("'hang' cannot be spoken: it took longer than"));
      assertSame(NOTHING, engine.speak(phrase("fine")));
      assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void servesSeveralCallersSideBySide() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    UnaryOperator<String> script =
        text -> {
          try {
            together.await(10, TimeUnit.SECONDS);
          } catch (Exception e) { // three kinds, and each means that they did not meet
            throw new IllegalStateException(e);
          }
          return text;
        };
    try (SpeechEngine engine = new GuardedEngine(new Scripted(script));
        ExecutorService callers = Executors.newFixedThreadPool(3)) {
      List<Future<Utterance>> answers =
          List.of(
              callers.submit(() -> engine.speak(phrase("one"))),
              callers.submit(() -> engine.speak(phrase("two"))),
              callers.submit(() -> engine.speak(phrase("three"))));

      for (Future<Utterance> answer : answers) {
        assertSame(NOTHING, answer.get());
      }
    }
  }

  @Test
  void handsOnTheEnginesOwnFaults() {
    SpeechFault own = new SpeechFault(Sentence.plain("there is no voice for Danish"));
    UnaryOperator<String> script =
        _ -> {
          throw own;
        };
    try (SpeechEngine engine = new GuardedEngine(new Scripted(script))) {
      assertSame(own, assertThrows(SpeechFault.class, () -> engine.speak(phrase("hej"))));
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }
}
