package iyagi.service;

import iyagi.performance.PreparedStory;
import iyagi.prepared.PreparedStore;
import iyagi.prepared.Preparer;
import iyagi.prepared.Preparer.Outcome;
import iyagi.score.Beat;
import iyagi.score.Composer;
import iyagi.score.Manner;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One story on its way to being ready: what of its speech is there, what is missing, and the work
 * of making it.
 */
public final class Preparation implements AutoCloseable {
  private static final Duration LAST = Duration.ofSeconds(3);

  private final StoryAtHand story;
  private final Preparer preparer;
  private final Supplier<Composer> composer;
  private final Consumer<Sentence> tell;
  private final Headway bar;
  private final List<Integer> missing;
  private final CountDownLatch done;
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger unkept = new AtomicInteger();

  private Preparation(
      Desk desk,
      StoryAtHand story,
      PreparedStore store,
      Supplier<Manner> manner,
      Consumer<Sentence> tell,
      Headway bar) {
    this.story = story;
    this.tell = tell;
    this.bar = bar;
    preparer = new Preparer(store, desk.engine(), story.beats(), this::done);
    composer = () -> new Composer(manner.get(), story::soundSeconds);
    missing = preparer.missing();
    done = new CountDownLatch(lines());
  }

  /**
   * Looks what is there; a language that nobody here speaks, or a store that cannot be used, is
   * told.
   *
   * @param manner asked for each passage
   */
  public static Optional<Preparation> of(
      Desk desk, StoryAtHand story, Supplier<Manner> manner, Consumer<Sentence> tell, Headway bar) {
    try {
      PreparedStore store = new PreparedStore(desk.places().speech(), desk.engine().version());
      Preparation preparation = new Preparation(desk, story, store, manner, tell, bar);
      Optional<Sentence> silence = story.silence(desk);
      if (!preparation.missing.isEmpty() && silence.isPresent()) {
        tell.accept(
            Sentence.of(
                "'{0}' cannot be read aloud yet. {1}", story.story().title(), silence.get()));
        preparation.close();
        return Optional.empty();
      }
      return Optional.of(preparation);
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "The folder for prepared speech, {0}, cannot be used: {1}",
              desk.places().speech(), Reason.of(e)));
      return Optional.empty();
    }
  }

  /**
   * As {@link #of}; where nothing can be kept, the story is read all the same, from a place that
   * does not last.
   */
  public static Optional<Preparation> forReading(
      Desk desk, StoryAtHand story, Supplier<Manner> manner, Consumer<Sentence> tell) {
    Desk here = desk;
    try {
      Files.createDirectories(desk.places().speech());
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "The folder for prepared speech, {0}, cannot be used: {1}. The story is read, but"
                  + " nothing is kept of it.",
              desk.places().speech(), Reason.of(e)));
      here = desk.keepingNothing();
    }
    return of(here, story, manner, tell, Headway.UNSEEN);
  }

  /** How many lines have to be spoken. */
  private int lines() {
    return (int) story.beats().stream().filter(Beat.Say.class::isInstance).count();
  }

  /** How many lines are not there yet. */
  public int missing() {
    return missing.size();
  }

  /** How many lines could not be spoken. */
  public int failed() {
    return failed.get();
  }

  /** How many lines could not be kept, and will have to be made again. */
  public int unkept() {
    return unkept.get();
  }

  /** Begins to make what is missing, in the background. */
  public void start() {
    bar.begin(lines());
    preparer.start();
  }

  /** Waits until every line is ready or has failed. */
  public void finish() throws InterruptedException {
    done.await();
    bar.end();
  }

  /** The story for a player; ready line by line. */
  public PreparedStory forPlayer() {
    return new PreparedStory(
        story.story().title(), story.beats(), preparer, composer, story.sounds());
  }

  private void done(Beat.Say beat, Outcome outcome) {
    switch (outcome) {
      case Outcome.Ready(_, boolean kept, List<Sentence> notes) -> {
        unkept.addAndGet(kept ? 0 : 1);
        notes.forEach(note -> tell(beat, note));
      }
      case Outcome.Failed(Sentence reason) -> {
        failed.incrementAndGet();
        tell(beat, reason);
      }
    }
    bar.step();
    done.countDown();
  }

  private synchronized void tell(Beat.Say beat, Sentence message) {
    bar.interrupt();
    tell.accept(
        Sentence.of("{0}: warning: {1}", story.edition().file() + ":" + beat.source(), message));
  }

  /** Lets go of what has not begun yet. */
  @Override
  public void close() {
    preparer.close();
  }

  /** Closes, and waits a little for what has begun. */
  void end() {
    close();
    try {
      preparer.awaitEnd(LAST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
