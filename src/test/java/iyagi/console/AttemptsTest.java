package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.console.Attempts.Who;
import iyagi.time.ManualClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a PIN may be tried. */
final class AttemptsTest {
  private final ManualClock clock = new ManualClock();
  private final Attempts attempts = new Attempts(clock);

  private static Who at(String address) throws UnknownHostException {
    return Who.stranger(InetAddress.getByName(address));
  }

  /** How many of a storm's tries are let through in a time. */
  private int storm(Duration time, String... addresses) throws UnknownHostException {
    int through = 0;
    Duration step = Duration.ofMillis(100);
    for (Duration at = Duration.ZERO; at.compareTo(time) < 0; at = at.plus(step)) {
      for (String address : addresses) {
        through += attempts.begin(at(address)).isZero() ? 1 : 0;
      }
      clock.advance(step);
    }
    return through;
  }

  @Test
  void fiveTriesAreFreeThenThePauseDoublesUpToFiveMinutes() throws UnknownHostException {
    Who phone = at("192.168.1.7");
    for (int i = 0; i < Attempts.FREE; i++) {
      assertEquals(Duration.ZERO, attempts.begin(phone));
    }
    assertEquals(Duration.ofSeconds(2), attempts.begin(phone));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(Duration.ZERO, attempts.begin(phone));
    assertEquals(Duration.ofSeconds(4), attempts.begin(phone));
    for (int i = 0; i < 30; i++) {
      Duration wait = attempts.begin(phone);
      assertTrue(wait.compareTo(Duration.ofMinutes(5)) <= 0, wait.toString());
      clock.advance(wait);
    }
  }

  @Test
  void aStormFromOneAddressHasNotTriedFiveHundredPinsInADay() throws UnknownHostException {
    int tried = storm(Duration.ofDays(1), "192.168.1.7");
    assertTrue(tried < 300, tried + " of a million PINs in a day");
  }

  @Test
  void aStormFromManyAddressesIsHeldByTheWholeRobotsPause() throws UnknownHostException {
    String[] addresses = new String[40];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = "192.168.1." + (i + 1);
    }
    int tried = storm(Duration.ofHours(6), addresses);
    assertTrue(tried < 20 + 360 + 10, tried + " tries in six hours: more than one a minute");
    assertTrue(tried > 300, tried + ": nobody could try any more, a librarian neither");
  }

  @Test
  void aBrowserThatHasShownThePinIsNotHeldUpByStrangers() throws UnknownHostException {
    for (int i = 0; i < 100; i++) {
      attempts.begin(at("10.0.0." + i));
    }
    assertTrue(attempts.begin(at("10.0.1.1")).toSeconds() > 1);
    assertEquals(Duration.ZERO, attempts.begin(Who.browser("a3f")));
  }

  @Test
  void aRightPinForgetsTheWrongOnes() throws UnknownHostException {
    Who tablet = at("192.168.1.9");
    for (int i = 0; i < Attempts.FREE - 1; i++) {
      attempts.begin(tablet);
    }
    attempts.begin(tablet);
    attempts.right(tablet);
    assertEquals(Duration.ZERO, attempts.begin(tablet));
  }

  @Test
  void aPhonesManyAddressesOfVersionSixAreOne() throws UnknownHostException {
    assertEquals(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
    assertTrue(!at("2001:db8:1:2::1").equals(at("2001:db8:1:3::1")));
  }
}
