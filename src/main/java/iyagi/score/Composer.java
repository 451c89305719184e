package iyagi.score;

import iyagi.light.Colour;
import iyagi.light.Colours;
import iyagi.light.LightPattern;
import iyagi.motion.Gesture;
import iyagi.motion.Gestures;
import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.speech.Phone;
import iyagi.speech.Phrase;
import iyagi.speech.Word;
import iyagi.story.Direction;
import iyagi.story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Sets beats out in time, one passage each. Has no state: any thread. */
public final class Composer {
  /** Silence kept free behind a movement or a sound that is waited for. */
  private static final double AFTER_ACT = 0.2;

  private static final Duration GLOW = Duration.ofSeconds(3);
  private static final double SOFT = 0.33;
  private static final Spoken NOT_SPOKEN = new Spoken("", Duration.ZERO, List.of(), List.of());

  /** In which the lamps say that somebody speaks; it stands when the first word is heard. */
  private static final String SPEECH_LIGHT = "warm";

  private static final double SPEECH_SHARE = 0.5;

  private final Manner manner;
  private final IdleLife life;
  private final ToDoubleFunction<String> soundSeconds;

  /**
   * A composer.
   *
   * @param soundSeconds how long the sound of that name lasts, in seconds
   */
  public Composer(Manner manner, ToDoubleFunction<String> soundSeconds) {
    this.manner = manner;
    life = new IdleLife(manner.life());
    this.soundSeconds = soundSeconds;
  }

  /**
   * What was made of a phrase.
   *
   * @param clip key of the sound; "" if there is none
   * @param length of the sound
   * @param phones timed from its start; empty if there is no sound
   * @param words timed from its start
   */
  public record Spoken(String clip, Duration length, List<Phone> phones, List<Word> words) {
    /** Copies its lists. */
    public Spoken {
      phones = List.copyOf(phones);
      words = List.copyOf(words);
    }

    /** A phrase that could not be spoken: a silence in which its caption can be read. */
    public static Spoken nothing(Phrase phrase) {
      return new Spoken(
          "", Duration.ofMillis(500 + 60L * phrase.text().length()), List.of(), List.of());
    }
  }

  /** The passage for a beat that says nothing. */
  public Passage compose(int number, Beat beat) {
    return switch (beat) {
      case Beat.Rest rest -> still(number, rest.page(), new Passage.Kind.Silence(), rest.length());
      case Beat.Act act -> act(number, act);
      case Beat.Think think ->
          still(number, think.page(), new Passage.Kind.Patience(), think.length());
      case Beat.TurnPage turn -> pageTurn(number, turn);
      case Beat.Choose choose ->
          still(
              number,
              choose.page(),
              new Passage.Kind.Choosing(choose.left(), choose.right(), choose.otherwise()),
              choose.length());
      case Beat.Say say ->
          throw new IllegalArgumentException("'" + say.phrase().text() + "' wants its speech");
    };
  }

  /**
   * The passage for a phrase that has been spoken: a breath, long enough for a gesture to get
   * ready, then speech.
   */
  public Passage compose(int number, Beat.Say say, Spoken spoken) {
    double lead = seconds(say.breath().plus(manner.breath()));
    for (Step.Mark mark : say.marks()) {
      if (mark.pinned() && mark.direction() instanceof Direction.Gesture(String name)) {
        Gesture gesture = gesture(name);
        lead = Math.max(lead, seconds(gesture.stroke()) - wordStart(mark.offset(), spoken));
      }
    }
    double length = lead + seconds(spoken.length());
    List<Cue> cues = new ArrayList<>();
    cues.add(
        new Cue.Speak(
            time(lead),
            say.role(),
            say.phrase().text(),
            spoken.clip(),
            spoken.length(),
            spoken.phones(),
            spoken.words()));
    if (!spoken.phones().isEmpty()) {
      cues.add(new Cue.Move(time(lead), Cue.Layer.MOUTH, "mouth", Mouth.movement(spoken.phones())));
    }
    for (Step.Mark mark : say.marks()) {
      cues.add(cue(mark, lead + wordStart(mark.offset(), spoken)));
    }
    if (manner.speaksInLight() && !spoken.clip().isEmpty()) {
      LightPattern light = LightPattern.glow(colour(SPEECH_LIGHT, SPEECH_SHARE), spoken.length());
      double early = seconds(light.rise());
      cues.add(new Cue.Glow(time(lead - early), Cue.Layer.IDLE, SPEECH_LIGHT, light));
    }
    live(cues, number, length, lead, spoken);
    return new Passage(number, say.page(), new Passage.Kind.Speech(), time(length), cues);
  }

  private Cue cue(Step.Mark mark, double word) {
    return switch (mark.direction()) {
      case Direction.Gesture(String name) -> {
        Gesture gesture = gesture(name);
        double at = mark.pinned() ? word - seconds(gesture.stroke()) : word;
        yield new Cue.Move(time(at), Cue.Layer.GESTURE, name, gesture.movement());
      }
      case Direction.Glow(String colour) ->
          new Cue.Glow(
              time(word), Cue.Layer.GESTURE, colour, LightPattern.glow(colour(colour, 1), GLOW));
      case Direction.Sound sound -> sound(word, sound);
    };
  }

  private Cue.Sound sound(double at, Direction.Sound sound) {
    return new Cue.Sound(
        time(at),
        time(soundSeconds.applyAsDouble(sound.name())),
        sound.name(),
        (sound.softly() ? SOFT : 1) * manner.sounds());
  }

  private Passage act(int number, Beat.Act act) {
    double start = seconds(act.breath());
    Cue cue = cue(new Step.Mark(0, false, act.direction()), start);
    double length = start + (cue instanceof Cue.Glow ? 1 : seconds(cue.length())) + AFTER_ACT;
    List<Cue> cues = new ArrayList<>(List.of(cue));
    live(cues, number, length, 0, NOT_SPOKEN);
    return new Passage(number, act.page(), new Passage.Kind.Silence(), time(length), cues);
  }

  private Passage still(int number, int page, Passage.Kind kind, Duration length) {
    List<Cue> cues = new ArrayList<>();
    live(cues, number, seconds(length), 0, NOT_SPOKEN);
    return new Passage(number, page, kind, length, cues);
  }

  private Passage pageTurn(int number, Beat.TurnPage turn) {
    double start = seconds(turn.breath());
    Direction.Gesture look = new Direction.Gesture("look_down");
    List<Cue> cues = new ArrayList<>();
    cues.add(cue(new Step.Mark(0, false, Beat.TurnPage.CHIME), start));
    cues.add(cue(new Step.Mark(0, false, look), start));
    double length = start + seconds(turn.length());
    live(cues, number, length, 0, NOT_SPOKEN);
    return new Passage(number, turn.page(), new Passage.Kind.PageTurn(), time(length), cues);
  }

  private void live(List<Cue> cues, int number, double length, double speechStart, Spoken spoken) {
    Map<Joint, List<Keyframes.Knot>> tracks =
        life.of(number, length, speechStart, spoken.words(), spoken.phones());
    if (!tracks.isEmpty()) {
      cues.add(new Cue.Move(Duration.ZERO, Cue.Layer.IDLE, "life", new Keyframes(tracks)));
    }
  }

  /**
   * When the word at an offset begins, in seconds of the sound; behind the last word it is the
   * sound's end.
   */
  private static double wordStart(int offset, Spoken spoken) {
    for (Word word : spoken.words()) {
      if (offset < word.to()) {
        return seconds(word.start());
      }
    }
    return seconds(spoken.length());
  }

  private Gesture gesture(String name) {
    return Gestures.named(name)
        .map(manner::of)
        .orElseThrow(
            () -> new IllegalArgumentException("the story was read with a gesture '" + name + "'"));
  }

  private Colour colour(String name, double share) {
    return Colours.named(name)
        .map(colour -> colour.times(share * manner.light()))
        .orElseThrow(
            () -> new IllegalArgumentException("the story was read with a colour '" + name + "'"));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static Duration time(double seconds) {
    return Duration.ofNanos(Math.max(0, Math.round(seconds * 1e9)));
  }
}
