package iyagi.input.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.input.Button;
import iyagi.input.ButtonEvent;
import iyagi.input.ButtonEvent.Pressed;
import iyagi.input.Buttons;
import iyagi.input.ButtonsContract;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GpiodButtonsTest extends ButtonsContract {
  private final FakeContacts contacts = new FakeContacts();
  private final GpiodButtons buttons =
      new GpiodButtons(
          Sentence.plain("buttons on gpiochip9"),
          Set.of(Button.START, Button.STOP, Button.LEFT),
          contacts,
          NanoClock.system(),
          Duration.ofMillis(5));

  @Override
  protected Buttons buttons() {
    return buttons;
  }

  @Override
  protected void ready() {
    contacts.awaitALook();
  }

  @Override
  protected void press(Button button) {
    contacts.contact(button, true);
  }

  @Override
  protected void release(Button button) {
    contacts.contact(button, false);
  }

  @Override
  protected void unplug() {
    contacts.unplugged(true);
  }

  @Override
  protected void plug() {
    contacts.unplugged(false);
  }

  @Test
  void pinsThatCannotBeUsedAreToldWithTheirName() {
    contacts.unplugged(true);
    buttons.start(heard);
    assertEquals(
        "buttons on gpiochip9: no chip; plug it in",
        heard.next(ButtonEvent.Lost.class).reason().toString());
    contacts.unplugged(false);
    heard.expect(new ButtonEvent.Back());
  }

  @Test
  void aButtonThatIsJammedFromTheStartPressesNothingUntilItWasLetGo() {
    press(Button.START);
    buttons.start(heard);
    ready();
    press(Button.STOP);
    heard.expect(new Pressed(Button.STOP));
    release(Button.START);
    release(Button.STOP);
    heard.expect(new ButtonEvent.Released(Button.STOP));
    press(Button.START);
    heard.expect(new Pressed(Button.START));
  }

  @Test
  void thePinsAreGivenBack() {
    buttons.start(heard);
    ready();
    assertEquals(1, contacts.held());
    unplug();
    heard.next(ButtonEvent.Lost.class);
    assertEquals(0, contacts.held());
    plug();
    heard.expect(new ButtonEvent.Back());
    buttons.close();
    assertEquals(0, contacts.held());
  }
}
