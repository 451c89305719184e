package iyagi.report.mqtt;

import iyagi.report.LinkEvent;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * Between Paho's threads and the mailbox of a link. What comes before the link is open is held back
 * and forgotten if it never opens; after it is shut nothing passes; the loss of the connection
 * passes once. Nothing that the mailbox throws reaches Paho, which would swallow it and acknowledge
 * the message. Any thread.
 */
final class Gate {
  private enum State {
    OPENING,
    OPEN,
    SHUT
  }

  private final Consumer<LinkEvent> mailbox;
  private final List<Runnable> held = new ArrayList<>();
  private State state = State.OPENING;
  private Optional<Sentence> lost = Optional.empty();

  Gate(Consumer<LinkEvent> mailbox) {
    this.mailbox = mailbox;
  }

  /** Puts an event into the mailbox, now or when the gate opens. */
  void tell(LinkEvent event) {
    tell(event, () -> {});
  }

  /**
   * Puts an event into the mailbox, now or when the gate opens.
   *
   * @param then done after that, and only if the mailbox has taken it
   */
  synchronized void tell(LinkEvent event, Runnable then) {
    switch (state) {
      case OPENING -> held.add(() -> put(event, then));
      case OPEN -> put(event, then);
      case SHUT -> {}
    }
  }

  /** Tells the loss of the connection, unless it has been told. */
  synchronized void lose(Sentence reason) {
    if (lost.isEmpty()) {
      lost = Optional.of(reason);
      if (state == State.OPEN) {
        put(new LinkEvent.Lost(reason), () -> {});
      }
    }
  }

  /** Why the connection is gone, if it is. */
  synchronized Optional<Sentence> lost() {
    return lost;
  }

  /**
   * Lets events pass, those that were held back first.
   *
   * @return false if the connection has been lost before; then it stays closed
   */
  synchronized boolean open() {
    if (lost.isPresent()) {
      return false;
    }
    state = State.OPEN;
    held.forEach(Runnable::run);
    held.clear();
    return true;
  }

  /** Lets nothing pass any more. */
  synchronized void shut() {
    state = State.SHUT;
    held.clear();
  }

  private void put(LinkEvent event, Runnable then) {
    // Paho stops its threads by interrupting them, also while they tell us so; some queues would
    // refuse what an interrupted thread puts into them.
    boolean interrupted = Thread.interrupted();
    try {
      mailbox.accept(event);
      then.run();
    } catch (RuntimeException | Error fault) {
      Logger.error(fault, "report: the mailbox did not take {}", event.getClass().getSimpleName());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
