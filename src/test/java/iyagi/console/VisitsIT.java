package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has signed in. */
final class VisitsIT {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private Visits visits;

  @BeforeEach
  void open() {
    visits = new Visits(clock, new SecureRandom(), folder);
  }

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
  void whoHasShownThePinIsKnownAfterARestartButHasToShowItAgain() throws IOException {
    Visits.Visit visit = visits.begin();
    String known = visits.know();
    Visits after = new Visits(clock, new SecureRandom(), folder);
    assertTrue(after.knows(known));
    assertEquals(Optional.empty(), after.of(visit.cookie(), true));
    String kept = Files.readString(folder.resolve("known"));
    assertFalse(kept.contains(known), "only a hash of it is kept");
    after.endAll();
    assertFalse(new Visits(clock, new SecureRandom(), folder).knows(known));
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
