package iyagi.calibration;

import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.settings.JointCalibration;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.words.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has been measured of all joints of one robot, and whether it has been kept. One thread. */
final class Drafts {
  private final List<Draft> all = new ArrayList<>();
  private final Keeping<RobotCalibration> keeping;
  private RobotCalibration kept;

  Drafts(RobotProfile make, RobotCalibration measured, Keeping<RobotCalibration> keeping) {
    this.keeping = keeping;
    for (JointProfile joint : make.joints()) {
      JointCalibration known = measured.joints().get(joint.joint());
      all.add(known == null ? Draft.of(joint) : new Draft(joint, known));
    }
    kept = calibration();
  }

  int count() {
    return all.size();
  }

  Draft at(int index) {
    return all.get(index);
  }

  void set(int index, Draft draft) {
    all.set(index, draft);
  }

  /** Where a joint of that name is; -1 if this robot has none. */
  int indexOf(String key) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).make().joint().key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** The joints that are not as the make has them. */
  RobotCalibration calibration() {
    Map<Joint, JointCalibration> measured = new EnumMap<>(Joint.class);
    for (Draft draft : all) {
      if (!draft.plain()) {
        measured.put(draft.make().joint(), draft.measured());
      }
    }
    return new RobotCalibration(measured);
  }

  boolean saved() {
    return calibration().equals(kept);
  }

  List<Say> show() {
    List<Say> says = new ArrayList<>();
    all.forEach(draft -> says.add(draft.told()));
    says.add(Say.of(saved() ? "show.saved" : "show.unsaved"));
    return says;
  }

  List<Say> save() {
    try {
      RobotCalibration measured = calibration();
      String where = keeping.keep(measured);
      kept = measured;
      return List.of(Say.of("saved", where));
    } catch (IOException e) {
      return List.of(Say.of("save.failed", Reason.of(e)));
    }
  }
}
