package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Loudness;
import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.audio.sim.TapeSink;
import iyagi.light.FlashLimit;
import iyagi.light.sim.SimLamps;
import iyagi.motion.Body;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.sim.SimOutputGate;
import iyagi.motion.sim.SimServoBus;
import iyagi.narration.ReadAloud;
import iyagi.narration.RecordedEngine;
import iyagi.performance.PreparedStory;
import iyagi.performance.Rehearsal;
import iyagi.score.Beat;
import iyagi.score.Cue;
import iyagi.score.Manner;
import iyagi.score.Passage;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.HummingEngine;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Korean story is read from recordings, by the player that children hear. */
final class RecordedStoryIT {
  private static final String RABBIT =
      """
      ---
      title: 토끼와 달
      language: ko
      license: CC0
      ---
      # 토끼와 달

      ## 숲속
      작은 토끼가 달을 보았어요. {wave on "달을"} 달이 웃었어요. {pause 1s} 토끼도 웃었어요.

      > Ask: 달이 어디에 있나요?
      > Wait: 2s
      > Say: 하늘에 있어요.

      ## 집으로
      토끼는 집으로 갔어요.
      """;

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final List<String> told = new ArrayList<>();
  private Desk desk;
  private Path story;

  @BeforeEach
  void open() throws IOException {
    story = Files.createDirectories(folder.resolve("stories/rabbit"));
    Files.writeString(story.resolve("story.ko.md"), RABBIT);
    desk = TestDesk.in(folder, new RecordedEngine(new HummingEngine()), new FailingParts(), clock);
  }

  /** Each line has its own tone, so that it can be told from the others by ear. */
  private ReadAloud first() {
    return new ReadAloud(24_000)
        .pause(0.5)
        .tone(2.0, 200)
        .pause(0.8)
        .tone(1.0, 300)
        .pause(0.7)
        .tone(1.3, 400)
        .pause(0.8)
        .tone(1.5, 500)
        .pause(0.7)
        .tone(1.2, 600)
        .pause(0.5);
  }

  @Test
  void aRecordingWithARegionHidesNoneWithoutOne() throws IOException {
    Files.writeString(
        story.resolve("story.ko.md"), RABBIT.replace("language: ko", "language: ko-KR"));
    for (String name : List.of("ko/page-1.wav", "ko/page-2.wav", "ko-KR/page-2.wav")) {
      Path file = story.resolve("narration").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a voice");
    }
    StoryAtHand at =
        StoryAtHand.read(
                desk,
                desk.library().editions().getFirst(),
                sentence -> told.add(sentence.toString()))
            .orElseThrow();
    Narration narration = Narration.of(at.edition(), at.story());
    assertEquals(story.resolve("narration/ko/page-1.wav"), narration.files().get(1));
    assertEquals(story.resolve("narration/ko-KR/page-2.wav"), narration.files().get(2));
    assertEquals(List.of(), narration.strays());
  }

  private Path narration(String name) {
    return story.resolve("narration/ko").resolve(name);
  }

  private void record() throws IOException {
    first().write(narration("page-1.wav"), 0.4, -65);
    new ReadAloud(44_100 / 2)
        .pause(0.3)
        .tone(1.6, 700)
        .pause(0.3)
        .write(narration("집으로.wav"), 2, -65);
  }

  private StoryAtHand rabbit() {
    return StoryAtHand.find(desk, "rabbit", sentence -> told.add(sentence.toString()))
        .orElseThrow();
  }

  @Test
  void itWaitsForThePagesThatNobodyHasReadAloudAndSaysWhich() throws IOException {
    assertTrue(
        Preparation.of(
                desk,
                rabbit(),
                () -> Manner.USUAL,
                sentence -> told.add(sentence.toString()),
                Headway.UNSEEN)
            .isEmpty());
    assertTrue(told.getLast().endsWith("Nobody hums Korean."), told.getLast());
    first().write(narration("01.wav"), 0.4, -65);
    assertTrue(
        Preparation.of(
                desk,
                rabbit(),
                () -> Manner.USUAL,
                sentence -> told.add(sentence.toString()),
                Headway.UNSEEN)
            .isEmpty());
    assertTrue(told.getLast().endsWith("one more recording of someone reading aloud: page 2."));
    String before = desk.library().editions().getFirst().sha256();
    new ReadAloud(16_000).pause(2).write(narration("moon.wav"), 1, -90);
    var edition = desk.library().editions().getFirst();
    assertEquals(
        "this recording belongs to no page and is not used",
        Narration.warnings(edition, rabbit().story()).get(narration("moon.wav")).getFirst().text());
    record();
    assertTrue(rabbit().silence(desk).isEmpty());
    assertNotEquals(before, desk.library().editions().getFirst().sha256());
  }

  @Test
  void isHeardInOrderWithGestureCaptionsAndMouthInTime() throws Exception {
    record();
    StoryAtHand at = rabbit();
    try (Preparation work =
        Preparation.of(
                desk,
                at,
                () -> Manner.USUAL,
                sentence -> told.add(sentence.toString()),
                Headway.UNSEEN)
            .orElseThrow()) {
      work.start();
      work.finish();
      assertEquals(List.of(), told);
      assertEquals(0, work.failed());
      PreparedStory ready = work.forPlayer();
      List<Passage> passages = Rehearsal.asPlayed(ready);
      List<String> captions = new ArrayList<>();
      double now = 0;
      TreeMap<Double, Double> sounding = new TreeMap<>();
      for (Passage passage : passages) {
        for (Cue cue : passage.cues()) {
          if (cue instanceof Cue.Speak speak && !speak.words().isEmpty()) {
            captions.add(speak.text());
            double start = now + seconds(speak.at());
            sounding.put(
                start + seconds(speak.words().getFirst().start()),
                start + seconds(speak.words().getLast().end()));
          }
        }
        now += seconds(passage.length());
      }
      assertEquals(
          List.of(
              "작은 토끼가 달을 보았어요.",
              "달이 웃었어요.",
              "토끼도 웃었어요.",
              "달이 어디에 있나요?",
              "하늘에 있어요.",
              "토끼는 집으로 갔어요."),
          captions);
      gestureLandsOnItsWord(passages, at);
      play(ready, sounding);
      heard(sounding);
    }
  }

  /**
   * The tone lasts 2 s for 11 syllables and 4 words; "달을" begins behind 5 syllables and 2 words.
   */
  private static void gestureLandsOnItsWord(List<Passage> passages, StoryAtHand at) {
    Passage first =
        passages.stream()
            .filter(p -> at.beats().get(p.number()) instanceof Beat.Say)
            .findFirst()
            .orElseThrow();
    Cue.Move wave =
        first.cues().stream()
            .filter(Cue.Move.class::isInstance)
            .map(Cue.Move.class::cast)
            .filter(move -> move.name().equals("wave"))
            .findFirst()
            .orElseThrow();
    Cue.Speak speak =
        first.cues().stream()
            .filter(Cue.Speak.class::isInstance)
            .map(Cue.Speak.class::cast)
            .findFirst()
            .orElseThrow();
    double stroke =
        seconds(wave.at()) + seconds(iyagi.motion.Gestures.named("wave").orElseThrow().stroke());
    double tone = seconds(speak.at()) + seconds(speak.words().getFirst().start());
    assertEquals(tone + 2.0 * 7 / 15, stroke, 0.05);
  }

  private void play(PreparedStory ready, NavigableMap<Double, Double> sounding) throws IOException {
    RobotProfile owl =
        ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/owl.yaml")))
            .profile();
    Body body =
        new Body(
            owl.joints(),
            new GuardedServoBus(new SimServoBus(owl.joints(), clock), new SimOutputGate()));
    int[] open = {0};
    try (TapeSink tape = new TapeSink(clock, folder.resolve("tape.wav"))) {
      Rehearsal.play(
          ready,
          tape,
          0,
          clock,
          new Rehearsal.Stand(body, new FlashLimit(new SimLamps())),
          (seconds, commanded) -> {
            if (commanded.has(Joint.MOUTH) && commanded.degrees(Joint.MOUTH, 0) > 2) {
              open[0]++;
              var before = sounding.floorEntry(seconds + 0.25);
              assertTrue(
                  before != null && seconds < before.getValue() + 0.25,
                  "the mouth is open at " + seconds + " s, in silence");
            }
          });
    }
    assertTrue(open[0] > 100, "the mouth was open for " + open[0] + " ticks");
  }

  /** Each tone is on the tape at its time, as loud as speech. */
  private void heard(NavigableMap<Double, Double> sounding) throws IOException {
    Pcm tape;
    try (InputStream in = Files.newInputStream(folder.resolve("tape.wav"))) {
      tape = Wav.read(in);
    }
    List<Integer> tones = List.of(200, 300, 400, 500, 600, 700);
    int next = 0;
    for (var each : sounding.entrySet()) {
      float[] part =
          Arrays.copyOfRange(
              tape.samples(),
              (int) ((each.getKey() + 0.1) * Pcm.RATE_HZ),
              (int) ((each.getValue() - 0.1) * Pcm.RATE_HZ));
      int crossings = 0;
      for (int i = 1; i < part.length; i++) {
        crossings += part[i - 1] < 0 && part[i] >= 0 ? 1 : 0;
      }
      assertEquals(tones.get(next++), crossings * (double) Pcm.RATE_HZ / part.length, 15);
      assertEquals(-20, Loudness.lufs(part, Pcm.RATE_HZ), 2.5);
    }
  }

  private static double seconds(java.time.Duration time) {
    return time.toNanos() / 1e9;
  }
}
