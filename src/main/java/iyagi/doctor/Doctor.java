package iyagi.doctor;

import iyagi.service.Possession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** Looks at one part after the other. */
public final class Doctor {
  private final Patient patient;
  private final Duration patience;

  /**
   * A doctor for one robot.
   *
   * @param patience how long a reader or a button may take to say that it does not work
   */
  public Doctor(Patient patient, Duration patience) {
    this.patient = patient;
    this.patience = patience;
  }

  /**
   * Looks at all parts; takes some seconds.
   *
   * @param each is told every finding as it is made
   * @return all of them
   */
  public List<Finding> look(Consumer<Finding> each) {
    try (Possession _ = Possession.take(patient.desk().places().data())) {
      return look(checks(), each);
    } catch (Possession.Refused refused) {
      return look(checksFromOutside(refused), each);
    }
  }

  private static List<Finding> look(Map<Part, Check> checks, Consumer<Finding> each) {
    List<Finding> all = new ArrayList<>();
    for (Map.Entry<Part, Check> check : checks.entrySet()) {
      List<Finding> found = look(check.getKey(), check.getValue());
      found.forEach(each);
      all.addAll(found);
    }
    return all;
  }

  /** A check that fails in a way that nobody thought of says so, and the others go on. */
  private static List<Finding> look(Part part, Check check) {
    try {
      return check.look();
    } catch (RuntimeException bug) {
      Logger.error(bug, "a part could not be looked at");
      return List.of(new Finding(part, Verdict.BROKEN, "unexpected", List.of(String.valueOf(bug))));
    }
  }

  /**
   * Looks at what costs a robot in service nothing: no device is touched, nothing is spoken, no
   * story read and no memory opened.
   */
  public static List<Finding> fromOutside(Patient patient) {
    Map<Part, Check> checks = new EnumMap<>(Part.class);
    SetupCheck setup = new SetupCheck(patient);
    checks.put(Part.PROGRAM, setup::program);
    checks.put(Part.PROFILE, setup::profile);
    MachineCheck machine = new MachineCheck(patient);
    checks.put(Part.DISK, machine::disk);
    checks.put(Part.CLOCK, machine::clock);
    checks.put(Part.MACHINE, machine::vitals);
    return look(checks, _ -> {});
  }

  /** What can be looked at whoever has the robot. */
  private Map<Part, Check> checksOfPaperAndDisk() {
    Map<Part, Check> checks = new EnumMap<>(Part.class);
    SetupCheck setup = new SetupCheck(patient);
    checks.put(Part.PROGRAM, setup::program);
    checks.put(Part.SETTINGS, setup::settings);
    checks.put(Part.PROFILE, setup::profile);
    checks.put(Part.VOICES, new VoicesCheck(patient.desk()));
    checks.put(Part.STORIES, new StoriesCheck(patient.desk()));
    checks.put(Part.MEMORY, new MemoryCheck(patient));
    MachineCheck machine = new MachineCheck(patient);
    checks.put(Part.DISK, machine::disk);
    checks.put(Part.CLOCK, machine::clock);
    checks.put(Part.MACHINE, machine::vitals);
    return checks;
  }

  private Map<Part, Check> checks() {
    Map<Part, Check> checks = checksOfPaperAndDisk();
    checks.put(Part.BROKER, new BrokerCheck(patient));
    patient
        .make()
        .map(make -> new DeviceCheck(patient.desk().hardware(), make, patience))
        .ifPresent(
            devices -> {
              checks.put(Part.SOUND, () -> devices.sound(patient.sound()));
              checks.put(Part.SERVOS, devices::servos);
              checks.put(Part.LAMPS, devices::lamps);
              checks.put(Part.BUTTONS, devices::buttons);
              checks.put(Part.CARDS, devices::cards);
            });
    return checks;
  }

  private Map<Part, Check> checksFromOutside(Possession.Refused refused) {
    Map<Part, Check> checks = checksOfPaperAndDisk();
    boolean known = !refused.holder().isEmpty();
    Object said = known ? refused.holder() : refused.sentence();
    String key = known ? "busy" : "closed";
    for (Part part : List.of(Part.SERVOS, Part.BROKER)) {
      checks.put(part, () -> List.of(Finding.of(part, Verdict.UNSEEN, key, said)));
    }
    return checks;
  }
}
