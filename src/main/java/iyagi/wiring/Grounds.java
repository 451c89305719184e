package iyagi.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which ground pins are used: one on each side that has parts, below the last wire of that side
 * where there is one.
 *
 * @param left pin of the left side, if it has parts
 * @param right pin of the right side, if it has parts
 */
record Grounds(OptionalInt left, OptionalInt right) {
  static Grounds of(Plan plan) {
    return new Grounds(pin(plan, true), pin(plan, false));
  }

  private static OptionalInt pin(Plan plan, boolean left) {
    List<Device> devices = plan.devices().stream().filter(d -> d.left() == left).toList();
    if (devices.isEmpty()) {
      return OptionalInt.empty();
    }
    int last =
        devices.stream()
            .flatMap(device -> device.terminals().stream())
            .mapToInt(Device.Terminal::pin)
            .filter(pin -> Header.left(pin) == left)
            .max()
            .orElse(0);
    int[] free =
        Header.GROUNDS.stream()
            .mapToInt(Integer::intValue)
            .filter(pin -> Header.left(pin) == left)
            .toArray();
    for (int pin : free) {
      if (pin > last) {
        return OptionalInt.of(pin);
      }
    }
    return OptionalInt.of(free[free.length - 1]);
  }

  /** The pins, from the smallest. */
  List<Integer> used() {
    List<Integer> pins = new ArrayList<>();
    left.ifPresent(pins::add);
    right.ifPresent(pins::add);
    return pins.stream().sorted().toList();
  }
}
