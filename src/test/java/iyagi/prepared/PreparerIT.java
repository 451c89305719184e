package iyagi.prepared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.prepared.Preparer.Outcome;
import iyagi.score.Beat;
import iyagi.score.Said;
import iyagi.speech.HummingEngine;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreparerIT {
  @TempDir private Path folder;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private final HummingEngine engine = new HummingEngine();

  private List<Beat> beats(String... texts) {
    List<Beat> beats = new ArrayList<>();
    for (String text : texts) {
      beats.add(Said.of(text).beat(400));
    }
    return beats;
  }

  private Preparer prepare(PreparedStore store, List<Beat> beats) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(beats.size());
    Preparer preparer =
        new Preparer(
            store,
            engine,
            beats,
            (beat, outcome) -> {
              if (outcome instanceof Outcome.Ready(_, _, List<Sentence> notes)) {
                notes.forEach(note -> told.add(note.toString()));
              }
              done.countDown();
            });
    preparer.start();
    done.await();
    return preparer;
  }

  @Test
  void makesEveryLineOnceAndTakesItFromTheStoreFromThenOn() throws Exception {
    PreparedStore store = new PreparedStore(folder, engine.version());
    try (Preparer first = prepare(store, beats("one", "two", "three"))) {
      assertEquals(List.of(), first.missing());
    }
    assertEquals(3, engine.spoken());
    try (Preparer second = prepare(store, beats("three", "one", "two"))) {
      assertInstanceOf(Outcome.Ready.class, second.outcome(0).orElseThrow());
    }
    assertEquals(3, engine.spoken());
  }

  @Test
  void aLineThatCannotBeSpokenLeavesTheOthersAlone() throws Exception {
    PreparedStore store = new PreparedStore(folder, engine.version());
    try (Preparer preparer = prepare(store, beats("one", "bad", "two"))) {
      assertEquals(
          new Outcome.Failed(Sentence.of("'{0}' could not be spoken", "bad")),
          preparer.outcome(1).orElseThrow());
      assertInstanceOf(Outcome.Ready.class, preparer.outcome(2).orElseThrow());
    }
  }

  @Test
  void aDiskThatTakesNothingMoreStillLetsTheStoryBeReadAndIsTold() throws Exception {
    PreparedStore store = new PreparedStore(folder, engine.version());
    try (Preparer before = prepare(store, beats("one"))) {
      assertEquals(List.of(), before.missing());
    }
    for (int i = 0;
        i < 256;
        i++) { // a file where the store would make a folder: nothing can be written
      Path shelf = folder.resolve("%02x".formatted(i));
      if (!Files.exists(shelf)) {
        Files.writeString(shelf, "");
      }
    }
    try (Preparer preparer = prepare(store, beats("one", "two and more"))) {
      Outcome.Ready ready =
          assertInstanceOf(Outcome.Ready.class, preparer.outcome(1).orElseThrow());
      assertEquals(4800, preparer.sound(ready.spoken().clip()).samples().length);
      assertTrue(told.getFirst().contains("could not be kept on the disk"), told.toString());
      assertInstanceOf(Outcome.Ready.class, preparer.outcome(0).orElseThrow());
    }
  }

  @Test
  void knowsWhatIsMissingWithoutMakingIt() throws IOException {
    PreparedStore store = new PreparedStore(folder, engine.version());
    try (Preparer preparer = new Preparer(store, engine, beats("one", "two"), (_, _) -> {})) {
      assertEquals(List.of(0, 1), preparer.missing());
    }
    assertEquals(0, engine.spoken());
  }
}
