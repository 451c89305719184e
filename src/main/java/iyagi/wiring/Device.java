package iyagi.wiring;

import java.util.List;
import java.util.Optional;

/**
 * Something that is wired to the Pi.
 *
 * @param title what it is
 * @param terminals that have a wire to a pin, in the order of the pins
 * @param notes what is to be known of it, short lines
 * @param supply that it has beside the Pi's
 * @param chained whether its bus wires come from the board above instead of the Pi
 */
record Device(
    String title,
    List<Terminal> terminals,
    List<String> notes,
    Optional<Supply> supply,
    boolean chained) {
  /**
   * One end of a wire.
   *
   * @param label as printed on the device: "SDA"
   * @param pin of the Pi's header, 1 to 40
   * @param hue of the wire
   */
  record Terminal(String label, int pin, Hue hue) {}

  /**
   * What feeds it.
   *
   * @param power "5 V, 6.4 A"
   * @param caption which one: the servos' or the lamps'
   */
  record Supply(String power, String caption) {}

  /** Copies. */
  Device {
    terminals = List.copyOf(terminals);
    notes = List.copyOf(notes);
  }

  /** On which side of the header it is drawn. */
  boolean left() {
    return terminals.isEmpty() || Header.left(terminals.getFirst().pin());
  }
}
