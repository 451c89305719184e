package iyagi.doctor;

import iyagi.report.Vitals;
import iyagi.time.Moment;
import iyagi.time.Watch;
import iyagi.words.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the computer inside the robot. */
final class MachineCheck {
  /** An hour of prepared speech has 340 MB. */
  private static final long LITTLE_MEGABYTES = 1_000;

  private static final long NONE_MEGABYTES = 100;

  /**
   * From 80 °C on a Raspberry Pi slows itself down (Raspberry Pi documentation, frequency
   * management).
   */
  private static final double HOT_CELSIUS = 80;

  private final Patient patient;

  MachineCheck(Patient patient) {
    this.patient = patient;
  }

  List<Finding> disk() {
    Path data = patient.desk().places().data();
    try {
      Files.createDirectories(data);
      Files.delete(Files.createTempFile(data, "doctor", ""));
    } catch (IOException e) {
      return List.of(Finding.of(Part.DISK, Verdict.BROKEN, "closed", data, Reason.of(e)));
    }
    long free = Vitals.freeMegabytes(data);
    Verdict verdict =
        free < NONE_MEGABYTES
            ? Verdict.BROKEN
            : free < LITTLE_MEGABYTES ? Verdict.ATTENTION : Verdict.WORKS;
    String key = verdict == Verdict.WORKS ? "works" : "full";
    return List.of(Finding.of(Part.DISK, verdict, key, data, free));
  }

  List<Finding> clock() {
    Moment now = Watch.system(patient.setUp().clockTrusted()).now();
    String time =
        now.wall().atZone(patient.setUp().zone()).toLocalDateTime().withNano(0).toString();
    String vouched = patient.setUp().clockTrusted() ? "trusted" : "works";
    return List.of(
        now.quality().good()
            ? Finding.of(Part.CLOCK, Verdict.WORKS, vouched, time.replace('T', ' '))
            : Finding.of(Part.CLOCK, Verdict.ATTENTION, "free", time.replace('T', ' ')));
  }

  List<Finding> vitals() {
    Double celsius = Vitals.celsius();
    Boolean slow = Vitals.throttled();
    if (celsius == null) {
      return List.of(Finding.of(Part.MACHINE, Verdict.UNSEEN, "unknown"));
    }
    if (Boolean.TRUE.equals(slow)) {
      return List.of(Finding.of(Part.MACHINE, Verdict.ATTENTION, "slow", celsius));
    }
    return List.of(
        celsius >= HOT_CELSIUS
            ? Finding.of(Part.MACHINE, Verdict.ATTENTION, "hot", celsius)
            : Finding.of(Part.MACHINE, Verdict.WORKS, "works", celsius));
  }
}
