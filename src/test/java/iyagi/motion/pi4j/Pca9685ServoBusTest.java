package iyagi.motion.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.ServoBus;
import iyagi.motion.ServoBusContract;
import iyagi.motion.ServoFault;
import iyagi.words.Sentence;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class Pca9685ServoBusTest extends ServoBusContract {
  /** A clone that runs 4 % fast, and a profile that knows it. */
  private static final double OSCILLATOR_HZ = 26e6;

  private final FakePca9685 chip = new FakePca9685(OSCILLATOR_HZ);
  private final Pca9685ServoBus bus =
      new Pca9685ServoBus(
          Pca9685ServoBus.chip(
              chip, Sentence.plain("PCA9685 at 0x40 on I2C bus 1"), OSCILLATOR_HZ));

  @Override
  protected ServoBus bus() {
    return bus;
  }

  @Override
  protected double sent(int channel) {
    return chip.pulse(channel);
  }

  /** 20 ms in 4096 ticks. */
  @Override
  protected double stepMicros() {
    return 4.9;
  }

  @Override
  protected void unplug() {
    chip.unplugged(true);
  }

  @Override
  protected void plug() {
    chip.unplugged(false);
  }

  @Test
  void beatsFiftyTimesASecond() {
    bus.write(new double[] {1500});
    assertEquals(50, chip.rhythmHz(), 0.2);
  }

  @Test
  void aPoseIsOneTransaction() {
    bus.write(new double[8]);
    int before = chip.transactions();
    bus.write(new double[] {1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700});
    assertEquals(before + 1, chip.transactions());
  }

  @Test
  void pulsesBeginOneAfterTheOther() {
    double[] pose = new double[16];
    Arrays.fill(pose, 2400);
    bus.write(pose);
    for (int output = 0; output < 16; output++) {
      assertEquals(output * 256, chip.begin(output));
      assertEquals(
          2400, chip.pulse(output), 2.5, "also where the pulse reaches into the next beat");
    }
  }

  @Test
  void aServoNeverGetsAPulseThatNoServoTakes() {
    bus.write(new double[] {1, 1e9, Double.NaN, -1500, Double.POSITIVE_INFINITY});
    assertEquals(400, chip.pulse(0), 2.5);
    assertEquals(2600, chip.pulse(1), 2.5);
    assertEquals(0, chip.pulse(2));
    assertEquals(0, chip.pulse(3));
    assertEquals(2600, chip.pulse(4), 2.5);
  }

  @Test
  void oneLostTransactionIsSentAgain() {
    bus.write(new double[] {1500});
    chip.failNext(1);
    bus.write(new double[] {1600});
    assertEquals(1600, chip.pulse(0), 2.5);
    chip.failNext(1);
    bus.release();
    assertEquals(0, chip.pulse(0));
  }

  @Test
  void servosThatADeadProgramLeftPoweredAreLetGoAtTheStart() {
    bus.write(new double[] {1500, 1500, 1500});
    Pca9685ServoBus next =
        new Pca9685ServoBus(
            Pca9685ServoBus.chip(chip, Sentence.plain("the same board"), OSCILLATOR_HZ));
    next.write(new double[] {1600});
    assertEquals(1600, chip.pulse(0), 2.5);
    assertEquals(0, chip.pulse(1));
    assertEquals(0, chip.pulse(2));
  }

  @Test
  void lostPowerIsNoticedWithinHalfASecondAndTheChipStartedAnew() {
    bus.write(new double[] {1500});
    chip.loseAndRegainPower();
    ServoFault fault =
        assertThrows(
            ServoFault.class,
            () -> {
              for (int tick = 0; tick < 25; tick++) {
                bus.write(new double[] {1500});
              }
            });
    assertEquals(
        "servo board PCA9685 at 0x40 on I2C bus 1 does not answer as expected (it had lost its"
            + " power: mode 0x11 where 0x21 was set); check its cable and its power supply",
        fault.getMessage());
    bus.write(new double[] {1500});
    assertEquals(1500, chip.pulse(0), 2.5);
    assertEquals(50, chip.rhythmHz(), 0.2);
  }

  @Test
  void powerThatWasLostWhileNothingMovedIsNoticedBeforeTheFirstPose() {
    bus.write(new double[] {1500});
    bus.release();
    chip.loseAndRegainPower();
    bus.write(new double[] {1600});
    assertEquals(1600, chip.pulse(0), 2.5);
    assertEquals(50, chip.rhythmHz(), 0.2);
  }

  @Test
  void aTransactionThatHadToBeRepeatedIsFollowedByALookForLostPower() {
    bus.write(new double[] {1500});
    chip.loseAndRegainPower();
    chip.failNext(1);
    ServoFault fault = assertThrows(ServoFault.class, () -> bus.write(new double[] {1600}));
    assertTrue(fault.getMessage().contains("it had lost its power"), fault.getMessage());
    bus.write(new double[] {1600});
    assertEquals(1600, chip.pulse(0), 2.5);
  }

  @Test
  void lonelyFailuresCostNothingAndPairsOfThemOnePose() {
    RandomGenerator random = new SplittableRandom(21);
    int lost = 0;
    for (int tick = 0; tick < 5000; tick++) {
      int failures = random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0;
      double pulse = random.nextDouble(900, 2100);
      chip.failNext(failures);
      try {
        bus.write(new double[] {pulse});
        assertEquals(pulse, chip.pulse(0), 2.5);
        assertTrue(failures < 2, "two failures in a row must be told");
      } catch (ServoFault told) {
        assertEquals(2, failures, told.getMessage());
        lost++;
      }
      chip.failNext(0);
    }
    assertTrue(lost > 100, lost + " poses");
  }

  @Test
  void aStuckBusIsToldAsOne() {
    bus.write(new double[] {1500});
    chip.refusal("Connection timed out");
    chip.unplugged(true);
    ServoFault fault = assertThrows(ServoFault.class, () -> bus.write(new double[] {1500}));
    assertEquals(
        "servo board PCA9685 at 0x40 on I2C bus 1 does not answer as expected (Connection timed"
            + " out); the bus is stuck: take the robot off its power for ten seconds, and look for a"
            + " pinched cable if it happens again",
        fault.getMessage());
  }

  @Test
  void givesTheBusBack() {
    bus.close();
    assertTrue(chip.closed());
  }
}
