package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class GesturesTest {
  /** Speed and acceleration as in firmware-config/robots/owl.yaml. */
  private static final Map<Joint, double[]> OWL =
      Map.of(
          Joint.MOUTH, new double[] {400, 12_000},
          Joint.HEAD_YAW, new double[] {100, 500},
          Joint.HEAD_PITCH, new double[] {100, 500},
          Joint.HEAD_ROLL, new double[] {100, 500},
          Joint.LEFT_ARM, new double[] {130, 600},
          Joint.RIGHT_ARM, new double[] {130, 600},
          Joint.EYELIDS, new double[] {300, 6_000},
          Joint.WAIST, new double[] {50, 200});

  private static Gesture gesture(String name) {
    return Gestures.named(name).orElseThrow();
  }

  @Test
  void everyGestureThatStoriesMayNameIsThere() {
    assertEquals(
        Set.of(
            "nod",
            "shake",
            "wave",
            "clap",
            "hug",
            "look_up",
            "look_down",
            "look_left",
            "look_right",
            "peek",
            "bow",
            "stretch",
            "sleep",
            "dance",
            "yawn",
            "think",
            "jump",
            "shrug",
            "point",
            "listen",
            "cheer"),
        Gestures.names());
    assertTrue(Gestures.named("nodd").isEmpty());
    for (String name : Gestures.names()) {
      assertEquals(name, gesture(name).name());
    }
  }

  @Test
  void everyGestureStartsAndEndsAtRestAndIsNeitherAFlickNorAShow() {
    for (String name : Gestures.names()) {
      Keyframes movement = gesture(name).movement();
      double length = movement.length().toNanos() / 1e9;
      assertTrue(length >= 0.8 && length <= 4, name + " takes " + length + " s");
      for (Joint joint : movement.joints()) {
        assertEquals(0, movement.degrees(joint, 0), name + " " + joint);
        assertEquals(0, movement.degrees(joint, length), name + " " + joint);
      }
    }
  }

  @Test
  void everyGestureStaysInsideTheRangeOfItsJoints() {
    for (String name : Gestures.names()) {
      gesture(name)
          .movement()
          .tracks()
          .forEach(
              (joint, knots) ->
                  knots.forEach(
                      knot ->
                          assertTrue(
                              knot.degrees() >= joint.low() && knot.degrees() <= joint.high(),
                              name + " " + joint + " " + knot)));
    }
  }

  /** Minimum jerk: peak speed 1.875 D/T, peak acceleration 10/√3 D/T² (Flash and Hogan 1985). */
  @Test
  void everyStepOfEveryGestureIsSlowEnoughForTheOwl() {
    Map<String, String> tooFast = new TreeMap<>();
    for (String name : Gestures.names()) {
      gesture(name)
          .movement()
          .tracks()
          .forEach(
              (joint, knots) -> {
                for (int i = 1; i < knots.size(); i++) {
                  double way = Math.abs(knots.get(i).degrees() - knots.get(i - 1).degrees());
                  double time = knots.get(i).seconds() - knots.get(i - 1).seconds();
                  double speed = OWL.get(joint)[0];
                  double acceleration = OWL.get(joint)[1];
                  double least =
                      Math.max(
                          1.875 * way / speed, Math.sqrt(10 / Math.sqrt(3) * way / acceleration));
                  if (time < least) {
                    tooFast.put(name + " " + joint + " " + i, time + " s, needs " + least + " s");
                  }
                }
              });
    }
    assertEquals(Map.of(), tooFast);
  }

  @Test
  void theStrokeIsAKnotOfTheMovement() {
    for (String name : Gestures.names()) {
      Gesture gesture = gesture(name);
      double stroke = gesture.stroke().toNanos() / 1e9;
      assertTrue(
          gesture.movement().tracks().values().stream()
              .flatMap(List::stream)
              .anyMatch(knot -> Math.abs(knot.seconds() - stroke) < 1e-9 && knot.seconds() > 0),
          name);
    }
  }

  @Test
  void clapHugAndCheerUseBothArmsAlikeAndSleepShutsTheEyes() {
    for (String name : List.of("clap", "hug", "cheer")) {
      Map<Joint, List<Keyframes.Knot>> tracks = gesture(name).movement().tracks();
      assertTrue(tracks.containsKey(Joint.LEFT_ARM), name);
      assertEquals(tracks.get(Joint.LEFT_ARM), tracks.get(Joint.RIGHT_ARM), name);
    }
    Gesture sleep = gesture("sleep");
    assertEquals(
        Joint.EYELIDS.high(),
        sleep.movement().degrees(Joint.EYELIDS, sleep.stroke().toNanos() / 1e9));
  }

  @Test
  void lookingLeftIsPositiveAndLookingRightItsMirrorImage() {
    for (double t = 0; t < 3; t += 0.05) {
      assertEquals(
          gesture("look_left").movement().degrees(Joint.HEAD_YAW, t),
          -gesture("look_right").movement().degrees(Joint.HEAD_YAW, t),
          1e-12);
    }
    assertEquals(40, gesture("look_left").movement().degrees(Joint.HEAD_YAW, 1.5), 1e-12);
  }
}
