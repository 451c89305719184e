package iyagi.calibration;

import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measuring how loud a robot is, one step of its volume after the other, from quiet to loud. Knows
 * no terminal and no sound: lines go in, sentences and a volume come out. One thread.
 *
 * <p>It is silent until Enter is pressed, gets louder only after the step before has been measured
 * or left out, and never goes on after a reading that reaches the robot's ceiling.
 */
public final class LoudnessSteps {
  private static final List<Integer> LEVELS = List.of(20, 40, 60, 80, 100);

  /** After so long without a line it is silent, in seconds. */
  static final double IDLE_SECONDS = 60;

  private final double ceilingDba;
  private final Keeping<LoudnessTable> keeping;
  private final Map<Integer, Double> readings = new TreeMap<>();
  private int at;
  private boolean sounding;
  private boolean loudEnough;
  private boolean saved = true;
  private boolean warnedOfLoss;
  private boolean over;
  private double idleSeconds;

  /**
   * Nothing measured, nothing sounding.
   *
   * @param ceilingDba louder than this the robot never speaks, in dB(A) at 50 cm
   */
  public LoudnessSteps(double ceilingDba, Keeping<LoudnessTable> keeping) {
    this.ceilingDba = ceilingDba;
    this.keeping = keeping;
  }

  /** The volume of the noise that is to be heard now; 0 for silence. */
  int level() {
    return sounding ? LEVELS.get(at) : 0;
  }

  /** Whether it has ended; nothing sounds then. */
  boolean over() {
    return over;
  }

  /** What is said first. */
  List<Say> begin() {
    return List.of(Say.of("loud.welcome", LEVELS.size()), next());
  }

  /** Time goes by, in seconds. */
  List<Say> pass(double seconds) {
    idleSeconds = sounding ? idleSeconds + Math.max(0, seconds) : 0;
    if (idleSeconds < IDLE_SECONDS) {
      return List.of();
    }
    sounding = false;
    return List.of(Say.of("loud.idle"));
  }

  /** The sound device is gone, or was never there. */
  List<Say> noSound(Sentence reason) {
    sounding = false;
    return List.of(Say.of("loud.silent", reason));
  }

  /** Nobody is there any more. */
  void hungUp() {
    sounding = false;
    over = true;
  }

  /** A person has typed a line. What is not understood changes nothing. */
  List<Say> read(String line) {
    idleSeconds = 0;
    String typed = line.strip().toLowerCase(Locale.ROOT);
    boolean sure = warnedOfLoss;
    warnedOfLoss = false;
    return switch (typed) {
      case "" -> play();
      case "off", "o" -> hush();
      case "skip" -> skip();
      case "back" -> back();
      case "show" -> show();
      case "save" -> save();
      case "quit", "exit" -> quit(sure);
      case "help", "?" -> List.of(Say.of("loud.help"));
      default ->
          typed.matches("[0-9]{1,3}([.,][0-9]{1,2})?")
              ? reading(Double.parseDouble(typed.replace(',', '.')))
              : List.of(Say.of("loud.unknown", Calibrating.shown(typed)));
    };
  }

  private boolean done() {
    return loudEnough || at >= LEVELS.size();
  }

  private Say next() {
    return done() ? Say.of("loud.done") : Say.of("loud.next", LEVELS.get(at));
  }

  private List<Say> play() {
    if (done()) {
      return List.of(next());
    }
    sounding = true;
    return List.of(Say.of("loud.plays", LEVELS.get(at)));
  }

  private List<Say> hush() {
    sounding = false;
    return List.of(Say.of("loud.off"));
  }

  private List<Say> reading(double dba) {
    if (!sounding) {
      return List.of(Say.of("loud.first"), next());
    }
    if (dba < LoudnessTable.QUIETEST_DBA || dba > LoudnessTable.LOUDEST_DBA) {
      return List.of(Say.of("loud.outside", plain(dba)));
    }
    double before = at == 0 ? 0 : before();
    if (dba <= before) {
      return List.of(Say.of("loud.flat", plain(dba), plain(before)));
    }
    readings.put(LEVELS.get(at), dba);
    saved = false;
    sounding = false;
    loudEnough = dba >= ceilingDba;
    List<Say> says = new ArrayList<>();
    says.add(Say.of("loud.noted", LEVELS.get(at), plain(dba)));
    at++;
    if (loudEnough) {
      says.add(Say.of("loud.enough", plain(ceilingDba)));
    }
    says.add(next());
    return says;
  }

  /** The loudest reading of a lower volume; 0 without one. */
  private double before() {
    return readings.entrySet().stream()
        .filter(reading -> reading.getKey() < LEVELS.get(at))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private List<Say> skip() {
    sounding = false;
    if (!done()) {
      at++;
    }
    return List.of(next());
  }

  /** The step before is measured anew, and with it whatever was louder. */
  private List<Say> back() {
    sounding = false;
    loudEnough = false;
    at = Math.max(0, at - 1);
    readings.keySet().removeIf(level -> level >= LEVELS.get(at));
    return List.of(next());
  }

  private List<Say> show() {
    List<Say> says = new ArrayList<>();
    readings.forEach((level, dba) -> says.add(Say.of("loud.line", level, plain(dba))));
    says.add(readings.isEmpty() ? Say.of("loud.nothing") : next());
    return says;
  }

  private List<Say> save() {
    if (readings.size() < 2) {
      return List.of(Say.of(loudEnough ? "loud.too" : "loud.few", readings.size()), next());
    }
    LoudnessTable table =
        new LoudnessTable(
            readings.entrySet().stream()
                .map(reading -> new Step(reading.getKey(), reading.getValue()))
                .toList());
    try {
      String where = keeping.keep(table);
      saved = true;
      return List.of(Say.of("loud.saved", where));
    } catch (IOException e) {
      return List.of(Say.of("save.failed", Reason.of(e)));
    }
  }

  private List<Say> quit(boolean sure) {
    sounding = false;
    if (!sure && !saved) {
      warnedOfLoss = true;
      return List.of(Say.of("quit.unsaved"));
    }
    over = true;
    return List.of(Say.of(saved ? "bye" : "bye.unsaved"));
  }

  private static String plain(double dba) {
    return String.format(Locale.ROOT, "%.1f", dba);
  }
}
