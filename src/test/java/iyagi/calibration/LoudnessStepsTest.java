package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.ForwardingSink;
import iyagi.audio.Loudness;
import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.audio.Pcm;
import iyagi.audio.sim.SilentSink;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Measuring the loudness: what is typed, what is heard, what is kept. */
final class LoudnessStepsTest {
  private static final double CEILING_DBA = 72;

  private final ManualClock clock = new ManualClock();
  private final List<Say> said = new ArrayList<>();
  private final List<LoudnessTable> kept = new ArrayList<>();
  private final LoudnessSteps steps =
      new LoudnessSteps(
          CEILING_DBA,
          table -> {
            kept.add(table);
            return "here";
          });
  private final Ear ear = new Ear(new SilentSink(clock, Sentence.plain("test")));
  private boolean noSound;
  private final Speakers speakers = new Speakers(this::sound, -6);
  private final LoudnessTalk talk = new LoudnessTalk(steps, speakers, clock, said::add);

  /** The loudest sample since it was asked last. */
  private static final class Ear extends ForwardingSink {
    private int peak;

    Ear(AudioSink inside) {
      super(inside);
    }

    @Override
    public void write(short[] frames, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        peak = Math.max(peak, Math.abs(frames[i]));
      }
      super.write(frames, offset, count);
    }

    int peak() {
      int heard = peak;
      peak = 0;
      return heard;
    }
  }

  private AudioSink sound() {
    if (noSound) {
      throw new AudioFault(Sentence.plain("no sound device here"));
    }
    return ear;
  }

  private void type(String... lines) {
    for (String line : lines) {
      talk.typed(line);
      run(Duration.ofMillis(600));
    }
  }

  private void run(Duration time) {
    for (long i = time.toMillis() / 20; i > 0; i--) {
      clock.advance(Duration.ofMillis(20));
      talk.step();
    }
  }

  private List<String> keys() {
    List<String> keys = said.stream().map(Say::key).toList();
    said.clear();
    return keys;
  }

  @Test
  void whatTheMeterShowsIsKept() {
    type("", "45", "", "52,5 dB", "", "60.25dB(A)", "", "skip", "", "71", "save");
    assertEquals(
        List.of(
            new LoudnessTable(
                List.of(
                    new Step(20, 45), new Step(40, 52.5), new Step(60, 60.25), new Step(100, 71)))),
        kept);
    type("quit");
    assertTrue(talk.over());
    assertEquals("bye", keys().getLast());
  }

  @Test
  void nothingIsHeardBeforeEnterAndEachStepIsLouder() {
    type("50", "help", "skip", "back");
    assertEquals(0, ear.peak());
    type("");
    int quiet = ear.peak();
    assertTrue(quiet > 0);
    type("45");
    run(Duration.ofSeconds(1));
    ear.peak();
    run(Duration.ofSeconds(1));
    assertEquals(0, ear.peak(), "silent until Enter");
    type("");
    run(Duration.ofSeconds(1));
    assertEquals(8, 20 * Math.log10(ear.peak() / (double) quiet), 3);
  }

  @Test
  void noLoudStepIsComeUponWithoutHavingHeardThoseBelowIt() {
    type("skip", "skip", "skip", "skip", "");
    assertEquals(20, steps.level());
    type("skip", "skip", "skip", "");
    assertEquals(40, steps.level());
    assertEquals(2, Collections.frequency(keys(), "loud.unheard") - 4);
    type("back", "skip", "");
    assertEquals(40, steps.level(), "what has been heard once may be left out");
  }

  /**
   * By the signal 8 dB lie between two steps of 20; 6 more are the meter's and the loudspeaker's.
   */
  @Test
  void moreThanTheSignalCanGiveIsNotNotedAlsoOverAStepThatWasLeftOut() {
    type("", "50", "", "64", "", "skip", "", "86.1", "86");
    assertEquals(
        List.of("loud.jump", "loud.noted", "loud.enough", "loud.done"),
        keys().stream().skip(9).toList());
  }

  @Test
  void aReadingCountsAfterTheNoiseHasEndedButNotForANoiseThatWasNotHeard() {
    type("", "off", "45");
    assertEquals("loud.next", keys().getLast());
    noSound = true;
    speakers.close();
    type("", "53");
    assertEquals(List.of("loud.plays", "loud.silent", "loud.first", "loud.next"), keys());
  }

  @Test
  void neverGetsLouderThanTheRobotMaySpeak() {
    type("", "60", "", "72.5");
    assertEquals(
        List.of(
            "loud.plays",
            "loud.noted",
            "loud.next",
            "loud.plays",
            "loud.noted",
            "loud.enough",
            "loud.done"),
        keys());
    type("", "skip", "");
    ear.peak();
    run(Duration.ofSeconds(1));
    assertEquals(0, ear.peak());
    type("save");
    assertEquals(List.of(new Step(20, 60), new Step(40, 72.5)), kept.getFirst().steps());
  }

  @Test
  void oneStepThatIsTooLoudAsksForLessAmplifier() {
    type("", "80", "save");
    assertTrue(kept.isEmpty());
    assertTrue(keys().contains("loud.too"));
  }

  @Test
  void aReadingThatCannotBeIsNotNoted() {
    type("", "19", "121", "1e3", "-5", "loud");
    assertEquals(
        List.of(
            "loud.plays",
            "loud.outside",
            "loud.outside",
            "loud.unknown",
            "loud.unknown",
            "loud.unknown"),
        keys());
    type("50", "", "50", "49", "50.9", "64.1", "save");
    assertTrue(kept.isEmpty());
    assertEquals(
        List.of(
            "loud.noted",
            "loud.next",
            "loud.plays",
            "loud.flat",
            "loud.flat",
            "loud.flat",
            "loud.jump",
            "loud.few",
            "loud.next"),
        keys());
    type("back", "skip", "", "55", "", "60", "save");
    assertEquals(List.of(new Step(40, 55), new Step(60, 60)), kept.getFirst().steps());
  }

  @Test
  void offAndAMinuteWithoutALineSilenceIt() {
    type("");
    talk.typed("off");
    run(Duration.ofMillis(40));
    ear.peak();
    run(Duration.ofSeconds(1));
    assertEquals(0, ear.peak());
    type("");
    run(Duration.ofSeconds(59));
    assertTrue(ear.peak() > 0);
    run(Duration.ofSeconds(2));
    ear.peak();
    run(Duration.ofSeconds(1));
    assertEquals(0, ear.peak());
    assertEquals("loud.idle", keys().getLast());
  }

  @Test
  void aMissingLoudspeakerIsSaidAndTriedAgainByEnter() {
    noSound = true;
    type("");
    assertEquals(List.of("loud.plays", "loud.silent"), keys());
    noSound = false;
    type("");
    assertTrue(ear.peak() > 0);
  }

  @Test
  void endingWithoutSavingHasToBeSaidTwice() {
    type("", "45", "quit");
    assertFalse(talk.over());
    type("quit");
    assertTrue(talk.over());
    assertEquals(0, steps.level());
  }

  @Test
  void whateverIsTypedTheVolumeRisesByOneStepAtATimeAndTheTableIsInOrder() {
    SplittableRandom random = new SplittableRandom(8);
    List<String> words =
        List.of("", "", "off", "skip", "back", "show", "save", "quit", "45", "60", "71", "90", "x");
    LoudnessLines lines = new LoudnessLines(steps);
    int before = 0;
    int loudest = 0;
    for (int i = 0; i < 10_000; i++) {
      var _ = lines.read(words.get(random.nextInt(words.size())));
      int level = steps.level();
      assertTrue(level == 0 || before == 0 || level == before, "never louder while it sounds");
      before = level;
      loudest = Math.max(loudest, level);
    }
    assertEquals(100, loudest);
    assertFalse(kept.isEmpty());
  }

  /** As loud as speech, and as much power in an octave of low tones as in one of high ones. */
  @Test
  void theNoiseIsPinkAndAsLoudAsSpeech() {
    float[] noise = PinkNoise.speechLoud().samples();
    assertEquals(-20, Loudness.lufs(noise, Pcm.RATE_HZ), 0.1);
    double low = power(noise, 250, 500);
    assertEquals(0, 10 * Math.log10(power(noise, 1000, 2000) / low), 1);
    assertEquals(0, 10 * Math.log10(power(noise, 4000, 8000) / low), 1);
    for (float sample : noise) {
      assertTrue(Math.abs(sample) < 0.8, "peak " + sample);
    }
  }

  /** Goertzel's algorithm over blocks of 2048 samples. */
  private static double power(float[] samples, double fromHz, double toHz) {
    int block = 2048;
    double sum = 0;
    for (int start = 0; start + block <= samples.length; start += 16 * block) {
      for (int bin = (int) Math.ceil(fromHz * block / Pcm.RATE_HZ);
          bin < toHz * block / Pcm.RATE_HZ;
          bin++) {
        double turn = 2 * Math.cos(2 * Math.PI * bin / block);
        double last = 0;
        double beforeLast = 0;
        for (int i = 0; i < block; i++) {
          double next = samples[start + i] + turn * last - beforeLast;
          beforeLast = last;
          last = next;
        }
        sum += last * last + beforeLast * beforeLast - turn * last * beforeLast;
      }
    }
    return sum;
  }
}
