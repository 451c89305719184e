package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.ButtonEvent.Pressed;
import iyagi.input.ButtonEvent.Released;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all buttons promise. Those under test are START, STOP and LEFT. */
public abstract class ButtonsContract {
  /** What is told. */
  protected final Heard<ButtonEvent> heard = new Heard<>();

  /** The buttons under test, always the same ones within a test. */
  protected abstract Buttons buttons();

  /** Somebody presses a button. */
  protected abstract void press(Button button);

  /** Somebody lets go of it. */
  protected abstract void release(Button button);

  /** From now on nothing answers. */
  protected abstract void unplug();

  /** Everything answers again. */
  protected abstract void plug();

  @AfterEach
  void close() {
    buttons().close();
  }

  @Test
  void saysWhatItIsAndWhichButtonsThereAre() {
    assertFalse(buttons().name().toString().isBlank());
    assertEquals(Set.of(Button.START, Button.STOP, Button.LEFT), buttons().present());
  }

  private void start() {
    buttons().start(heard);
    ready();
  }

  /** Waits until they have been looked at once: what is pressed before counts as jammed. */
  protected void ready() {}

  @Test
  void tellsPressesAndReleasesInOrderOnOneThreadOfItsOwn() {
    start();
    press(Button.START);
    heard.expect(new Pressed(Button.START));
    press(Button.STOP);
    heard.expect(new Pressed(Button.STOP));
    release(Button.START);
    heard.expect(new Released(Button.START));
    release(Button.STOP);
    heard.expect(new Released(Button.STOP));
    press(Button.START);
    heard.expect(new Pressed(Button.START));
    buttons().close();
    assertEquals(List.of(), heard.rest());
    assertEquals(1, heard.threads().size());
    assertNotEquals(Thread.currentThread(), heard.threads().getFirst());
    assertTrue(heard.threads().getFirst().getName().contains("buttons"));
  }

  @Test
  void aLossAndAReturnAreToldOnceEach() {
    start();
    unplug();
    String reason = heard.next(ButtonEvent.Lost.class).reason().toString();
    assertTrue(reason.length() > 30 && reason.contains("buttons"), reason);
    plug();
    heard.expect(new ButtonEvent.Back());
    ready();
    press(Button.LEFT);
    heard.expect(new Pressed(Button.LEFT));
    unplug();
    heard.next(ButtonEvent.Lost.class);
    release(Button.LEFT);
    plug();
    heard.expect(new ButtonEvent.Back());
    ready();
    press(Button.LEFT);
    heard.expect(new Pressed(Button.LEFT));
    buttons().close();
    assertEquals(List.of(), heard.rest());
  }

  @Test
  void nothingIsToldAfterItWasClosed() {
    start();
    press(Button.START);
    heard.expect(new Pressed(Button.START));
    buttons().close();
    buttons().close();
    release(Button.START);
    unplug();
    assertEquals(List.of(), heard.rest());
  }

  @Test
  void itsListenerMayCloseIt() {
    Heard<ButtonEvent> last = new Heard<>();
    buttons()
        .start(
            event -> {
              buttons().close();
              last.accept(event);
            });
    ready();
    press(Button.STOP);
    last.expect(new Pressed(Button.STOP));
  }

  @Test
  void aListenersMistakeCostsThatEventOnly() {
    buttons()
        .start(
            event -> {
              heard.accept(event);
              throw new IllegalStateException("a mistake, on purpose");
            });
    ready();
    press(Button.START);
    heard.expect(new Pressed(Button.START));
    release(Button.START);
    heard.expect(new Released(Button.START));
  }

  @Test
  void isStartedOnce() {
    start();
    assertThrows(IllegalStateException.class, () -> buttons().start(heard));
  }

  @Test
  void closeWithoutAStartIsQuiet() {
    buttons().close();
    assertEquals(List.of(), heard.rest());
  }
}
