package iyagi.service;

import iyagi.library.Edition;
import iyagi.prepared.PreparedStore;
import iyagi.score.Beat;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Makes the speech of all stories in the background, a line at a time, and only while nobody is
 * read to: a reading has the engine and the processor for itself. One thread steps; anybody may ask
 * to look and see how far it has come.
 */
public final class Readying {
  /**
   * How far one story has come.
   *
   * @param lines how many it has to speak
   * @param ready how many of them lie on the disk
   * @param failed how many could not be made
   */
  public record State(int lines, int ready, int failed) {
    /** In whole percent, 0 to 100; 100 only if every line is there. */
    public int percent() {
      return lines == 0 ? 100 : (int) (100L * ready / lines);
    }
  }

  /** One line that is missing. */
  private record Missing(Edition edition, Phrase phrase) {}

  private final Desk desk;
  private final BooleanSupplier free;
  private final Consumer<Sentence> tell;
  private final Semaphore looks = new Semaphore(1);

  // All below belongs to the thread that steps; the snapshot is for everybody.
  private final Deque<Missing> missing = new ArrayDeque<>();
  private final Map<String, State> states = new TreeMap<>();
  private volatile Map<String, State> snapshot = Map.of();
  private Optional<PreparedStore> store = Optional.empty();

  /**
   * Will look at the shelf with its first step.
   *
   * @param free whether nobody is read to
   * @param tell sentences for a librarian
   */
  public Readying(Desk desk, BooleanSupplier free, Consumer<Sentence> tell) {
    this.desk = desk;
    this.free = free;
    this.tell = tell;
  }

  /** The shelf has changed: looks again before the next line. Any thread. */
  public void look() {
    looks.release();
  }

  /** How far every story has come, by the name of its edition. Any thread. */
  public Map<String, State> states() {
    return snapshot;
  }

  /** A step; waits at most so long if there is nothing to do. */
  public void await(Duration most) throws InterruptedException {
    if (!step() && looks.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      survey();
    }
  }

  /**
   * Looks at the shelf if it has to, else makes one line.
   *
   * @return whether it has done anything
   */
  boolean step() {
    if (looks.drainPermits() > 0) {
      survey();
      return true;
    }
    if (missing.isEmpty() || !free.getAsBoolean()) {
      return false;
    }
    make(missing.removeFirst());
    publish();
    if (missing.isEmpty()) {
      ended();
    }
    return true;
  }

  private void survey() {
    missing.clear();
    states.clear();
    try {
      store = Optional.of(new PreparedStore(desk.places().speech(), desk.engine().version()));
      desk.library().editions().forEach(edition -> survey(edition, store.get()));
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "Speech cannot be made beforehand: the folder for it, {0}, cannot be used: {1}. Stories"
                  + " are read all the same, but begin later.",
              desk.places().speech(), Reason.of(e)));
    }
    publish();
    if (!missing.isEmpty()) {
      long stories = missing.stream().map(Missing::edition).distinct().count();
      tell.accept(
          Sentence.of(
              stories == 1
                  ? "1 story is being made ready in the background ({1}); all can be read meanwhile."
                  : "{0} stories are being made ready in the background ({1}); all can be read"
                      + " meanwhile.",
              stories,
              missing.size() == 1
                  ? Sentence.of("1 line")
                  : Sentence.of("{0} lines", missing.size())));
    }
  }

  /** A story with mistakes or in a language that nobody here speaks is left alone. */
  private void survey(Edition edition, PreparedStore in) {
    Optional<StoryAtHand> story = StoryAtHand.read(desk, edition, _ -> {});
    if (story.isEmpty() || story.get().silence(desk).isPresent()) {
      return;
    }
    List<Phrase> all = phrases(story.get());
    List<Phrase> absent = all.stream().filter(phrase -> !in.has(phrase)).toList();
    absent.forEach(phrase -> missing.add(new Missing(edition, phrase)));
    states.put(edition.name(), new State(all.size(), all.size() - absent.size(), 0));
  }

  private static List<Phrase> phrases(StoryAtHand story) {
    List<Phrase> phrases = new ArrayList<>();
    for (Beat beat : story.beats()) {
      if (beat instanceof Beat.Say say) {
        phrases.add(say.phrase());
      }
    }
    return phrases;
  }

  private void make(Missing line) {
    State state = states.get(line.edition().name());
    boolean well = store.filter(in -> in.has(line.phrase()) || made(line, in)).isPresent();
    states.put(
        line.edition().name(),
        new State(state.lines(), state.ready() + (well ? 1 : 0), state.failed() + (well ? 0 : 1)));
  }

  private boolean made(Missing line, PreparedStore in) {
    try {
      Utterance utterance = desk.engine().speak(line.phrase());
      if (!utterance.phones().isEmpty()) {
        in.keep(line.phrase(), utterance);
      }
      return true;
    } catch (SpeechFault fault) {
      tell.accept(Sentence.of("{0}: {1}", line.edition().file(), fault.sentence()));
      return false;
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "Speech cannot be kept on the disk ({0}); free some space there. Making stories ready"
                  + " has stopped until the next start.",
              Reason.of(e)));
      missing.clear();
      return false;
    }
  }

  private void ended() {
    long wanting = states.values().stream().filter(state -> state.ready() < state.lines()).count();
    tell.accept(
        wanting == 0
            ? Sentence.of("All stories are ready.")
            : Sentence.of(
                wanting == 1
                    ? "1 story is not quite ready; the messages above say why."
                    : "{0} stories are not quite ready; the messages above say why.",
                wanting));
  }

  private void publish() {
    snapshot = Map.copyOf(states);
  }
}
