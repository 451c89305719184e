package iyagi.input;

import iyagi.words.Sentence;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The buttons of one robot. They may be missing when {@link #start} is called and come and go
 * later: that is told as {@link ButtonEvent.Lost} and {@link ButtonEvent.Back} and never thrown.
 */
public interface Buttons extends AutoCloseable {
  /** What they are, for a librarian: "buttons on gpiochip0", "simulated buttons". */
  Sentence name();

  /** Which buttons this robot has. */
  Set<Button> present();

  /**
   * Begins to tell.
   *
   * <p>A button that is already held when it is first looked at is told when it is pressed the next
   * time: a jammed button presses nothing.
   *
   * @param listener is told everything on one thread of the buttons' own, in order; it must not
   *     block
   * @throws IllegalStateException if they have been started before
   */
  void start(Consumer<ButtonEvent> listener);

  /** Ends telling and gives the device back. May be called twice. */
  @Override
  void close();
}
