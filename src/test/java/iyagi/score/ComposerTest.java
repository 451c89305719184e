package iyagi.score;

import static iyagi.speech.Viseme.ALVEOLAR;
import static iyagi.speech.Viseme.OPEN_VOWEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Gesture;
import iyagi.motion.Gestures;
import iyagi.motion.Joint;
import iyagi.story.Direction;
import iyagi.story.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComposerTest {
  private final Composer composer = new Composer(Manner.USUAL, _ -> 1.5);
  private final Composer still = new Composer(Manner.USUAL.with(Liveliness.OFF), _ -> 1.5);
  private final Said moon =
      Said.of("Who took the moon?")
          .word("Who", OPEN_VOWEL, OPEN_VOWEL)
          .word("took", ALVEOLAR, OPEN_VOWEL)
          .word("the", ALVEOLAR)
          .word("moon?", ALVEOLAR, OPEN_VOWEL, ALVEOLAR);

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static <C extends Cue> C the(Class<C> kind, Passage passage) {
    List<C> all = passage.cues().stream().filter(kind::isInstance).map(kind::cast).toList();
    assertEquals(1, all.size(), () -> kind.getSimpleName() + " in " + passage.cues());
    return all.getFirst();
  }

  private static Cue.Move move(Passage passage, String name) {
    return passage.cues().stream()
        .filter(cue -> cue instanceof Cue.Move move && move.name().equals(name))
        .map(Cue.Move.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPinnedGesturesStrokeLandsOnItsWord() {
    Step.Mark wave = new Step.Mark(13, true, new Direction.Gesture("wave"));
    Passage passage = composer.compose(5, moon.beat(450, wave), moon.spoken());
    Gesture gesture = Gestures.named("wave").orElseThrow();
    double word = seconds(the(Cue.Speak.class, passage).at()) + 0.5;
    assertEquals(word, seconds(move(passage, "wave").at()) + seconds(gesture.stroke()), 1e-6);
  }

  @Test
  void takesALongerBreathWhenAGestureNeedsTimeToGetReady() {
    Step.Mark first = new Step.Mark(0, true, new Direction.Gesture("wave"));
    Passage passage = composer.compose(5, moon.beat(100, first), moon.spoken());
    double stroke = seconds(Gestures.named("wave").orElseThrow().stroke());
    assertTrue(stroke > 0.1);
    assertEquals(stroke, seconds(the(Cue.Speak.class, passage).at()), 1e-6);
  }

  @Test
  void breathesNoLongerThanTheBeatSaysWhenNothingHasToGetReady() {
    Passage passage = composer.compose(5, moon.beat(450), moon.spoken());
    assertEquals(Duration.ofMillis(450), the(Cue.Speak.class, passage).at());
    assertEquals(Duration.ofMillis(450 + 800), passage.length());
  }

  @Test
  void aDirectionBehindTheLastWordBeginsWhenTheSpeechEnds() {
    Step.Mark end = new Step.Mark(18, false, new Direction.Glow("yellow"));
    Passage passage = still.compose(5, moon.beat(450, end), moon.spoken());
    assertEquals(Duration.ofMillis(450 + 800), the(Cue.Glow.class, passage).at());
  }

  @Test
  void theMouthMovesWithTheSpeechAndIsShutBeforeIt() {
    Passage passage = still.compose(5, moon.beat(450), moon.spoken());
    List<Placed> placed = List.of(new Placed(0, passage));
    assertEquals(0, Choreography.degrees(placed, 0.44, Joint.MOUTH));
    assertTrue(Choreography.degrees(placed, 0.60, Joint.MOUTH) > 5);
  }

  @Test
  void anActIsWaitedForWithItsBreath() {
    Passage passage =
        still.compose(1, new Beat.Act(1, Duration.ofMillis(450), new Direction.Gesture("clap")));
    double length = seconds(Gestures.named("clap").orElseThrow().movement().length());
    assertEquals(0.45 + length + 0.2, seconds(passage.length()), 1e-6);
    assertEquals(0.45, seconds(move(passage, "clap").at()), 1e-6);
  }

  @Test
  void aSoundIsWaitedForAsLongAsItLasts() {
    Passage passage =
        still.compose(1, new Beat.Act(1, Duration.ZERO, new Direction.Sound("bell", true)));
    assertEquals(1.7, seconds(passage.length()), 1e-6);
    assertTrue(the(Cue.Sound.class, passage).gain() < 0.5);
  }

  @Test
  void aQuestionIsFollowedByPatienceOfTheLengthAsked() {
    Passage passage = still.compose(1, new Beat.Think(1, Duration.ZERO, Duration.ofSeconds(4)));
    assertInstanceOf(Passage.Kind.Patience.class, passage.kind());
    assertEquals(Duration.ofSeconds(4), passage.length());
  }

  @Test
  void whereTheAuthorWroteNothingTheBodyLivesAndWithoutLifeItIsStill() {
    Passage lively = composer.compose(4, new Beat.Think(1, Duration.ZERO, Duration.ofSeconds(20)));
    Passage dead = still.compose(4, new Beat.Think(1, Duration.ZERO, Duration.ofSeconds(20)));
    double most = 0;
    for (double t = 0; t < 20; t += 0.02) {
      most = Math.max(most, Choreography.degrees(List.of(new Placed(0, lively)), t, Joint.EYELIDS));
    }
    assertTrue(most > 29, "the eyes shut once at least: " + most);
    assertEquals(List.of(), dead.cues());
  }

  @Test
  void theHeadStaysWhereItLooksFromOnePassageToTheNext() {
    Beat think = new Beat.Think(1, Duration.ZERO, Duration.ofSeconds(3));
    for (int number = 0; number < 12; number++) {
      Passage one = composer.compose(number, think);
      Passage two = composer.compose(number + 1, think);
      assertEquals(
          Choreography.degrees(List.of(new Placed(0, one)), 3, Joint.HEAD_YAW),
          Choreography.degrees(List.of(new Placed(0, two)), 0, Joint.HEAD_YAW),
          1e-9);
    }
  }

  @Test
  void thePassageOfTheSameBeatIsAlwaysTheSame() {
    assertEquals(
        composer.compose(7, moon.beat(450), moon.spoken()),
        new Composer(Manner.USUAL, _ -> 1.5).compose(7, moon.beat(450), moon.spoken()));
  }

  @Test
  void aPageTurnIsAChimeAndALookDownAndThenTime() {
    Beat turn = new Beat.TurnPage(2, Duration.ofMillis(900), Duration.ofSeconds(12));
    Passage passage = still.compose(5, turn);
    assertInstanceOf(Passage.Kind.PageTurn.class, passage.kind());
    assertEquals(Duration.ofMillis(12_900), passage.length());
    assertEquals(2, passage.cues().size());
    assertTrue(
        passage.cues().getFirst() instanceof Cue.Sound sound && sound.name().equals("chime"));
    assertTrue(
        passage.cues().getLast() instanceof Cue.Move move && move.name().equals("look_down"));
    passage.cues().forEach(cue -> assertEquals(Duration.ofMillis(900), cue.at()));
  }
}
