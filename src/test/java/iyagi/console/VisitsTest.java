package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.time.ManualClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has signed in. */
final class VisitsTest {
  private final ManualClock clock = new ManualClock();
  private final Visits visits = new Visits(clock, new SecureRandom());

  @Test
  void aVisitLastsTwelveHoursAfterThePersonsLastRequest() {
    Visits.Visit visit = visits.begin();
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofHours(11));
      assertEquals(Optional.of(visit), visits.of(visit.cookie(), true));
    }
    clock.advance(Duration.ofHours(12).plusSeconds(1));
    assertEquals(Optional.empty(), visits.of(visit.cookie(), true));
  }

  @Test
  void aPageThatOnlyWatchesDoesNotKeepAVisit() {
    Visits.Visit visit = visits.begin();
    clock.advance(Duration.ofHours(11));
    assertTrue(visits.of(visit.cookie(), false).isPresent());
    clock.advance(Duration.ofHours(2));
    assertEquals(Optional.empty(), visits.of(visit.cookie(), false));
  }

  @Test
  void cookiesAndTokensAreLongAndNeverTheSame() {
    Visits.Visit one = visits.begin();
    Visits.Visit other = visits.begin();
    assertEquals(64, one.cookie().length());
    assertNotEquals(one.cookie(), other.cookie());
    assertNotEquals(one.token(), other.token());
    assertNotEquals(one.cookie(), one.token());
  }

  @Test
  void whoLeavesIsGoneAndAResetSendsEverybodyAway() {
    Visits.Visit one = visits.begin();
    Visits.Visit other = visits.begin();
    String known = visits.know();
    visits.end(one);
    assertEquals(Optional.empty(), visits.of(one.cookie(), true));
    assertTrue(visits.of(other.cookie(), true).isPresent());
    visits.endAll();
    assertEquals(Optional.empty(), visits.of(other.cookie(), true));
    assertTrue(!visits.knows(known));
  }

  @Test
  void thousandsOfVisitsPushTheOldestOutAndNotTheOneInUse() {
    Visits.Visit inUse = visits.begin();
    for (int i = 0; i < 1_000; i++) {
      clock.advance(Duration.ofMillis(1));
      visits.begin();
      assertTrue(visits.of(inUse.cookie(), true).isPresent());
    }
  }
}
