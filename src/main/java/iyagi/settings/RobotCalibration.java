package iyagi.settings;

import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was measured on one robot; joints that are not in it are as its make's profile says.
 *
 * @param joints in the order of the body
 */
public record RobotCalibration(Map<Joint, JointCalibration> joints) {
  /** Nothing has been measured. */
  public static final RobotCalibration NONE = new RobotCalibration(Map.of());

  /** Copies the joints. */
  public RobotCalibration {
    Map<Joint, JointCalibration> copy = new EnumMap<>(Joint.class);
    copy.putAll(joints);
    joints = Collections.unmodifiableMap(copy);
  }

  /** A robot of that make as it was measured. */
  public RobotProfile over(RobotProfile make) {
    return make.with(make.joints().stream().map(this::over).toList());
  }

  private JointProfile over(JointProfile make) {
    JointCalibration measured = joints.get(make.joint());
    return measured == null ? make : measured.over(make);
  }
}
