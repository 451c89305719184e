package iyagi.input.evdev;

import iyagi.input.CardId;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Keys → the numbers of cards. A reader types digits, or hexadecimal ones, and Enter within some
 * hundredths of a second. Key codes are places on a keyboard (linux/input-event-codes.h), so a
 * reader that is set to a French keyboard and holds Shift for its digits gives the same number.
 * Keys that are held, other keys and Shift are passed over. What is half typed after {@link
 * #PATIENCE} of silence, too short, too long or has lost keys on its way is dropped as a whole, so
 * that no tail of a number stands for another card. One thread.
 */
final class TypedNumber {
  /** A reader types a key in 2 to 20 ms. */
  static final Duration PATIENCE = Duration.ofMillis(500);

  private static final int LONGEST = 32;
  private static final int ENTER = 28;
  private static final int KEYPAD_ENTER = 96;

  private static final Map<Integer, Character> KEYS =
      Map.ofEntries(
          Map.entry(2, '1'),
          Map.entry(3, '2'),
          Map.entry(4, '3'),
          Map.entry(5, '4'),
          Map.entry(6, '5'),
          Map.entry(7, '6'),
          Map.entry(8, '7'),
          Map.entry(9, '8'),
          Map.entry(10, '9'),
          Map.entry(11, '0'),
          Map.entry(79, '1'),
          Map.entry(80, '2'),
          Map.entry(81, '3'),
          Map.entry(75, '4'),
          Map.entry(76, '5'),
          Map.entry(77, '6'),
          Map.entry(71, '7'),
          Map.entry(72, '8'),
          Map.entry(73, '9'),
          Map.entry(82, '0'),
          Map.entry(30, 'A'),
          Map.entry(48, 'B'),
          Map.entry(46, 'C'),
          Map.entry(32, 'D'),
          Map.entry(18, 'E'),
          Map.entry(33, 'F'));

  private final NanoClock clock;
  private final StringBuilder typed = new StringBuilder();
  private long lastNanos;
  private boolean spoiled;

  TypedNumber(NanoClock clock) {
    this.clock = clock;
  }

  /** Takes in one event; gives a card when its number is complete. */
  Optional<CardId> at(KeyEvent event) {
    if (event.type() == KeyEvent.SYN && event.code() == KeyEvent.SYN_DROPPED) {
      spoiled = true;
      lastNanos = clock.nanos();
    }
    return event.type() == KeyEvent.KEY && event.value() == KeyEvent.PRESSED
        ? pressed(event.code())
        : Optional.empty();
  }

  private Optional<CardId> pressed(int code) {
    long now = clock.nanos();
    if (now - lastNanos >= PATIENCE.toNanos()) {
      begin();
    }
    lastNanos = now;
    if (code == ENTER || code == KEYPAD_ENTER) {
      String number = spoiled ? "" : typed.toString();
      begin();
      return CardId.isNumber(number) ? Optional.of(new CardId(number)) : Optional.empty();
    }
    Character digit = KEYS.get(code);
    if (digit != null && typed.length() <= LONGEST) {
      typed.append(digit.charValue());
    }
    return Optional.empty();
  }

  private void begin() {
    typed.setLength(0);
    spoiled = false;
  }
}
