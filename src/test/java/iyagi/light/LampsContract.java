package iyagi.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What all lamps do, on whatever device. */
public abstract class LampsContract {
  private static final Colour WHITE = new Colour(1, 1, 1);

  /** The lamps, opened and dark. */
  protected abstract Lamps lamps();

  /** What a viewer sees now, 1 being their full light. */
  protected abstract Colour seen();

  /** How far what is seen may be from what was shown, in a part. */
  protected abstract double tolerance();

  /** The device is gone. */
  protected abstract void unplug();

  /** It is there again. */
  protected abstract void plug();

  /** Time enough for lamps that do not change at any moment. */
  protected void rest() {}

  private void show(Colour colour) {
    rest();
    lamps().show(colour);
  }

  @Test
  void areDarkBeforeAnythingIsShown() {
    assertEquals(Colour.DARK, seen());
  }

  @Test
  void showWhatTheyAreTold() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      Colour wanted = new Colour(random.nextDouble(), random.nextDouble(), random.nextDouble());
      show(wanted);
      assertEquals(wanted.red(), seen().red(), tolerance());
      assertEquals(wanted.green(), seen().green(), tolerance());
      assertEquals(wanted.blue(), seen().blue(), tolerance());
    }
  }

  @Test
  void areFullyOnAndFullyOff() {
    show(WHITE);
    assertEquals(WHITE, seen());
    show(Colour.DARK);
    assertEquals(Colour.DARK, seen());
  }

  @Test
  void aLostDeviceIsToldByNameInOneLineAndComesBackWithTheNextLight() {
    show(WHITE);
    unplug();
    LampFault fault = assertThrows(LampFault.class, () -> show(Colour.DARK));
    assertEquals(1, fault.getMessage().lines().count(), fault.getMessage());
    assertThrows(LampFault.class, () -> show(WHITE));
    plug();
    show(WHITE);
    assertEquals(WHITE, seen());
    show(Colour.DARK);
    assertEquals(Colour.DARK, seen());
  }

  @Test
  void areDarkOnceClosedAndSaySo() {
    show(WHITE);
    lamps().close();
    lamps().close();
    assertEquals(Colour.DARK, seen());
    LampFault fault = assertThrows(LampFault.class, () -> show(WHITE));
    assertTrue(fault.getMessage().contains("closed"), fault.getMessage());
    assertEquals(Colour.DARK, seen());
  }

  @Test
  void canBeClosedWhileTheDeviceIsGone() {
    show(WHITE);
    unplug();
    lamps().close();
    assertThrows(LampFault.class, () -> show(WHITE));
  }

  @Test
  void haveANameForALibrarian() {
    String name = lamps().name().toString();
    assertNotEquals("", name);
    assertFalse(name.contains("\n"), name);
    assertTrue(name.contains("lamp"), name);
  }
}
