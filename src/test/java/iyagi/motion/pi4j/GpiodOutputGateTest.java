package iyagi.motion.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.library.gpiod.internal.GpioDException;
import iyagi.motion.OutputGate;
import iyagi.motion.OutputGateContract;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a pin that remembers what it was told; a real one is high from the moment it is taken. */
final class GpiodOutputGateTest extends OutputGateContract {
  private static final class FakePin implements GpiodOutputGate.Pin {
    private final List<Integer> told = new ArrayList<>(List.of(1));
    private boolean stuck;
    private boolean released;

    @Override
    public void set(int value) {
      if (stuck) {
        throw new GpioDException("c_gpiod_line_set_value failed: -1 (Input/output error)");
      }
      told.add(value);
    }

    @Override
    public void release() {
      released = true;
    }
  }

  private final FakePin pin = new FakePin();
  private final GpiodOutputGate gate =
      new GpiodOutputGate(Sentence.plain("safety line GPIO 4"), pin);

  @Override
  protected OutputGate gate() {
    return gate;
  }

  @Override
  protected boolean through() {
    return pin.told.getLast() == 0;
  }

  @Override
  protected void stick() {
    pin.stuck = true;
  }

  @Test
  void lowLetsPulsesOutAndHighDoesNot() {
    gate.lift();
    gate.shut();
    assertEquals(List.of(1, 0, 1), pin.told);
  }

  @Test
  void isHighBeforeItIsGivenBackAndGivenBackAlsoWhenItIsStuck() {
    gate.lift();
    gate.close();
    assertEquals(List.of(1, 0, 1), pin.told);
    assertTrue(pin.released);
    FakePin lost = new FakePin();
    GpiodOutputGate broken = new GpiodOutputGate(Sentence.plain("safety line GPIO 5"), lost);
    lost.stuck = true;
    broken.close();
    assertTrue(lost.released);
  }
}
