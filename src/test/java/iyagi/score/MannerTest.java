package iyagi.score;

import static iyagi.speech.Viseme.ALVEOLAR;
import static iyagi.speech.Viseme.OPEN_VOWEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Colour;
import iyagi.light.Colours;
import iyagi.motion.Gestures;
import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.story.Credits;
import iyagi.story.Direction;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.story.WordList;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What children get who need less, more time, more light or more words. */
final class MannerTest {
  private static final Step.Mark WAVE = new Step.Mark(4, true, new Direction.Gesture("wave"));
  private static final Step.Mark YELLOW = new Step.Mark(4, false, new Direction.Glow("yellow"));
  private static final Step.Mark BELL = new Step.Mark(4, false, new Direction.Sound("bell", false));

  private final Said hello =
      Said.of("Hey moon").word("Hey", OPEN_VOWEL).word("moon", ALVEOLAR, OPEN_VOWEL, ALVEOLAR);

  private Passage in(Manner manner, Step.Mark... marks) {
    return new Composer(manner, _ -> 1).compose(5, hello.beat(900, marks), hello.spoken());
  }

  private static <C extends Cue> C the(Class<C> kind, Passage passage) {
    return passage.cues().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static double highest(Passage passage) {
    return passage.cues().stream()
        .filter(cue -> cue instanceof Cue.Move move && move.layer() == Cue.Layer.GESTURE)
        .map(cue -> ((Cue.Move) cue).movement().tracks().get(Joint.RIGHT_ARM))
        .flatMap(List::stream)
        .mapToDouble(Keyframes.Knot::degrees)
        .max()
        .orElseThrow();
  }

  @Test
  void calmMovesLessSlowerDarkerAndSofterAndBreathesLonger() {
    Passage usual = in(Manner.USUAL, WAVE, YELLOW, BELL);
    Passage calm = in(Manner.CALM, WAVE, YELLOW, BELL);
    assertEquals(0.6, highest(calm) / highest(usual), 1e-9);
    assertEquals(0.3, the(Cue.Sound.class, calm).gain(), 1e-9);
    assertTrue(
        the(Cue.Speak.class, calm).at().compareTo(the(Cue.Speak.class, usual).at().plusMillis(500))
            >= 0);
    Colour yellow = Colours.named("yellow").orElseThrow();
    assertEquals(yellow.times(0.4), the(Cue.Glow.class, calm).pattern().colour());
  }

  @Test
  void aSlowerStrokeStillLandsOnItsWord() {
    Passage calm = in(Manner.CALM, WAVE);
    Cue.Move wave =
        (Cue.Move)
            calm.cues().stream()
                .filter(cue -> cue instanceof Cue.Move move && move.name().equals("wave"))
                .findFirst()
                .orElseThrow();
    Duration stroke = Gestures.named("wave").orElseThrow().stroke();
    double word = the(Cue.Speak.class, calm).at().toMillis() + 100;
    assertEquals(word, wave.at().toMillis() + stroke.toMillis() * 1.6, 2);
  }

  @Test
  void theMouthStaysTheSameInEveryManner() {
    for (Manner manner : Manner.ALL) {
      Passage passage = in(manner);
      Cue.Move mouth =
          (Cue.Move)
              passage.cues().stream()
                  .filter(cue -> cue instanceof Cue.Move m && m.layer() == Cue.Layer.MOUTH)
                  .findFirst()
                  .orElseThrow();
      assertEquals(Mouth.movement(hello.spoken().phones()), mouth.movement(), manner.word());
    }
  }

  @Test
  void whoHearsLittleSeesThatSomebodySpeaksUnlessTheAuthorWroteALight() {
    assertTrue(in(Manner.USUAL).cues().stream().noneMatch(Cue.Glow.class::isInstance));
    Placed plain = new Placed(0, in(Manner.HARD_OF_HEARING));
    assertTrue(Choreography.light(List.of(plain), 2.1).red() > 0.1);
    Placed lit = new Placed(0, in(Manner.HARD_OF_HEARING, YELLOW));
    Colour yellow = Colours.named("yellow").orElseThrow();
    assertEquals(yellow, Choreography.light(List.of(lit), 3.2));
  }

  @Test
  void headingsAreSaidForThoseWhoSeeLittleAndForNobodyElse() {
    Step.Line line =
        new Step.Line("", "narrator", "neutral", 1, "It was dark.", true, List.of(), Map.of(), 1);
    Story story =
        new Story(
            "owl",
            "Owl",
            Locale.ENGLISH,
            Optional.empty(),
            Credits.NONE,
            List.of(
                new Page(1, "page-1", "The wood", List.of(line)),
                new Page(2, "page-2", "", List.of(line))));
    assertEquals(List.of("Owl", "It was dark.", "It was dark."), said(story, Manner.USUAL));
    assertEquals(
        List.of("Owl", "The wood", "It was dark.", "It was dark."), said(story, Manner.LOW_VISION));
  }

  private static List<String> said(Story story, Manner manner) {
    return Script.of(story, manner, WordList.NONE).stream()
        .filter(Beat.Say.class::isInstance)
        .map(beat -> ((Beat.Say) beat).phrase().text())
        .toList();
  }

  @Test
  void noMannerAsksForMoreMovementLightOrSoundThanTheUsualOne() {
    for (Manner manner : Manner.ALL) {
      assertTrue(manner.reach() <= 1 && manner.stretch() >= 1, manner.word());
      assertTrue(manner.light() <= 1 && manner.sounds() <= 1, manner.word());
      assertEquals(manner, Manner.named(manner.word()).orElseThrow());
    }
  }
}
