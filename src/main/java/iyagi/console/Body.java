package iyagi.console;

import iyagi.light.Colour;
import iyagi.light.PlainLamp;
import iyagi.motion.JointProfile;
import iyagi.settings.Lights;
import iyagi.settings.RobotProfile;
import java.util.List;

/** What the robot has that moves and shines, for whoever draws it. */
final class Body implements Part {
  private final Parts parts;

  Body(RobotProfile profile) {
    parts =
        new Parts(
            profile.joints().stream().map(JointProfile::joint).map(j -> j.key()).toList(),
            kind(profile.lights()),
            profile.lights() instanceof Lights.Apa102 strip ? strip.count() : 0,
            profile.lights() instanceof Lights.Gpio plain
                ? plain.lamps().stream().map(Body::lamp).toList()
                : List.of());
  }

  /**
   * A body.
   *
   * @param joints by name: "mouth"
   * @param light one, strip, plain or none
   * @param count lamps of a strip
   * @param plain lamps that are on or off
   */
  record Parts(List<String> joints, String light, int count, List<Lamp> plain) {}

  /** One of them: its colour's red, green and blue from 0 to 1. */
  record Lamp(String name, List<Double> colour) {}

  private static String kind(Lights lights) {
    return switch (lights) {
      case Lights.Pca9685 _, Lights.Simulated _ -> "one";
      case Lights.Apa102 _ -> "strip";
      case Lights.Gpio _ -> "plain";
      case Lights.None _ -> "none";
    };
  }

  private static Lamp lamp(PlainLamp lamp) {
    Colour colour = lamp.colour();
    return new Lamp(lamp.name(), List.of(colour.red(), colour.green(), colour.blue()));
  }

  @Override
  public void routes(Door door) {
    door.get("/api/robot/body", _ -> Answer.json(parts));
  }
}
