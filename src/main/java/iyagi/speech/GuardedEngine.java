package iyagi.speech;

import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An engine that neither hangs nor falls over: each call runs on a worker of its own with a time
 * limit, and whatever goes wrong, an Error too, is that phrase's fault only. Any thread; several
 * callers are served side by side. A worker that does not come back is left alone and not waited
 * for; the next call takes another.
 */
public final class GuardedEngine implements SpeechEngine {
  /** Longer than any phrase takes on the slowest robot. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int SHOWN = 40;

  private final SpeechEngine engine;
  private final Duration limit;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("speech-", 1).daemon().factory());

  /**
   * Guards an engine.
   *
   * @param engine closed with this one
   * @param limit for one call
   */
  public GuardedEngine(SpeechEngine engine, Duration limit) {
    this.engine = engine;
    this.limit = limit;
  }

  /** Guards an engine with the usual limit. */
  public GuardedEngine(SpeechEngine engine) {
    this(engine, LIMIT);
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public Support supports(Locale language) {
    return engine.supports(language);
  }

  @Override
  public Utterance speak(Phrase phrase) {
    return guarded(phrase.text(), () -> engine.speak(phrase));
  }

  @Override
  public List<Pronunciation> pronounce(
      Locale language, String text, Map<String, String> pronunciations) {
    return guarded(text, () -> engine.pronounce(language, text, pronunciations));
  }

  private <T> T guarded(String text, Callable<T> call) {
    Future<T> answer = workers.submit(call);
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw fault(text, Sentence.of("it took longer than {0} s", limit.toSeconds()), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw fault(text, Sentence.of("the work was interrupted"), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SpeechFault fault
          ? fault
          : fault(text, reason(e.getCause()), e.getCause());
    }
  }

  private static SpeechFault fault(String text, Sentence why, Throwable cause) {
    return new SpeechFault(
        Sentence.of("'{0}' cannot be spoken: {1}; try to say it in other words", shown(text), why),
        cause);
  }

  private static Sentence reason(Throwable cause) {
    return switch (cause) {
      case StackOverflowError _ -> Sentence.of("the speech engine lost its way in it");
      case OutOfMemoryError _ -> Sentence.of("there is not enough memory for a phrase this long");
      default -> Sentence.of("the speech engine failed ({0})", cause.toString());
    };
  }

  private static String shown(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
  }

  @Override
  public void close() {
    workers.shutdownNow();
    engine.close();
  }
}
