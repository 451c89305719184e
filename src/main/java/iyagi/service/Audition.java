package iyagi.service;

import iyagi.audio.Pcm;
import iyagi.light.Colour;
import iyagi.motion.Pose;
import iyagi.prepared.PreparedStore;
import iyagi.score.Beat;
import iyagi.score.Composer;
import iyagi.score.Composer.Spoken;
import iyagi.score.Manner;
import iyagi.score.Passage;
import iyagi.score.Placed;
import iyagi.settings.RobotProfile;
import iyagi.speech.Phrase;
import iyagi.story.Story;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * A story that somebody hears and sees before children do, passage by passage, without the robot:
 * nothing sounds or moves there and no session is remembered, but what is spoken for it is kept for
 * readings. Holds times only, no sound. Any thread.
 */
public final class Audition {
  /** Frames a second. */
  public static final int FRAMES_HZ = Mime.RATE_HZ;

  /** Movements of so many passages before may run on into one. */
  private static final int BEFORE = 3;

  private static final Pattern CLIP = Pattern.compile("[0-9a-f]{40}");

  private final Desk desk;
  private final RobotProfile robot;
  private final Story story;
  private final Path file;
  private final List<Beat> beats;
  private final Map<String, Double> soundSeconds = new HashMap<>();
  private final PreparedStore store;
  private final Speaking speaking;
  private final Composer composer;
  private final AtomicReferenceArray<Passage> composed;

  /** Makes a phrase that is not kept yet. */
  @FunctionalInterface
  interface Speaking {
    Speech speak(Phrase phrase, PreparedStore into) throws IOException, InterruptedException;
  }

  /** What became of a phrase. */
  sealed interface Speech {
    /**
     * It has been spoken, or shown to be unspeakable.
     *
     * @param notes what of it is not spoken, and why
     */
    record Made(Spoken spoken, List<Sentence> notes) implements Speech {}

    /** Not now. */
    record Not(Wait why) implements Speech {}
  }

  /** Why a sentence that is not kept yet cannot be made now. */
  public enum Wait {
    /** The robot is reading: a reading has the speech engine and the processor for itself. */
    ROBOT_READS,
    /** Sentences for others are made first. */
    OTHERS_FIRST
  }

  /** A passage, or why there is none now. */
  public sealed interface Take {
    /**
     * To be heard and seen.
     *
     * @param passage its cues, timed from its start
     * @param frames what is seen, {@link #FRAMES_HZ} a second from its start
     * @param notes what of the text is not spoken, and why
     */
    record Shown(Passage passage, List<Frame> frames, List<Sentence> notes) implements Take {
      /** Copies its lists. */
      public Shown {
        frames = List.copyOf(frames);
        notes = List.copyOf(notes);
      }
    }

    /** Not now. */
    record Not(Wait why) implements Take {}
  }

  /**
   * What is seen at one moment.
   *
   * @param pose of the joints that the robot has
   * @param light of its lamps
   */
  public record Frame(Pose pose, Colour light) {}

  Audition(Desk desk, RobotProfile robot, StoryAtHand at, PreparedStore store, Speaking speaking) {
    this.desk = desk;
    this.robot = robot;
    this.store = store;
    this.speaking = speaking;
    story = at.story();
    file = at.edition().file();
    beats = at.beats();
    at.sounds().keySet().forEach(name -> soundSeconds.put(name, at.soundSeconds(name)));
    composer = new Composer(Manner.USUAL, name -> soundSeconds.getOrDefault(name, 0.0));
    composed = new AtomicReferenceArray<>(beats.size());
  }

  /** What is heard. */
  public Story story() {
    return story;
  }

  /** What its passages are made from, in their order. */
  public List<Beat> beats() {
    return beats;
  }

  /**
   * A passage; its sentence is spoken first if it is not kept yet, which takes seconds.
   *
   * @param number from 0 to less than there are beats
   * @throws IOException if speech cannot be kept or read
   * @throws InterruptedException if this thread is to end
   */
  public Take passage(int number) throws IOException, InterruptedException {
    Optional<Passage> ready = ready(number);
    List<Sentence> notes = List.of();
    if (ready.isEmpty() && beats.get(number) instanceof Beat.Say say) {
      switch (speaking.speak(say.phrase(), store)) {
        case Speech.Not(Wait why) -> {
          return new Take.Not(why);
        }
        case Speech.Made(Spoken spoken, List<Sentence> told) -> {
          ready = Optional.of(composer.compose(number, say, spoken));
          notes = told;
          composed.set(number, spoken.clip().isEmpty() ? null : ready.get());
        }
      }
    }
    Passage passage = ready.orElseThrow();
    return new Take.Shown(passage, Mime.of(desk, robot, behind(passage), passage.length()), notes);
  }

  /** A passage that needs nothing to be made. */
  private Optional<Passage> ready(int number) {
    if (composed.get(number) == null) {
      Beat beat = beats.get(number);
      composed.set(
          number,
          beat instanceof Beat.Say say
              ? store.find(say.phrase()).map(s -> composer.compose(number, say, s)).orElse(null)
              : composer.compose(number, beat));
    }
    return Optional.ofNullable(composed.get(number));
  }

  /** The passage at second 0, behind those before it, as far as they are there. */
  private List<Placed> behind(Passage passage) {
    List<Placed> placed = new ArrayList<>(List.of(new Placed(0, passage)));
    for (int i = passage.number() - 1; i >= 0 && i >= passage.number() - BEFORE; i--) {
      Optional<Passage> before = ready(i);
      if (before.isEmpty()) {
        break;
      }
      double start = placed.getFirst().start() - before.get().length().toNanos() / 1e9;
      placed.addFirst(new Placed(start, before.get()));
    }
    return placed;
  }

  /**
   * A spoken clip that a passage names.
   *
   * @throws IOException if there is none of that name
   */
  public Pcm speech(String clip) throws IOException {
    if (!CLIP.matcher(clip).matches()) {
      throw new Hindrance(Sentence.of("there is no speech '{0}'", clip));
    }
    return store.sound(clip);
  }

  /**
   * A sound that a passage names.
   *
   * @throws IOException if there is none of that name
   */
  public Pcm sound(String name) throws IOException {
    if (!soundSeconds.containsKey(name)) {
      throw new Hindrance(Sentence.of("there is no sound '{0}'", name));
    }
    return StoryAtHand.sound(name, file);
  }
}
