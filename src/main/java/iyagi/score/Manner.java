package iyagi.score;

import iyagi.motion.Gesture;
import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.motion.Keyframes.Knot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a story is given, for who listens. All of them keep to what the robot's profile allows; none
 * asks for more movement, sound or light than {@link #USUAL}. The shares are our own choice.
 *
 * @param word by which it is known: "calm"
 * @param life how much the robot moves of itself
 * @param reach share of each gesture's angle, above 0 to 1; the mouth and the eyelids keep theirs
 * @param stretch how much longer gestures take, 1 to 3
 * @param light share of the lamps' brightness, 0 to 1
 * @param sounds gain of sounds that are no speech, 0 to 1
 * @param breath added before each sentence
 * @param speaksInLight whether the lamps glow while somebody speaks and the author wrote no light
 * @param saysHeadings whether the heading of a page is said, too
 */
public record Manner(
    String word,
    Liveliness life,
    double reach,
    double stretch,
    double light,
    double sounds,
    Duration breath,
    boolean speaksInLight,
    boolean saysHeadings) {
  /** For everybody. */
  public static final Manner USUAL =
      new Manner("usual", Liveliness.FULL, 1, 1, 1, 1, Duration.ZERO, false, false);

  /** For children who are easily overwhelmed: less, slower, softer, with more time. */
  public static final Manner CALM =
      new Manner("calm", Liveliness.CALM, 0.6, 1.6, 0.4, 0.3, Duration.ofMillis(500), false, false);

  /** For children who see little: what stands above a page is heard, and there is more time. */
  public static final Manner LOW_VISION =
      new Manner("low-vision", Liveliness.FULL, 1, 1, 1, 1, Duration.ofMillis(300), false, true);

  /**
   * For children who hear little: time to read the captions, a light that says who speaks is
   * speaking, a face that stays where it can be read, and no sound that competes with words.
   */
  public static final Manner HARD_OF_HEARING =
      new Manner(
          "hard-of-hearing", Liveliness.CALM, 1, 1, 1, 0.5, Duration.ofSeconds(1), true, false);

  /** All of them, in the order in which a person is offered them. */
  public static final List<Manner> ALL = List.of(USUAL, CALM, LOW_VISION, HARD_OF_HEARING);

  /** The one with that word. */
  public static Optional<Manner> named(String word) {
    return ALL.stream().filter(each -> each.word.equals(word)).findFirst();
  }

  /** The same with another life of its own. */
  public Manner with(Liveliness other) {
    return new Manner(
        word, other, reach, stretch, light, sounds, breath, speaksInLight, saysHeadings);
  }

  /** A gesture as it is made in this manner. */
  Gesture of(Gesture gesture) {
    if (reach == 1 && stretch == 1) {
      return gesture;
    }
    Map<Joint, List<Knot>> tracks = new EnumMap<>(Joint.class);
    gesture.movement().tracks().forEach((joint, knots) -> tracks.put(joint, of(joint, knots)));
    Duration stroke = Duration.ofNanos((long) (gesture.stroke().toNanos() * stretch));
    return new Gesture(gesture.name(), new Keyframes(tracks), stroke);
  }

  private List<Knot> of(Joint joint, List<Knot> knots) {
    double share = joint == Joint.MOUTH || joint == Joint.EYELIDS ? 1 : reach;
    List<Knot> made = new ArrayList<>();
    for (Knot knot : knots) {
      made.add(new Knot(knot.seconds() * stretch, knot.degrees() * share));
    }
    return made;
  }
}
