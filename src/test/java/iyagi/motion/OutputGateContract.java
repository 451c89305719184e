package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What every safety line promises. */
public abstract class OutputGateContract {
  /** The line under test, always the same one within a test. */
  protected abstract OutputGate gate();

  /** Whether pulses get through. */
  protected abstract boolean through();

  /** From now on it cannot be set. */
  protected abstract void stick();

  @Test
  void isShutAtFirst() {
    assertTrue(gate().wired());
    assertFalse(gate().name().toString().isBlank());
    assertFalse(through());
  }

  @Test
  void letsPulsesOutOnlyBetweenLiftAndShut() {
    gate().lift();
    assertTrue(through());
    gate().lift();
    assertTrue(through());
    gate().shut();
    assertFalse(through());
    gate().shut();
    assertFalse(through());
  }

  @Test
  void isShutWhenItIsGivenBack() {
    gate().lift();
    gate().close();
    assertFalse(through());
    gate().close();
    assertThrows(ServoFault.class, () -> gate().lift());
    assertFalse(through());
  }

  @Test
  void aLineThatCannotBeSetIsTold() {
    gate().lift();
    stick();
    ServoFault fault = assertThrows(ServoFault.class, () -> gate().shut());
    assertTrue(fault.getMessage().contains("safety line"), fault.getMessage());
    assertEquals(1, fault.getMessage().lines().count());
  }
}
