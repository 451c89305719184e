package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.sim.SilentSink;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the player relies on in every sink, shown on the silent one, and on one whose device goes
 * away.
 */
final class SinkTest {
  private final ManualClock clock = new ManualClock();
  private final SilentSink sink = new SilentSink(clock, Sentence.plain("silent"));

  private void write(AudioSink to, int frames) {
    to.write(new short[frames], 0, frames);
  }

  private void pass(int millis) {
    clock.advance(Duration.ofMillis(millis));
  }

  @Test
  void hears48FramesAMillisecondAndNoMoreThanWereWritten() {
    write(sink, 960);
    assertEquals(0, sink.heard());
    pass(10);
    assertEquals(480, sink.heard());
    pass(100);
    assertEquals(960, sink.heard());
  }

  @Test
  void beginsToHearWhenSomethingIsWrittenAndNotBefore() {
    pass(500);
    write(sink, 480);
    assertEquals(0, sink.heard());
    pass(5);
    assertEquals(240, sink.heard());
  }

  @Test
  void holdsAtOnceAndGoesOnWhereItStood() {
    write(sink, 960);
    pass(5);
    sink.hold();
    pass(1000);
    assertEquals(240, sink.heard());
    sink.resume();
    pass(5);
    assertEquals(480, sink.heard());
  }

  @Test
  void countsOnFromWhatWasHeardAfterADrop() {
    write(sink, 960);
    pass(5);
    sink.drop();
    pass(100);
    assertEquals(240, sink.heard());
    write(sink, 100);
    pass(100);
    assertEquals(340, sink.heard());
  }

  @Test
  void hasRoomForATenthOfASecond() {
    assertEquals(4800, sink.room());
    write(sink, 4000);
    assertEquals(800, sink.room());
    pass(10);
    assertEquals(1280, sink.room());
  }

  @Test
  void losesNoTimeToRoundingOverAnHourOfSmallSteps() {
    long written = 0;
    for (int step = 0; step < 3_600_000 / 7; step++) {
      written += sink.room();
      write(sink, sink.room());
      pass(7);
    }
    assertTrue(written - sink.heard() <= 4800);
    assertEquals(3_600_000L / 7 * 7 * 48, sink.heard());
  }

  /** A device that can be unplugged. */
  private static final class Plug extends ForwardingSink {
    private boolean gone;

    Plug(AudioSink inside) {
      super(inside);
    }

    @Override
    public Sentence name() {
      return Sentence.plain("loudspeaker");
    }

    @Override
    public int room() {
      check();
      return super.room();
    }

    @Override
    public void write(short[] frames, int offset, int count) {
      check();
      super.write(frames, offset, count);
    }

    private void check() {
      if (gone) {
        throw new AudioFault(Sentence.plain("the sound device 'loudspeaker' is gone"));
      }
    }
  }

  @Test
  void keepsTimeInSilenceWhileItsDeviceIsGoneAndComesBackByItself() {
    List<Plug> opened = new ArrayList<>();
    List<SteadfastSink.Change> changes = new ArrayList<>();
    boolean[] there = {true};
    SteadfastSink steadfast =
        new SteadfastSink(
            () -> {
              if (!there[0]) {
                throw new AudioFault(Sentence.plain("still gone"));
              }
              opened.add(new Plug(new SilentSink(clock, Sentence.plain(""))));
              return opened.getLast();
            },
            () -> new SilentSink(clock, Sentence.plain("silence")),
            clock,
            changes::add);
    write(steadfast, 480);
    pass(5);
    assertEquals(240, steadfast.heard());
    opened.getFirst().gone = true;
    there[0] = false;
    assertEquals(4800, steadfast.room());
    assertEquals(
        480, steadfast.heard(), "what the device held counts as heard: nobody waits for it");
    write(steadfast, 480);
    pass(5);
    assertEquals(720, steadfast.heard());
    pass(2500);
    steadfast.room();
    there[0] = true;
    pass(2500);
    steadfast.room();
    assertEquals(960, steadfast.heard());
    assertEquals(
        List.of(
            new SteadfastSink.Change.Lost(Sentence.plain("the sound device 'loudspeaker' is gone")),
            new SteadfastSink.Change.Back(Sentence.plain("loudspeaker"))),
        changes);
  }

  @Test
  void fallsThroughWhenNoDeviceIsThereAtTheStart() {
    assertThrows(
        AudioFault.class,
        () ->
            new SteadfastSink(
                () -> {
                  throw new AudioFault(Sentence.plain("no sound device"));
                },
                () -> sink,
                clock,
                _ -> {}));
  }

  @Test
  void aDeviceThatLooksFullForEverAndPlaysNothingCountsAsLost() {
    List<SteadfastSink.Change> changes = new ArrayList<>();
    SilentSink stuck = new SilentSink(clock, Sentence.plain("stuck card"));
    SteadfastSink steadfast =
        new SteadfastSink(
            () -> stuck,
            () -> new SilentSink(clock, Sentence.plain("silence")),
            clock,
            changes::add);
    write(steadfast, 4800);
    stuck.hold();
    for (int i = 0; i < 49; i++) {
      assertEquals(0, steadfast.room());
      pass(10);
    }
    assertEquals(List.of(), changes);
    pass(30);
    assertEquals(4800, steadfast.room());
    assertEquals(1, changes.size());
    assertEquals(4800, steadfast.heard());
  }

  @Test
  void aDeviceThatWasEmptiedLongAgoIsNotTakenForAStuckOne() {
    List<SteadfastSink.Change> changes = new ArrayList<>();
    SteadfastSink steadfast =
        new SteadfastSink(
            () -> sink, () -> new SilentSink(clock, Sentence.plain("")), clock, changes::add);
    write(steadfast, steadfast.room());
    assertEquals(0, steadfast.room());
    steadfast.drop();
    pass(60_000);
    write(steadfast, steadfast.room());
    assertEquals(0, steadfast.room());
    assertEquals(List.of(), changes);
  }

  @Test
  void aHeldDeviceIsNotTakenForAStuckOne() {
    SteadfastSink steadfast =
        new SteadfastSink(
            () -> sink,
            () -> new SilentSink(clock, Sentence.plain("silence")),
            clock,
            change -> {
              throw new AssertionError(change);
            });
    write(steadfast, 4800);
    steadfast.hold();
    for (int i = 0; i < 1000; i++) {
      steadfast.room();
      pass(10);
    }
    steadfast.resume();
    steadfast.room();
    pass(10);
    assertEquals(480, steadfast.room());
  }

  @Test
  void aDeviceThatWasNotThereAtTheStartIsTakenWhenItComes() {
    boolean[] there = {false};
    List<SteadfastSink.Change> changes = new ArrayList<>();
    SteadfastSink steadfast =
        new SteadfastSink(
            new SilentSink(clock, Sentence.plain("none yet")),
            () -> {
              if (!there[0]) {
                throw new AudioFault(Sentence.plain("no sound device"));
              }
              return new Plug(new SilentSink(clock, Sentence.plain("")));
            },
            () -> sink,
            clock,
            changes::add);
    write(steadfast, 480);
    pass(2500);
    steadfast.room();
    assertEquals("none yet", steadfast.name().toString());
    assertEquals(480, steadfast.heard());
    there[0] = true;
    pass(2500);
    steadfast.room();
    assertEquals("loudspeaker", steadfast.name().toString());
    assertEquals(480, steadfast.heard());
    assertEquals(List.of(new SteadfastSink.Change.Back(Sentence.plain("loudspeaker"))), changes);
  }

  @Test
  void aDeviceThatIsBackRisesFromSilence() {
    List<short[]> written = new ArrayList<>();
    ForwardingSink ear =
        new ForwardingSink(new SilentSink(clock, Sentence.plain("back"))) {
          @Override
          public void write(short[] frames, int offset, int count) {
            written.add(Arrays.copyOfRange(frames, offset, offset + count));
            super.write(frames, offset, count);
          }
        };
    SteadfastSink steadfast =
        new SteadfastSink(
            new SilentSink(clock, Sentence.plain("none yet")),
            () -> ear,
            () -> sink,
            clock,
            _ -> {});
    pass(2500);
    steadfast.room();
    for (int block = 0; block < 20; block++) {
      short[] loud = new short[960];
      Arrays.fill(loud, (short) 10_000);
      steadfast.write(loud, 0, loud.length);
      pass(20);
    }
    assertEquals(0, written.getFirst()[0]);
    assertEquals(5_000, written.get(7)[480], 1);
    assertEquals(10_000, written.get(15)[0]);
  }
}
