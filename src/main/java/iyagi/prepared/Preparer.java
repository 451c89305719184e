package iyagi.prepared;

import iyagi.audio.Pcm;
import iyagi.score.Beat;
import iyagi.score.Composer.Spoken;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tinylog.Logger;

/**
 * Makes the speech of one story, on several threads, in the order in which it will be wanted. What
 * the store already has is taken from there without waking the engine.
 */
public final class Preparer implements AutoCloseable {
  /** What became of one beat's speech. */
  public sealed interface Outcome {
    /**
     * It can be played.
     *
     * @param kept whether it is on the disk, and need not be made again
     * @param notes what of the text was not spoken, and why; empty for speech from the store
     */
    record Ready(Spoken spoken, boolean kept, List<Sentence> notes) implements Outcome {}

    /** It could not be made. */
    record Failed(Sentence reason) implements Outcome {}
  }

  /** Told after each beat, on the thread that prepared it. */
  @FunctionalInterface
  public interface Progress {
    /** One more beat is done, or has failed. */
    void done(Beat.Say beat, Outcome outcome);
  }

  /** About four minutes of speech. */
  private static final long MOST_UNKEPT_BYTES = 48L << 20;

  private final PreparedStore store;
  private final SpeechEngine engine;
  private final List<Beat> beats;
  private final Progress progress;
  private final Map<Integer, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<Spoken>> looked = new ConcurrentHashMap<>();
  private final Map<String, Pcm> unkept = new ConcurrentHashMap<>();
  private final AtomicLong unkeptBytes = new AtomicLong();
  private final AtomicInteger wanted = new AtomicInteger();
  private final boolean[] taken;
  private final ExecutorService workers;
  private volatile boolean closed;

  /** Takes from the store what it has; {@link #start} makes the rest. */
  public Preparer(PreparedStore store, SpeechEngine engine, List<Beat> beats, Progress progress) {
    this.store = store;
    this.engine = engine;
    this.beats = List.copyOf(beats);
    this.progress = progress;
    taken = new boolean[beats.size()];
    workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("prepare-", 0).factory());
  }

  /** Begins to make what is missing, in the background. */
  public void start() {
    for (int i = 0; i < beats.size(); i++) {
      if (beats.get(i) instanceof Beat.Say) {
        workers.execute(this::prepareNext);
      }
    }
    workers.shutdown();
  }

  /**
   * What became of a beat; empty while it is being prepared. Looks into the store once, never
   * waits.
   */
  public Optional<Outcome> outcome(int beat) {
    if (beats.get(beat) instanceof Beat.Say say && !outcomes.containsKey(beat)) {
      // Whoever comes second waits for the first one's look: it would have to look itself, and must
      // not take what is there for missing.
      looked
          .computeIfAbsent(beat, _ -> store.find(say.phrase()))
          .ifPresent(
              spoken -> outcomes.putIfAbsent(beat, new Outcome.Ready(spoken, true, List.of())));
    }
    return Optional.ofNullable(outcomes.get(beat));
  }

  /** Asks that this beat and those behind it are made first. */
  public void want(int beat) {
    wanted.set(beat);
  }

  /**
   * The sound of speech that is ready.
   *
   * @throws IOException if its file has been removed or damaged since
   */
  public Pcm sound(String clip) throws IOException {
    Pcm sound = unkept.get(clip);
    return sound != null ? sound : store.sound(clip);
  }

  /** Which beats have no speech yet, by number. Looks for files, not into them. */
  public List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < beats.size(); i++) {
      if (beats.get(i) instanceof Beat.Say say
          && !outcomes.containsKey(i)
          && !store.has(say.phrase())) {
        missing.add(i);
      }
    }
    return missing;
  }

  /** Lets go of what has not begun yet. */
  @Override
  public void close() {
    closed = true;
    workers.shutdownNow();
  }

  /** Waits until what had begun before it was closed is done, at most so long. */
  public void awaitEnd(Duration most) throws InterruptedException {
    var _ = workers.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void prepareNext() {
    int beat = take();
    if (beat < 0 || !(beats.get(beat) instanceof Beat.Say say)) {
      return;
    }
    Outcome outcome = outcome(beat).orElseGet(() -> makeOrFail(say.phrase()));
    if (!closed) {
      outcomes.put(beat, outcome);
      progress.done(say, outcome);
    }
  }

  /** Every beat gets an outcome, whatever happens: a player and a person wait for it. */
  private Outcome makeOrFail(Phrase phrase) {
    try {
      return make(phrase);
    } catch (RuntimeException | OutOfMemoryError bug) {
      Logger.error(bug, "a line could not be prepared");
      return new Outcome.Failed(
          Sentence.of("'{0}' could not be prepared: {1}", phrase.text(), bug.toString()));
    }
  }

  /**
   * The first beat from the wanted one on that nobody has taken, else the first of all; -1 if there
   * is none.
   */
  private int take() {
    synchronized (taken) {
      int from = wanted.get();
      for (int i = 0; i < taken.length; i++) {
        int beat = (from + i) % taken.length;
        if (!taken[beat] && beats.get(beat) instanceof Beat.Say) {
          taken[beat] = true;
          return beat;
        }
      }
      return -1;
    }
  }

  private Outcome make(Phrase phrase) {
    Utterance utterance;
    try {
      utterance = engine.speak(phrase);
    } catch (SpeechFault fault) {
      return new Outcome.Failed(fault.sentence());
    }
    if (utterance.phones().isEmpty()) {
      return new Outcome.Ready(Spoken.nothing(phrase), true, utterance.unspoken());
    }
    try {
      return new Outcome.Ready(store.keep(phrase, utterance), true, utterance.unspoken());
    } catch (IOException e) {
      return holdInMemory(phrase, utterance, e);
    }
  }

  /**
   * A full disk does not silence the robot: sound is held until the story is over, as far as memory
   * goes.
   */
  private Outcome holdInMemory(Phrase phrase, Utterance utterance, IOException why) {
    long bytes = 4L * utterance.sound().samples().length;
    if (unkeptBytes.addAndGet(bytes) > MOST_UNKEPT_BYTES) {
      return new Outcome.Failed(
          Sentence.of(
              "'{0}' could not be kept on the disk ({1}); free some space there",
              phrase.text(), Reason.of(why)));
    }
    String key = store.key(phrase);
    unkept.put(key, utterance.sound());
    List<Sentence> notes = new ArrayList<>(utterance.unspoken());
    notes.add(
        Sentence.of("could not be kept on the disk ({0}); free some space there", Reason.of(why)));
    Spoken spoken =
        new Spoken(key, utterance.sound().length(), utterance.phones(), utterance.words());
    return new Outcome.Ready(spoken, false, notes);
  }
}
