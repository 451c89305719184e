package iyagi.input.sim;

import iyagi.input.Button;
import iyagi.input.ButtonEvent;
import iyagi.input.Buttons;
import iyagi.words.Sentence;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Buttons in memory, pressed by a program, a web page or a test. {@link #press}, {@link #release},
 * {@link #unplug} and {@link #plug} are called by one thread.
 */
public final class SimButtons implements Buttons {
  private final Set<Button> present;
  private final Set<Button> held = EnumSet.noneOf(Button.class);
  private final Teller<ButtonEvent> teller = new Teller<>("simulated buttons");
  private boolean unplugged;

  /** These buttons, all of them up. */
  public SimButtons(Set<Button> present) {
    this.present = Set.copyOf(present);
  }

  @Override
  public Sentence name() {
    return Sentence.of("simulated buttons");
  }

  @Override
  public Set<Button> present() {
    return present;
  }

  @Override
  public void start(Consumer<ButtonEvent> listener) {
    teller.start(listener);
  }

  /** Presses a button; nothing happens if it is held, unplugged or not there. */
  public void press(Button button) {
    if (!unplugged && present.contains(button) && held.add(button)) {
      teller.tell(new ButtonEvent.Pressed(button));
    }
  }

  /** Lets go of a button; nothing happens if it is not held. */
  public void release(Button button) {
    if (held.remove(button)) {
      teller.tell(new ButtonEvent.Released(button));
    }
  }

  /** From now on nothing answers. */
  public void unplug() {
    if (!unplugged) {
      unplugged = true;
      held.clear();
      teller.tell(
          new ButtonEvent.Lost(
              Sentence.of("simulated buttons: unplugged; expected buttons; plug them in again")));
    }
  }

  /** Answers again. */
  public void plug() {
    if (unplugged) {
      unplugged = false;
      teller.tell(new ButtonEvent.Back());
    }
  }

  @Override
  public void close() {
    teller.close();
  }
}
