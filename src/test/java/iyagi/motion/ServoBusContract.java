package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What every way to the servos promises. The bus under test has servos on channels 0 to 2. */
public abstract class ServoBusContract {
  /** The bus under test, always the same one within a test. */
  protected abstract ServoBus bus();

  /** What the layer below sends to the servo, in microseconds; 0 for limp. */
  protected abstract double sent(int channel);

  /** How fine the pulses of this bus are, in microseconds. */
  protected abstract double stepMicros();

  /** From now on nothing answers. */
  protected abstract void unplug();

  /** Everything answers again. */
  protected abstract void plug();

  private void assertSent(double... pulses) {
    for (int channel = 0; channel < pulses.length; channel++) {
      assertEquals(pulses[channel], sent(channel), stepMicros() / 2 + 1e-6, "channel " + channel);
    }
  }

  @Test
  void everyServoIsLimpAtFirst() {
    assertFalse(bus().name().toString().isBlank());
    assertSent(0, 0, 0);
  }

  @Test
  void aPoseArrivesOnEveryChannel() {
    bus().write(new double[] {500, 1500, 2400});
    assertSent(500, 1500, 2400);
    bus().write(new double[] {501.5, 1503, 900});
    assertSent(501.5, 1503, 900);
  }

  @Test
  void aPulseOfZeroLetsOneServoGo() {
    bus().write(new double[] {1000, 1500, 2000});
    bus().write(new double[] {1000, 0, 2000});
    assertSent(1000, 0, 2000);
    bus().write(new double[] {1000, 1200, 2000});
    assertSent(1000, 1200, 2000);
  }

  @Test
  void releaseLetsEveryServoGoAndTheNextPosePowersThem() {
    bus().write(new double[] {1000, 1500, 2000});
    bus().release();
    assertSent(0, 0, 0);
    bus().write(new double[] {1000, 1500, 2000});
    assertSent(1000, 1500, 2000);
  }

  @Test
  void whatIsPassedIsCopied() {
    double[] pulses = {1000, 1500, 2000};
    bus().write(pulses);
    pulses[1] = 2500;
    assertSent(1000, 1500, 2000);
  }

  @Test
  void aLostBusIsToldInWordsAndWorksAgainWhenItIsBack() {
    bus().write(new double[] {1000, 1500, 2000});
    unplug();
    ServoFault fault =
        assertThrows(ServoFault.class, () -> bus().write(new double[] {1100, 1500, 2000}));
    assertTrue(fault.getMessage().length() > 40, fault.getMessage());
    assertThrows(ServoFault.class, () -> bus().release());
    plug();
    bus().write(new double[] {1100, 1600, 2100});
    assertSent(1100, 1600, 2100);
  }

  @Test
  void closeLetsEveryServoGoAndMayBeCalledTwice() {
    bus().write(new double[] {1000, 1500, 2000});
    bus().close();
    assertSent(0, 0, 0);
    bus().close();
    assertThrows(ServoFault.class, () -> bus().write(new double[] {1000, 1500, 2000}));
  }

  @Test
  void closeWithoutABusIsQuiet() {
    bus().write(new double[] {1000, 1500, 2000});
    unplug();
    bus().close();
    assertThrows(ServoFault.class, () -> bus().release());
  }
}
