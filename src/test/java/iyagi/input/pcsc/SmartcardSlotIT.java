package iyagi.input.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.CardEvent;
import iyagi.input.Heard;
import org.junit.jupiter.api.Test;

final class SmartcardSlotIT {
  /** Holds with and without pcscd: there is no reader of this name. */
  @Test
  void aMissingReaderOrServiceIsToldWithWhatToDo() {
    Heard<CardEvent> heard = new Heard<>();
    try (PcscCards cards = new PcscCards("no reader has this name")) {
      cards.start(heard);
      String reason = heard.next(CardEvent.Lost.class).reason().toString();
      assertTrue(
          reason.startsWith("PC/SC card reader 'no reader has this name': there is no such reader")
              || reason.contains("sudo apt install pcscd"),
          reason);
      assertEquals(1, reason.lines().count(), reason);
    }
  }
}
