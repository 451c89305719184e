package iyagi.bench;

import iyagi.audio.AudioSink;
import iyagi.audio.Pcm;
import iyagi.audio.Sounds;
import iyagi.audio.sim.SilentSink;
import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.Player;
import iyagi.performance.PreparedStory;
import iyagi.prepared.PreparedStore;
import iyagi.prepared.Preparer;
import iyagi.score.Beat;
import iyagi.score.Composer;
import iyagi.score.Manner;
import iyagi.score.Script;
import iyagi.service.Names;
import iyagi.speech.SpeechEngine;
import iyagi.speech.mary.MarySpeechEngine;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long after the start command the first frame of a prepared story is written to the sound
 * device: 200 starts of a real player on a thread of its own, on a device that keeps time in
 * silence. Every start has a story that nothing of was composed or read before. Twice: from the
 * command on with the story's file read beforehand, as a robot has it that knows its stories; and
 * from the name of the file on, with reading and checking it and looking through the store. The
 * yardstick is a command that does nothing (to stop an idle player), from giving it until the
 * player has obeyed it.
 */
public final class StartBench {
  private static final int STARTS = 200;
  private static final int WARM_UP = 20;
  private static final Duration STEP = Duration.ofMillis(8);
  private static final NanoClock CLOCK = NanoClock.system();

  private final LinkedBlockingQueue<Long> written = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Long> dropped = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<PerformanceEvent> ended = new LinkedBlockingQueue<>();
  private final Random random = new Random(7);
  private final Player player = new Player(new Watched(), 0, CLOCK, this::heard);
  private final SpeechEngine engine = new MarySpeechEngine();
  private final Map<String, Pcm> sounds =
      Sounds.names().stream()
          .collect(Collectors.toMap(Function.identity(), s -> Sounds.named(s).orElseThrow()));
  private final PreparedStore store;
  private volatile boolean open = true;
  private volatile boolean waiting;

  private StartBench(PreparedStore store) {
    this.store = store;
  }

  /** Notes when it is told something; otherwise silence that keeps time. */
  private final class Watched implements AudioSink {
    private final AudioSink silence = new SilentSink(CLOCK, Sentence.plain("silence"));

    @Override
    public Sentence name() {
      return silence.name();
    }

    @Override
    public int room() {
      return silence.room();
    }

    @Override
    public void write(short[] frames, int offset, int count) {
      silence.write(frames, offset, count);
      if (waiting) {
        waiting = false;
        written.add(CLOCK.nanos());
      }
    }

    @Override
    public long heard() {
      return silence.heard();
    }

    @Override
    public void hold() {
      silence.hold();
    }

    @Override
    public void hush() {
      silence.hush();
    }

    @Override
    public void resume() {
      silence.resume();
    }

    @Override
    public void drop() {
      silence.drop();
      dropped.add(CLOCK.nanos());
    }

    @Override
    public void close() {
      silence.close();
    }
  }

  /** A story to be started, and its player's work until then. */
  @FunctionalInterface
  private interface Opening {
    PassageSource story() throws IOException;
  }

  /** Measures with the packaged program's bundled story. */
  public static void main(String[] args) throws Exception {
    Sheet.open("Start command to first frame of a prepared story");
    try (Scratch scratch = new Scratch()) {
      scratch.prepareBear();
      try (SpeechEngine version = new MarySpeechEngine()) {
        new StartBench(new PreparedStore(scratch.data().resolve("speech"), version.version()))
            .measure();
      }
    }
  }

  private void measure() throws Exception {
    Thread thread = Thread.ofPlatform().name("player").start(this::play);
    Path file = Path.of("stories/bear/story.en.md");
    List<Beat> beats = Script.of(read(file));
    starts(WARM_UP, () -> opened(beats));
    Spread known = starts(STARTS, () -> opened(beats));
    Spread named = starts(STARTS, () -> lookedThrough(Script.of(read(file))));
    Spread empty = nothings();
    open = false;
    thread.join();
    Sheet.line("command to first frame:          %s", known.text());
    Sheet.line("file, check, command to frame:   %s", named.text());
    Sheet.line("yardstick, a command for nothing: %s", empty.text());
    Sheet.goal("p99 under 50 ms");
  }

  private Spread starts(int count, Opening opening) throws IOException, InterruptedException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      anyTime();
      written.clear();
      waiting = true;
      long start = CLOCK.nanos();
      player.command(new Command.Start(opening.story(), 0));
      nanos[i] = next(written) - start;
      player.command(new Command.Stop());
      next(ended);
    }
    return new Spread(nanos);
  }

  private Spread nothings() throws InterruptedException {
    long[] nanos = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      anyTime();
      dropped.clear();
      long start = CLOCK.nanos();
      player.command(new Command.Stop());
      nanos[i] = next(dropped) - start;
    }
    return new Spread(nanos);
  }

  /** So that commands come at any moment between two steps of the player. */
  private void anyTime() {
    LockSupport.parkNanos(random.nextLong(5_000_000, 25_000_000));
  }

  private static <T> T next(LinkedBlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("the player did not answer within 10 s");
    }
    return next;
  }

  private static Story read(Path file) {
    if (new StoryReader(Names.vocabulary()).read(file) instanceof ReadResult.Read(Story story, _)) {
      return story;
    }
    throw new IllegalStateException(file + " cannot be read");
  }

  private PassageSource opened(List<Beat> beats) {
    return story(beats, new Preparer(store, engine, beats, (_, _) -> {}));
  }

  private PassageSource lookedThrough(List<Beat> beats) {
    Preparer preparer = new Preparer(store, engine, beats, (_, _) -> {});
    if (!preparer.missing().isEmpty()) {
      throw new IllegalStateException("the story has not been prepared");
    }
    return story(beats, preparer);
  }

  private PassageSource story(List<Beat> beats, Preparer preparer) {
    Composer composer =
        new Composer(Manner.USUAL, name -> sounds.get(name).length().toNanos() / 1e9);
    return new PreparedStory("The bear", beats, preparer, () -> composer, sounds);
  }

  private void heard(PerformanceEvent event) {
    if (event instanceof PerformanceEvent.Ended) {
      ended.add(event);
    }
  }

  private void play() {
    try {
      while (open) {
        player.await(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
