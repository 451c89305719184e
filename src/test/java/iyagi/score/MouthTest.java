package iyagi.score;

import static iyagi.speech.Viseme.ALVEOLAR;
import static iyagi.speech.Viseme.BILABIAL;
import static iyagi.speech.Viseme.OPEN_VOWEL;
import static iyagi.speech.Viseme.SILENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.speech.Phone;
import iyagi.speech.Viseme;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MouthTest {
  private static double at(Keyframes mouth, double seconds) {
    return mouth.degrees(Joint.MOUTH, seconds);
  }

  @Test
  void isShutWhenLipsAreAndOpenWhenAVowelSounds() {
    List<Phone> mama =
        Said.of("mama")
            .sound(BILABIAL, 120)
            .sound(OPEN_VOWEL, 200)
            .sound(BILABIAL, 120)
            .sound(OPEN_VOWEL, 200)
            .phones();
    Keyframes mouth = Mouth.movement(mama);
    assertEquals(0, at(mouth, 0.060), 0.01);
    assertTrue(at(mouth, 0.220) > 12, "first vowel: " + at(mouth, 0.220));
    assertEquals(0, at(mouth, 0.320), 0.01);
    assertTrue(at(mouth, 0.540) > 12, "second vowel: " + at(mouth, 0.540));
    assertEquals(0, at(mouth, 0.640), 0.01);
  }

  @Test
  void isOnItsWayToAShapeBeforeTheShapeSounds() {
    List<Phone> pa = Said.of("pa").sound(BILABIAL, 150).sound(OPEN_VOWEL, 200).phones();
    assertTrue(
        at(Mouth.movement(pa), 0.150) > 1, "at the vowel's first moment it is opening already");
  }

  @Test
  void staysShutThroughAPauseAndOpensAtMost30MillisecondsBeforeTheNextSound() {
    List<Phone> phones =
        Said.of("a, a").sound(OPEN_VOWEL, 200).pause(400).sound(OPEN_VOWEL, 200).phones();
    Keyframes mouth = Mouth.movement(phones);
    for (double t = 0.200; t <= 0.569; t += 0.001) {
      assertEquals(0, at(mouth, t), 0.01, "at " + t + " s");
    }
  }

  @Test
  void aShortConsonantDoesNotPullTheVowelsAroundItShut() {
    List<Phone> ata =
        Said.of("ata")
            .sound(BILABIAL, 100)
            .sound(OPEN_VOWEL, 160)
            .sound(ALVEOLAR, 40)
            .sound(OPEN_VOWEL, 160)
            .phones();
    Keyframes mouth = Mouth.movement(ata);
    assertTrue(at(mouth, 0.16) > 12, "vowel before: " + at(mouth, 0.16));
    assertTrue(at(mouth, 0.273) > 3, "the consonant: " + at(mouth, 0.273));
  }

  @Test
  void neverAsksForMoreThanAJawCanDoWhateverIsSaid() {
    SplittableRandom random = new SplittableRandom(3);
    Viseme[] all = Viseme.values();
    for (int story = 0; story < 300; story++) {
      Said said = Said.of("x");
      for (int i = 0; i < 40; i++) {
        said.sound(all[random.nextInt(all.length)], random.nextInt(15, 260));
      }
      within(Mouth.movement(said.phones()).tracks().get(Joint.MOUTH));
    }
  }

  /** Peak speed and acceleration of each minimum-jerk step in closed form. */
  private static void within(List<Keyframes.Knot> knots) {
    for (int i = 1; i < knots.size(); i++) {
      double time = knots.get(i).seconds() - knots.get(i - 1).seconds();
      double degrees = Math.abs(knots.get(i).degrees() - knots.get(i - 1).degrees());
      assertTrue(
          degrees * 1.875 / time <= Mouth.MAX_SPEED + 1e-6, "speed " + degrees * 1.875 / time);
      assertTrue(degrees * 5.7735 / time / time <= Mouth.MAX_ACCELERATION + 1e-6, "acceleration");
      assertTrue(knots.get(i).degrees() >= 0 && knots.get(i).degrees() <= Joint.MOUTH.high());
    }
  }

  @Test
  void everyPauseAndEveryClosureIsShutWhateverSurroundsIt() {
    SplittableRandom random = new SplittableRandom(4);
    Viseme[] all = Viseme.values();
    for (int story = 0; story < 200; story++) {
      Said said = Said.of("x");
      for (int i = 0; i < 30; i++) {
        said.sound(all[random.nextInt(all.length)], random.nextInt(20, 200));
      }
      Keyframes mouth = Mouth.movement(said.phones());
      for (Phone phone : said.phones()) {
        if (phone.viseme() == SILENCE || phone.viseme() == BILABIAL) {
          assertEquals(0, at(mouth, phone.start().toNanos() / 1e9 + 0.001), 0.2, phone.toString());
        }
      }
    }
  }
}
