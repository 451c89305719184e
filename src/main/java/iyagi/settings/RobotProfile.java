package iyagi.settings;

import iyagi.motion.JointProfile;
import java.util.List;

/**
 * What one make of robot has and may do.
 *
 * @param id of the make, lower case letters, digits and hyphens: "owl"
 * @param title for people
 * @param servos how they are reached
 * @param joints in the order in which they are powered; none twice, no channel twice
 * @param lights how the lamps are reached
 * @param buttons how the buttons are reached
 * @param cards how story cards are read
 * @param sound words of the sound device's name; "" for the first one
 * @param volumeCeilingDb no sound is ever louder than this against full scale, -60 to 0 dB
 * @param loudnessCeilingDba no speech is louder than this at 50 cm, where that has been measured,
 *     50 to 80 dB(A)
 */
public record RobotProfile(
    String id,
    String title,
    Servos servos,
    List<JointProfile> joints,
    Lights lights,
    Wiring buttons,
    CardReader cards,
    String sound,
    double volumeCeilingDb,
    double loudnessCeilingDba) {
  /** Copies the joints. */
  public RobotProfile {
    joints = List.copyOf(joints);
  }
}
