package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iyagi.words.Sentence;
import org.junit.jupiter.api.Test;

final class SteadfastServoBusTest {
  private final WatchedBus servos = new WatchedBus(Owl.joints());
  private int asked;

  private ServoBus open() {
    if (++asked < 3) {
      throw new ServoFault(Sentence.plain("servo board at 0x40 does not answer"));
    }
    return servos;
  }

  @Test
  void everyPoseTriesToOpenServosThatAreNotThereYet() {
    SteadfastServoBus bus = new SteadfastServoBus(Sentence.plain("not there yet"), this::open);
    assertEquals("not there yet", bus.name().toString());
    bus.release();
    assertThrows(ServoFault.class, () -> bus.write(new double[16]));
    assertThrows(ServoFault.class, () -> bus.write(new double[16]));
    bus.write(new double[16]);
    bus.write(new double[16]);
    assertEquals(3, asked);
    assertEquals(2, servos.writes);
    assertEquals("watched servos", bus.name().toString());
    bus.release();
    assertEquals(1, servos.releases);
  }

  @Test
  void isNotOpenedAgainWhenItHasBeenClosed() {
    SteadfastServoBus bus = new SteadfastServoBus(Sentence.plain("not there yet"), this::open);
    bus.close();
    assertThrows(ServoFault.class, () -> bus.write(new double[16]));
    assertEquals(0, asked);
  }
}
