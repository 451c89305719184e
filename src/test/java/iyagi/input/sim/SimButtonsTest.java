package iyagi.input.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.input.Button;
import iyagi.input.ButtonEvent.Pressed;
import iyagi.input.Buttons;
import iyagi.input.ButtonsContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SimButtonsTest extends ButtonsContract {
  private final SimButtons buttons = new SimButtons(Set.of(Button.START, Button.STOP, Button.LEFT));

  @Override
  protected Buttons buttons() {
    return buttons;
  }

  @Override
  protected void press(Button button) {
    buttons.press(button);
  }

  @Override
  protected void release(Button button) {
    buttons.release(button);
  }

  @Override
  protected void unplug() {
    buttons.unplug();
  }

  @Override
  protected void plug() {
    buttons.plug();
  }

  @Test
  void whatIsNotThereOrHeldAlreadyOrUnpluggedIsNotPressed() {
    buttons.start(heard);
    buttons.press(Button.NEXT);
    buttons.press(Button.START);
    buttons.press(Button.START);
    buttons.release(Button.STOP);
    buttons.unplug();
    buttons.press(Button.STOP);
    buttons.close();
    assertEquals(new Pressed(Button.START), heard.next());
    assertEquals(1, heard.rest().size(), "only the loss");
    assertEquals(List.of(), heard.rest());
  }
}
