package iyagi.calibration;

import iyagi.audio.LoudnessTable;
import iyagi.audio.LoudnessTable.Step;
import iyagi.audio.VolumeCurve;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measuring how loud a robot is, one step of its volume after the other, from quiet to loud,
 * whoever asks the person. Knows no words, no terminal and no sound: deeds go in, what happened and
 * the volume of the noise come out. One thread.
 *
 * <p>It is silent until somebody has it play, gets louder only after the step before has been heard
 * and then measured or left out, and never goes on after a reading that reaches the robot's
 * ceiling.
 */
public final class LoudnessSteps {
  private static final List<Integer> LEVELS = List.of(20, 40, 60, 80, 100);

  /** After so long without a line it is silent, in seconds. */
  static final double IDLE_SECONDS = 60;

  /** A meter that hears the room as well shows less than this between two steps, in dB. */
  private static final double LEAST_RISE_DB = 1;

  /**
   * The signal's own rise, and so much more, in dB: twice the 2 dB by which good apps for a phone
   * are wrong (Kardous and Shaw, J. Acoust. Soc. Am. 135 (2014) EL186), and a loudspeaker's own
   * unevenness.
   */
  private static final double MOST_EXTRA_RISE_DB = 6;

  private static final Pattern READING =
      Pattern.compile("([0-9]{1,3}(?:[.,][0-9]{1,2})?) *(?:db *(?:\\(?a\\)?)?)?");

  private final double ceilingDba;
  private final Keeping<LoudnessTable> keeping;
  private final Map<Integer, Double> readings = new TreeMap<>();
  private int at;
  private boolean sounding;

  /** Whether this step has been heard since it was come to. */
  private boolean heard;

  /** The loudest level that has been heard at all. */
  private int loudestHeard;

  private boolean loudEnough;
  private boolean saved = true;
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

  /** What a meter shows, if a person has written that: "54.5", "54,5 dB", "５４". */
  static OptionalDouble number(String typed) {
    // Korean and Japanese keyboards also write wide digits.
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    Matcher reading = READING.matcher(plain.strip().toLowerCase(Locale.ROOT));
    return reading.matches()
        ? OptionalDouble.of(Double.parseDouble(reading.group(1).replace(',', '.')))
        : OptionalDouble.empty();
  }

  /** The volume of the noise that is to be heard now; 0 for silence. */
  int level() {
    return sounding ? LEVELS.get(at) : 0;
  }

  /**
   * How a measurement stands.
   *
   * @param at the step that is next or heard, from 0; as many as there are steps if all are done
   * @param steps how many there are
   * @param level of the volume, of that step; 0 if all are done
   * @param sounding whether its noise is to be heard
   * @param heard whether it has been heard, so that it can be measured
   * @param mayLeaveOut whether it can be left out
   * @param readings in dB(A), by the level
   * @param done whether no further noise will be heard
   * @param enough whether there are as many readings as have to be kept
   * @param saved whether every reading has been kept
   */
  public record Standing(
      int at,
      int steps,
      int level,
      boolean sounding,
      boolean heard,
      boolean mayLeaveOut,
      SortedMap<Integer, Double> readings,
      boolean done,
      boolean enough,
      boolean saved) {
    /** Copies the readings. */
    public Standing {
      readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }
  }

  /** How it stands. */
  Standing standing() {
    return new Standing(
        at,
        LEVELS.size(),
        done() ? 0 : LEVELS.get(at),
        sounding,
        heard,
        mayLeaveOut(),
        new TreeMap<>(readings),
        done(),
        readings.size() >= 2,
        saved);
  }

  /** Whether everything measured has been kept. */
  boolean saved() {
    return saved;
  }

  /** What is said first. */
  List<Say> begin() {
    return List.of(Say.of("loud.welcome", LEVELS.size()), next());
  }

  /** A person is there and has said something, whatever it was. */
  void somebodyIsThere() {
    idleSeconds = 0;
  }

  /** Time goes by, in seconds. */
  List<Say> pass(double seconds) {
    idleSeconds = sounding ? idleSeconds + Math.max(0, seconds) : 0;
    return idleSeconds < IDLE_SECONDS ? List.of() : silenced(Say.of("loud.idle"));
  }

  /** The noise has come to its end, for whatever reason. */
  List<Say> silenced(Say why) {
    sounding = false;
    return List.of(why);
  }

  /** The noise was cut off: what the meter showed of it counts for nothing. */
  List<Say> cutOff(Say why) {
    heard = false;
    return silenced(why);
  }

  /** The sound device is gone, or was never there. */
  List<Say> noSound(Sentence reason) {
    return cutOff(Say.of("loud.silent", reason));
  }

  private boolean done() {
    return loudEnough || at >= LEVELS.size();
  }

  private boolean mayLeaveOut() {
    return !done() && LEVELS.get(at) <= loudestHeard;
  }

  /** What is next. */
  Say next() {
    return done() ? Say.of("loud.done") : Say.of("loud.next", LEVELS.get(at));
  }

  /** A person wants to hear this step. */
  List<Say> play() {
    if (done()) {
      return List.of(next());
    }
    sounding = true;
    heard = true;
    loudestHeard = Math.max(loudestHeard, LEVELS.get(at));
    return List.of(Say.of("loud.plays", LEVELS.get(at)));
  }

  /** A person wants silence. */
  List<Say> hush() {
    return silenced(Say.of("loud.off"));
  }

  /** A person says what the meter showed for this step, in dB(A). */
  List<Say> reading(double dba) {
    if (done() || !heard) {
      return List.of(Say.of("loud.first"), next());
    }
    return wrong(dba).map(List::of).orElseGet(() -> note(dba));
  }

  private Optional<Say> wrong(double dba) {
    if (dba < LoudnessTable.QUIETEST_DBA || dba > LoudnessTable.LOUDEST_DBA) {
      return Optional.of(Say.of("loud.outside", plain(dba)));
    }
    return before()
        .flatMap(
            before -> {
              double most = before.dba() + rise(before) + MOST_EXTRA_RISE_DB;
              if (dba < before.dba() + LEAST_RISE_DB) {
                return Optional.of(Say.of("loud.flat", plain(dba), plain(before.dba())));
              }
              return dba > most
                  ? Optional.of(
                      Say.of("loud.jump", plain(dba), plain(before.dba()), plain(rise(before))))
                  : Optional.empty();
            });
  }

  /** How much more signal this step has, in dB. */
  private double rise(Step before) {
    return VolumeCurve.plainDb(LEVELS.get(at)) - VolumeCurve.plainDb(before.level());
  }

  private List<Say> note(double dba) {
    readings.put(LEVELS.get(at), dba);
    saved = false;
    loudEnough = dba >= ceilingDba;
    List<Say> says = new ArrayList<>();
    says.add(Say.of("loud.noted", LEVELS.get(at), plain(dba)));
    come(at + 1);
    if (loudEnough) {
      says.add(Say.of("loud.enough", plain(ceilingDba)));
    }
    says.add(next());
    return says;
  }

  private void come(int step) {
    at = step;
    sounding = false;
    heard = false;
  }

  /** The reading of the step before; those of higher volumes are forgotten when it is gone back. */
  private Optional<Step> before() {
    return readings.entrySet().stream()
        .filter(reading -> reading.getKey() < LEVELS.get(at))
        .map(reading -> new Step(reading.getKey(), reading.getValue()))
        .reduce((_, last) -> last);
  }

  /** The meter shows the room only. Nobody gets to a loud step without having heard those below. */
  List<Say> skip() {
    if (done()) {
      return List.of(next());
    }
    if (!mayLeaveOut()) {
      return List.of(Say.of("loud.unheard"), next());
    }
    come(at + 1);
    return List.of(next());
  }

  /** The step before is measured anew, and with it whatever was louder. */
  List<Say> back() {
    loudEnough = false;
    come(Math.max(0, at - 1));
    readings.keySet().removeIf(level -> level >= LEVELS.get(at));
    return List.of(next());
  }

  /** All readings. */
  List<Say> show() {
    List<Say> says = new ArrayList<>();
    readings.forEach((level, dba) -> says.add(Say.of("loud.line", level, plain(dba))));
    says.add(readings.isEmpty() ? Say.of("loud.nothing") : next());
    return says;
  }

  /** Keeps them. */
  List<Say> save() {
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

  private static String plain(double dba) {
    return String.format(Locale.ROOT, "%.1f", dba);
  }
}
