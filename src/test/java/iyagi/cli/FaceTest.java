package iyagi.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Joint;
import iyagi.motion.Pose;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FaceTest {
  private static List<String> face(Joint joint, double degrees) {
    return Face.of(Pose.NONE.with(joint, degrees));
  }

  private static int column(List<String> face, String what) {
    return face.stream().filter(l -> l.contains(what)).findFirst().orElseThrow().indexOf(what);
  }

  @Test
  void opensItsMouthWithTheJaw() {
    assertTrue(face(Joint.MOUTH, 0).toString().contains("-----"));
    assertTrue(face(Joint.MOUTH, 20).toString().contains("( O )"));
  }

  @Test
  void shutsItsEyesWithTheLids() {
    assertTrue(face(Joint.EYELIDS, 0).toString().contains("O     O"));
    assertTrue(face(Joint.EYELIDS, 30).toString().contains("-     -"));
  }

  @Test
  void looksToItsOwnLeftWhichIsOurRight() {
    int ahead = column(face(Joint.HEAD_YAW, 0), "O     O");
    assertTrue(column(face(Joint.HEAD_YAW, 40), "O     O") > ahead);
    assertTrue(column(face(Joint.HEAD_YAW, -40), "O     O") < ahead);
  }

  @Test
  void raisesItsEyesWithTheHeadAndItsArms() {
    assertNotEquals(face(Joint.HEAD_PITCH, 0), face(Joint.HEAD_PITCH, 20));
    assertNotEquals(face(Joint.LEFT_ARM, 0), face(Joint.LEFT_ARM, 100));
  }

  @Test
  void isAlwaysOfTheSameSize() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 2000; i++) {
      Pose pose = Pose.NONE;
      for (Joint joint : Joint.values()) {
        pose = pose.with(joint, random.nextDouble(2 * joint.low() - 10, 2 * joint.high() + 10));
      }
      List<String> face = Face.of(pose);
      assertEquals(Face.LINES, face.size());
      assertTrue(face.stream().allMatch(l -> l.length() == Face.COLUMNS), String.join("\n", face));
    }
  }
}
