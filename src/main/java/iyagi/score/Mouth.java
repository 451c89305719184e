package iyagi.score;

import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.motion.Keyframes.Knot;
import iyagi.speech.Phone;
import iyagi.speech.Viseme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The jaw's movement for speech. Each phone has a moment at which its shape stands; the jaw is
 * under way to it before that, so that lips are shut when a "p" sounds and open when a vowel does
 * (anticipatory coarticulation: Löfqvist 1990). Shapes that could not be reached in time are made
 * smaller, vowels first, closures never.
 */
public final class Mouth {
  /** Peak speed that the plan keeps to, in degrees a second; a jaw is a small, light part. */
  public static final double MAX_SPEED = 380;

  /** Peak acceleration that the plan keeps to, in degrees a second squared: 25° in 115 ms. */
  public static final double MAX_ACCELERATION = 11_000;

  /** How early before a sound, after a pause, the jaw begins to open. */
  private static final double ANTICIPATION = 0.030;

  /** Share of the joint's range that speech uses; the rest is for yawns. */
  private static final double RANGE = 0.8;

  /**
   * A sound keeps its shape until the jaw has to leave for the next one: a wide step takes about
   * this long.
   */
  private static final double TRAVEL = 0.100;

  private static final double SHORTEST_HOLD = 0.010;

  private Mouth() {}

  /**
   * The jaw for the phones of an utterance, from 0 to the last phone's end, shut at both ends.
   *
   * @param phones in order, timed from the start of the utterance, at least one
   */
  public static Keyframes movement(List<Phone> phones) {
    List<Shape> shapes = shapes(phones);
    yieldToNeighbours(shapes);
    keepWithinReach(shapes);
    List<Knot> knots = new ArrayList<>();
    double full = Joint.MOUTH.high() * RANGE;
    for (Shape shape : shapes) {
      knots.add(new Knot(shape.at, shape.opening * full));
    }
    return new Keyframes(Map.of(Joint.MOUTH, knots));
  }

  /**
   * The moment at which a phone's shape stands: a pause and a closure when they begin, any other
   * sound a third into it, but at most 40 ms.
   */
  public static double moment(Phone phone) {
    double start = seconds(phone.start());
    double length = seconds(phone.end()) - start;
    return closed(phone.viseme()) ? start : start + Math.min(length / 3, 0.040);
  }

  private static final class Shape {
    final double at;
    final boolean hard;
    double opening;

    Shape(double at, double opening, boolean hard) {
      this.at = at;
      this.opening = opening;
      this.hard = hard;
    }
  }

  private static List<Shape> shapes(List<Phone> phones) {
    List<Shape> shapes = new ArrayList<>();
    add(shapes, 0, 0, true);
    for (Phone phone : phones) {
      double start = seconds(phone.start());
      double end = seconds(phone.end());
      double opening = phone.viseme().opening();
      if (phone.pause()) {
        add(shapes, start, 0, true);
        add(shapes, Math.max(start, end - ANTICIPATION), 0, true);
      } else if (closed(phone.viseme())) {
        add(shapes, start, 0, true);
        add(shapes, start + (end - start) / 2, 0, true);
      } else {
        add(shapes, moment(phone), opening, phone.viseme() == Viseme.LABIODENTAL);
        double leave = end - Math.max((end - start) / 3, TRAVEL);
        if (leave > moment(phone) + SHORTEST_HOLD) {
          add(shapes, leave, opening, false);
        }
      }
    }
    add(shapes, seconds(phones.getLast().end()), 0, true);
    return shapes;
  }

  /** Adds a shape; of two at the same moment the first stands. */
  private static void add(List<Shape> shapes, double at, double opening, boolean hard) {
    if (shapes.isEmpty() || at > shapes.getLast().at + 0.001) {
      shapes.add(new Shape(at, opening, hard));
    } else if (hard) {
      shapes.getLast().opening = Math.min(shapes.getLast().opening, opening);
    }
  }

  /** A short "t" between two open vowels does not pull them shut: it opens towards them. */
  private static void yieldToNeighbours(List<Shape> shapes) {
    for (int i = 1; i + 1 < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      if (!shape.hard) {
        Shape before = shapes.get(i - 1);
        Shape after = shapes.get(i + 1);
        double least =
            Math.min(before.opening - reach(before, shape), after.opening - reach(shape, after));
        shape.opening = Math.max(shape.opening, least);
      }
    }
  }

  private static void keepWithinReach(List<Shape> shapes) {
    for (int i = 1; i < shapes.size(); i++) {
      limit(shapes.get(i - 1), shapes.get(i));
    }
    for (int i = shapes.size() - 2; i >= 0; i--) {
      limit(shapes.get(i + 1), shapes.get(i));
    }
  }

  private static void limit(Shape from, Shape to) {
    to.opening = Math.min(to.opening, from.opening + reach(from, to));
  }

  /**
   * How much the opening can change between two shapes on a minimum-jerk step (peaks 1.875 D/T,
   * 5.7735 D/T²).
   */
  private static double reach(Shape a, Shape b) {
    double time = Math.abs(b.at - a.at);
    double degrees = Math.min(MAX_SPEED * time / 1.875, MAX_ACCELERATION * time * time / 5.7735);
    return degrees / (Joint.MOUTH.high() * RANGE);
  }

  private static boolean closed(Viseme viseme) {
    return viseme == Viseme.SILENCE || viseme == Viseme.BILABIAL;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
