package iyagi.input.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.Button;
import iyagi.input.ButtonEvent;
import iyagi.input.ButtonLine;
import iyagi.input.Heard;
import iyagi.time.NanoClock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GpiodContactsIT {
  @Test
  void pinsThatAreNotThereAreToldWithWhatToDo() {
    Heard<ButtonEvent> heard = new Heard<>();
    ButtonLine line = new ButtonLine(Button.STOP, 22, ButtonLine.Pull.UP, true);
    try (GpiodButtons buttons = new GpiodButtons("gpiochip99", List.of(line), NanoClock.system())) {
      buttons.start(heard);
      String reason = heard.next(ButtonEvent.Lost.class).reason().toString();
      assertTrue(reason.startsWith("buttons on gpiochip99: the pins cannot be used ("), reason);
      assertTrue(reason.contains("usermod -aG gpio"), reason);
      assertTrue(reason.endsWith("use simulated buttons"), reason);
      assertEquals(1, reason.lines().count(), reason);
    }
  }
}
