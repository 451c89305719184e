package iyagi.input;

import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Contacts → presses. A contact that closes or opens bounces for some milliseconds; only what has
 * stayed for {@link #QUIET} counts, so a spark that a servo throws into a long wire presses
 * nothing. One thread.
 */
public final class Debounce {
  /** Contacts bounce for 1 to 10 ms; a finger feels nothing below 50 ms. */
  public static final Duration QUIET = Duration.ofMillis(20);

  private static final class Contact {
    boolean closed;
    boolean settled;
    boolean told;
    long sinceNanos;

    Contact(boolean closed, long now) {
      this.closed = closed;
      settled = closed;
      sinceNanos = now;
    }
  }

  private final NanoClock clock;
  private final Map<Button, Contact> contacts = new EnumMap<>(Button.class);

  /** Nothing is known of any contact yet. */
  public Debounce(NanoClock clock) {
    this.clock = clock;
  }

  /**
   * Takes in which contacts are closed now; to be called every few milliseconds. What is closed the
   * first time is held or jammed, and not told before it has opened and closed again.
   *
   * @return what has happened, in the order of {@link Button}
   */
  public List<ButtonEvent> at(Set<Button> closed) {
    List<ButtonEvent> events = new ArrayList<>();
    long now = clock.nanos();
    for (Button button : Button.values()) {
      boolean isClosed = closed.contains(button);
      Contact contact = contacts.computeIfAbsent(button, _ -> new Contact(isClosed, now));
      if (contact.closed != isClosed) {
        contact.closed = isClosed;
        contact.sinceNanos = now;
      } else if (contact.settled != isClosed && now - contact.sinceNanos >= QUIET.toNanos()) {
        settle(button, contact, events);
      }
    }
    return events;
  }

  private static void settle(Button button, Contact contact, List<ButtonEvent> events) {
    contact.settled = contact.closed;
    if (contact.settled) {
      events.add(new ButtonEvent.Pressed(button));
    } else if (contact.told) {
      events.add(new ButtonEvent.Released(button));
    }
    contact.told = contact.settled;
  }
}
