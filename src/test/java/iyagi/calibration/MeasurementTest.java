package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.ForwardingSink;
import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.audio.Mixer;
import iyagi.audio.Pcm;
import iyagi.audio.sim.SilentSink;
import iyagi.calibration.Measurement.Deed;
import iyagi.calibration.Measurement.Ending;
import iyagi.performance.Command;
import iyagi.performance.Player;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A measurement of the loudness by somebody at a page, on the player of a robot in service. */
final class MeasurementTest {
  private static final double CEILING_DB = -6;
  private static final Duration STEP = Duration.ofMillis(8);

  private final ManualClock clock = new ManualClock();
  private final Ear ear = new Ear(new SilentSink(clock, Sentence.plain("test")));
  private final Player player = new Player(ear, new Mixer(CEILING_DB), clock, _ -> {});
  private final List<LoudnessTable> kept = new ArrayList<>();
  private final AtomicInteger halts = new AtomicInteger();
  private final Pcm noise = PinkNoise.speechLoud();
  private final Measurement measurement =
      new Measurement(new LoudnessSteps(72, this::keep), this::sound, halts::get, clock);

  /** What has been written since it was asked last. */
  private static final class Ear extends ForwardingSink {
    private double sum;
    private int frames;

    Ear(AudioSink inside) {
      super(inside);
    }

    @Override
    public void write(short[] samples, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        sum += samples[i] * (double) samples[i];
      }
      frames += count;
      super.write(samples, offset, count);
    }

    /** Seconds of it. */
    double seconds() {
      return frames / (double) Pcm.RATE_HZ;
    }

    /** Root of the mean square, in dB of full scale. */
    double db() {
      double db = 10 * Math.log10(sum / frames / (32_767.0 * 32_767));
      sum = 0;
      frames = 0;
      return db;
    }
  }

  private String keep(LoudnessTable table) {
    kept.add(table);
    return "here";
  }

  private BorrowedSound sound(int level) {
    Speaker speaker = new Speaker(ear, new Mixer(CEILING_DB));
    speaker.repeat(noise, level);
    BorrowedSound sound =
        new BorrowedSound(speaker, clock, Measurement.NOISE, Measurement.NOISE_ALONE);
    player.command(new Command.Lend(sound));
    return sound;
  }

  private void run(Duration time) {
    for (long i = time.dividedBy(STEP); i > 0; i--) {
      player.step();
      clock.advance(STEP);
    }
  }

  /** Somebody is at the page for so long. */
  private void stay(Duration time) {
    for (long i = time.toSeconds(); i > 0; i--) {
      measurement.alive();
      run(Duration.ofSeconds(1));
    }
  }

  private void act(Deed... deeds) {
    for (Deed deed : deeds) {
      measurement.act(deed);
    }
  }

  private String said() {
    return measurement.state().said().getFirst().key();
  }

  private void silent() {
    run(Duration.ofMillis(16));
    ear.db();
    run(Duration.ofSeconds(2));
    assertEquals(0, ear.seconds());
  }

  @Test
  void nothingSoundsUntilSomebodyPressesAndTheNoiseEndsByItself() {
    silent();
    act(new Deed.Play());
    stay(Duration.ofSeconds(20));
    assertEquals(10.1, ear.seconds(), 0.05, "ten seconds, and the sink's own tenth");
    assertEquals("loud.ended", said());
    act(new Deed.Reading("45"));
    assertEquals("loud.noted", said(), "what the meter showed is still known");
    silent();
  }

  /** Each step is 8 dB above the one before: 40 dB lie between the quietest and the loudest. */
  @Test
  void eachStepIsAsLoudAsTheCommandsOwnAndNoSampleIsAboveTheCeiling() {
    double before = 0;
    for (int step = 0; step < 5; step++) {
      act(new Deed.Play());
      run(Duration.ofMillis(400));
      ear.db();
      run(Duration.ofSeconds(2));
      double db = ear.db();
      assertTrue(db < CEILING_DB);
      if (step > 0) {
        assertEquals(8, db - before, 0.5);
      }
      before = db;
      act(new Deed.Skip());
      silent();
    }
    act(new Deed.Play());
    silent();
  }

  @Test
  void itBeginsSoftly() {
    act(new Deed.Play());
    run(Duration.ofMillis(50));
    double first = ear.db();
    stay(Duration.ofSeconds(1));
    ear.db();
    stay(Duration.ofSeconds(2));
    assertTrue(first < ear.db() - 6, "0.3 s to its loudness");
  }

  @Test
  void whoIsNotHeardForThreeSecondsIsNotThereAndItsNoiseEnds() {
    act(new Deed.Play());
    run(Duration.ofSeconds(6));
    assertEquals(3.1, ear.seconds(), 0.05);
    assertEquals("loud.alone", said());
    act(new Deed.Reading("45"));
    assertEquals("loud.first", said());
    assertEquals(Optional.empty(), measurement.state().ending());
    run(Duration.ofSeconds(31));
    assertEquals(Optional.of(Ending.SILENT), measurement.state().ending());
    act(new Deed.Play());
    silent();
  }

  @Test
  void aHaltSilencesItAndWhatWasNotedStays() {
    act(new Deed.Play(), new Deed.Reading("45"), new Deed.Play());
    run(Duration.ofSeconds(1));
    halts.incrementAndGet();
    player.command(new Command.Halt());
    silent();
    assertEquals("loud.halted", said());
    assertEquals(45, measurement.state().standing().readings().get(20));
  }

  @Test
  void whatIsStartedSilencesItAndItCountsForNothing() {
    act(new Deed.Play());
    run(Duration.ofSeconds(1));
    player.command(new Command.Stop());
    silent();
    assertEquals("loud.taken", said());
    act(new Deed.Reading("45"));
    assertEquals("loud.first", said());
  }

  @Test
  void pressingSilenceOrLeavingEndsItAtOnce() {
    act(new Deed.Play());
    run(Duration.ofSeconds(1));
    act(new Deed.Hush());
    silent();
    act(new Deed.Play());
    run(Duration.ofSeconds(1));
    act(new Deed.Leave());
    silent();
    assertTrue(measurement.over());
  }

  @Test
  void nothingIsKeptUntilSomebodyWantsThat() {
    act(new Deed.Play(), new Deed.Reading("45"), new Deed.Save());
    assertEquals("loud.few", said());
    act(new Deed.Play(), new Deed.Reading(" "));
    assertEquals("loud.blank", said());
    act(new Deed.Reading("５３．５ dB"), new Deed.Reading(" x\u001b[2J "));
    assertEquals(List.of("loud.number"), List.of(said()));
    assertEquals("x?[2J", measurement.state().said().getFirst().args().getFirst());
    assertTrue(kept.isEmpty());
    act(new Deed.Save());
    assertEquals(List.of(new LoudnessTable(List.of(new Step(20, 45), new Step(40, 53.5)))), kept);
    assertEquals("loud.saved", said());
  }

  @Test
  void clicksThatWereTakenAreSaidToBeLost() {
    BorrowedClicker clicker =
        new BorrowedClicker(
            clicks -> {
              Speaker speaker = new Speaker(ear, new Mixer(CEILING_DB));
              speaker.once(clicks, 100);
              BorrowedSound sound =
                  new BorrowedSound(speaker, clock, Duration.ofSeconds(10), Duration.ofSeconds(10));
              player.command(new Command.Lend(sound));
              return sound;
            });
    clicker.once(Taps.sound());
    run(Duration.ofSeconds(2));
    clicker.feed();
    assertEquals(2, clicker.getAsDouble(), 0.05);
    player.command(new Command.Halt());
    run(Duration.ofMillis(16));
    assertTrue(Double.isNaN(clicker.getAsDouble()));
    assertThrows(AudioFault.class, clicker::feed);
    clicker.feed();
  }
}
