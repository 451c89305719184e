package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.score.Manner;
import iyagi.time.ClockQuality;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A programme by the clock: right, unknown, wrong and set; and whatever else comes between. */
final class TimekeeperTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
  private static final Programme BEAR_AND_FOX =
      Hall.programme(
          Hall.tuesdays(Hall.story("bear"), new Item.Stretch("stretch"), Hall.story("fox")));

  private static Hall hall(String time) {
    return new Hall(SEOUL, TUESDAY.atTime(LocalTime.parse(time))).planned(BEAR_AND_FOX).boot();
  }

  @Test
  void announcesGreetsReadsStretchesAndSaysGoodbyeInOrder() {
    Hall hall = hall("10:00").until("11:30");
    assertEquals(
        List.of(
            "10:25:00 announcement",
            "10:30:00 hello",
            "10:30:20 bear 1",
            "10:34:20 stretch",
            "10:34:40 fox 1",
            "10:38:40 goodbye"),
        hall.begun);
    assertEquals(Entry.State.COMPLETED, hall.last().state());
    assertEquals(1, hall.firsts, "two stories are one programme");
  }

  @Test
  void aPlansOwnWordsAreSaidInPlaceOfTheUsualOnes() {
    Plan plan = BEAR_AND_FOX.plans().getFirst();
    OwnWords own = new OwnWords(Optional.of("Hi!"), Optional.of("Bye!"), Optional.of("Come, all!"));
    Hall hall =
        new Hall(SEOUL, LocalDateTime.parse("2026-12-01T10:00"))
            .planned(BEAR_AND_FOX.with(plan.saying(own)))
            .boot()
            .until("11:30");
    assertEquals(List.of("Come, all!", "Hi!", "bear 1", "stretch", "fox 1", "Bye!"), hall.names());
  }

  @Test
  void aYearOfTuesdaysInAZoneWithSummerTimeIsReadOnceEach() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Holiday christmas =
        new Holiday(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 6), "Christmas");
    Hall hall =
        new Hall(berlin, LocalDateTime.of(2026, 1, 1, 0, 0))
            .planned(BEAR_AND_FOX.with(christmas))
            .boot();
    for (int day = 0; day < 365; day++) {
      boolean tuesday = hall.now().getDayOfWeek() == DayOfWeek.TUESDAY;
      LocalDateTime tomorrow = hall.now().toLocalDate().plusDays(1).atStartOfDay();
      while (hall.now().isBefore(tomorrow)) {
        int hour = hall.now().getHour();
        hall.keeper.step();
        hall.audit();
        hall.clock.advance(Duration.ofSeconds(tuesday && hour == 10 ? 5 : 3600));
      }
    }
    assertEquals(51, hall.occasions.size(), "52 Tuesdays and one holiday");
    assertEquals(51, hall.names().stream().filter("goodbye"::equals).count());
    assertEquals(51, hall.firsts);
    assertTrue(
        hall.begun.stream()
            .filter(line -> line.endsWith("hello"))
            .allMatch(line -> line.startsWith("10:30:0")),
        hall.begun::toString);
    assertEquals(
        1, hall.told.stream().filter(line -> line.contains("left out: Christmas")).count());
  }

  @Test
  void whileTheClockIsNotKnownNothingBeginsAndThenItDoesWithinItsGrace() {
    Hall hall = hall("10:00");
    hall.quality(ClockQuality.UNSYNCED);
    hall.until("10:40");
    assertEquals(List.of(), hall.begun);
    assertTrue(hall.told.toString().contains("does not know the time"), hall.told::toString);
    hall.quality(ClockQuality.NTP);
    hall.until("11:30");
    assertEquals(List.of("hello", "bear 1", "stretch", "fox 1", "goodbye"), hall.names());
  }

  @Test
  void aRobotThatWakesUpWithYesterdaysTimeBeginsWhenTheNetworkHasSetIt() {
    Hall hall = hall("09:00").until("09:30");
    hall.unplug(Duration.ofMinutes(65));
    hall.quality(ClockQuality.UNSYNCED);
    hall.setClock(Duration.ofMinutes(-65));
    hall.run(Duration.ofMinutes(1));
    assertEquals(List.of(), hall.begun);
    hall.setClock(Duration.ofMinutes(65));
    hall.quality(ClockQuality.NTP);
    hall.until("11:00");
    assertEquals("10:36:00 hello", hall.begun.getFirst());
  }

  @Test
  void aClockThatJumpsBehindTheGraceTellsOnceThatItWasMissed() {
    Hall hall = hall("10:00").until("10:10");
    hall.setClock(Duration.ofDays(1));
    hall.run(Duration.ofMinutes(60));
    assertEquals(List.of(), hall.begun);
    assertEquals(1, hall.told.stream().filter(line -> line.contains("was missed")).count());
    assertEquals(Entry.State.MISSED, hall.last().state());
    hall.unplug(Duration.ofMinutes(1));
    hall.run(Duration.ofMinutes(10));
    assertEquals(1, hall.told.stream().filter(line -> line.contains("was missed")).count());
    hall.setClock(Duration.ofDays(-1));
    hall.until("11:30");
    assertEquals(
        List.of(), hall.names().stream().filter("hello"::equals).toList(), "now it is too late");
  }

  @Test
  void whatAWrongClockTookForMissedIsReadWhenItsTimeReallyComes() {
    Hall hall = hall("09:00").until("09:10");
    hall.setClock(Duration.ofDays(1));
    hall.run(Duration.ofMinutes(5));
    assertEquals(Entry.State.MISSED, hall.last().state());
    hall.setClock(Duration.ofDays(-1));
    hall.until("11:00");
    assertEquals(Entry.State.COMPLETED, hall.last().state());
  }

  @Test
  void aClockThatIsSetBackAnHourBeginsNothingASecondTime() {
    Hall hall = hall("10:00").until("10:50");
    int begun = hall.begun.size();
    hall.setClock(Duration.ofHours(-1));
    hall.until("11:50");
    assertEquals(begun, hall.begun.size(), hall.begun::toString);
  }

  @Test
  void aClockThatIsSetBackInTheMiddleDisturbsNothing() {
    Hall hall = hall("10:00").until("10:32");
    hall.setClock(Duration.ofHours(-1));
    hall.until("11:50");
    assertEquals(
        List.of("announcement", "hello", "bear 1", "stretch", "fox 1", "goodbye"), hall.names());
  }

  @Test
  void theCapEndsAStoryBehindItsSentenceAndSaysGoodbye() {
    Hall hall = hall("10:00");
    hall.lengths.put("fox", Duration.ofMinutes(50));
    hall.until("11:30");
    assertEquals(List.of("fox 1", "goodbye"), hall.names().subList(4, 6));
    assertEquals("10:55:10 goodbye", hall.begun.getLast());
    assertEquals(Entry.State.COMPLETED, hall.last().state());
  }

  @Test
  void nothingNewIsBegunInTheLastMinute() {
    Hall hall = hall("10:00");
    hall.lengths.put("bear", Duration.ofMinutes(24));
    hall.until("11:30");
    assertEquals(List.of("announcement", "hello", "bear 1", "goodbye"), hall.names());
  }

  @Test
  void waitsWhileSomebodyIsReadToAndIsMissedWithTheReasonAfterItsGrace() {
    Hall hall = hall("10:00");
    hall.busy = true;
    hall.until("10:40");
    assertEquals(List.of(), hall.begun);
    hall.busy = false;
    hall.until("10:41");
    assertEquals("10:40:00 hello", hall.begun.getFirst());
    Hall other = hall("10:00");
    other.busy = true;
    other.until("10:46");
    other.busy = false;
    other.until("11:30");
    assertEquals(List.of(), other.begun);
    assertTrue(
        other.told.getLast().contains("was missed, because somebody else was being read to"),
        other.told::toString);
  }

  @Test
  void aHaltedRobotBeginsNothingByItself() {
    Hall hall = hall("10:00");
    hall.halted = true;
    hall.until("11:30");
    assertEquals(List.of(), hall.begun);
    assertTrue(hall.told.getLast().contains("the robot had been halted"), hall.told::toString);
  }

  @Test
  void aHaltInTheMiddleEndsTheProgrammeWithoutAnotherWord() {
    Hall hall = hall("10:00").until("10:32");
    hall.halted = true;
    hall.until("10:33");
    hall.halted = false;
    hall.until("11:30");
    assertEquals(List.of("announcement", "hello", "bear 1"), hall.names());
    assertEquals(Entry.State.BROKEN_OFF, hall.last().state());
  }

  private static Hall calm() {
    Plan plan = BEAR_AND_FOX.plans().getFirst().suiting(Optional.of(Manner.CALM));
    return hall("10:00").planned(BEAR_AND_FOX.with(plan));
  }

  @Test
  void aPlanForSomebodyIsGivenInTheirMannerAndAfterItsEndTheRobotsOwnHolds() {
    Hall hall = calm().until("10:31");
    assertEquals(List.of("announcement -", "hello calm", "bear calm"), hall.manners);
    assertEquals(Optional.of(Manner.CALM), hall.suited);
    hall.until("11:30");
    assertEquals("goodbye calm", hall.manners.getLast());
    assertEquals(Optional.empty(), hall.suited);
  }

  @Test
  void afterAHaltAndAfterAStopTheRobotsOwnMannerHolds() {
    Hall halted = calm().until("10:32");
    halted.halted = true;
    halted.run(Duration.ofSeconds(5));
    assertEquals(Optional.empty(), halted.suited);
    Hall stopped = calm().until("10:32");
    stopped.stop();
    stopped.run(Duration.ofSeconds(5));
    assertEquals(Entry.State.BROKEN_OFF, stopped.last().state());
    assertEquals(Optional.empty(), stopped.suited);
  }

  @Test
  void nothingIsSaidInQuietHoursAndGoodbyeComesBeforeThem() {
    QuietHours lunch = new QuietHours(LocalTime.of(10, 37), LocalTime.of(14, 0));
    Hall hall = hall("10:00").planned(BEAR_AND_FOX.withQuiet(List.of(lunch)));
    hall.until("11:30");
    assertEquals(List.of("fox 1", "goodbye"), hall.names().subList(4, 6));
    assertEquals("10:36:05 goodbye", hall.begun.getLast());
  }

  @Test
  void aStoryThatStandsStillIsStoppedWhenQuietHoursBegin() {
    QuietHours lunch = new QuietHours(LocalTime.of(10, 40), LocalTime.of(14, 0));
    Hall hall = hall("10:00").planned(BEAR_AND_FOX.withQuiet(List.of(lunch)));
    hall.until("10:35");
    hall.paused = true;
    hall.until("10:41");
    assertFalse(hall.paused, "nothing goes on later");
    assertEquals(Entry.State.BROKEN_OFF, hall.last().state());
    assertEquals(List.of(), hall.names().stream().filter("goodbye"::equals).toList());
  }

  @Test
  void twoPlansOfOneTimeFollowEachOther() {
    Plan second = Hall.plan("also", Hall.weekly(DayOfWeek.TUESDAY), "10:31", Hall.story("frog"));
    Hall hall = hall("10:00").planned(BEAR_AND_FOX.with(second));
    hall.until("11:30");
    assertEquals(
        List.of("hello", "bear 1", "stretch", "fox 1", "goodbye", "hello", "frog 1", "goodbye"),
        hall.names().stream().filter(name -> !name.equals("announcement")).toList());
  }

  @Test
  void whatCannotBeReadIsLeftOutAndTold() {
    Hall hall = hall("10:00");
    hall.unknown.add("bear");
    hall.until("11:30");
    assertEquals(List.of("announcement", "hello", "stretch", "fox 1", "goodbye"), hall.names());
    assertEquals(1, hall.firsts);
    assertTrue(hall.told.toString().contains("there is no 'bear'"), hall.told::toString);
  }

  @Test
  void aPlanThatIsAddedAfterItsTimeBeginsNextTime() {
    Hall hall = new Hall(SEOUL, TUESDAY.atTime(10, 20)).boot().until("10:35");
    hall.planned(BEAR_AND_FOX);
    hall.until("11:30");
    assertEquals(List.of(), hall.begun);
    assertEquals(List.of(), hall.told);
  }

  @Test
  void aPlanThatIsMovedAfterItWasReadIsNotReadAgain() {
    Hall hall = hall("10:00").until("10:45");
    int begun = hall.begun.size();
    Plan later = Hall.plan("tuesday", Hall.weekly(DayOfWeek.TUESDAY), "10:50", Hall.story("bear"));
    hall.planned(BEAR_AND_FOX.with(later));
    hall.until("11:30");
    assertEquals(begun, hall.begun.size(), hall.begun::toString);
  }

  @Test
  void aPersonMayBeginAPlanAtOnce() {
    Hall hall = hall("09:00").until("09:01");
    hall.keeper.startNow("tuesday");
    hall.keeper.startNow("nothing");
    hall.until("11:30");
    assertEquals(2, hall.names().stream().filter("hello"::equals).count());
    assertTrue(hall.told.contains("There is no plan 'nothing' in the programme."));
  }

  @Test
  void aFullDiskIsToldOnceAndTheChildrenHearTheirStory() {
    Hall hall = hall("10:00").until("10:20");
    hall.notes.full = true;
    hall.until("11:30");
    assertEquals("goodbye", hall.names().getLast());
    assertEquals(1, hall.told.stream().filter(line -> line.contains("cannot be written")).count());
  }

  @Test
  void aDamagedJournalIsPutAsideAndWhatWasDueDoesNotBeginAgain() throws IOException {
    Hall hall = hall("10:00").until("10:36");
    hall.notes.write("{\"entries\":");
    hall.unplug(Duration.ofMinutes(1));
    int begun = hall.begun.size();
    hall.until("11:30");
    assertEquals(begun, hall.begun.size(), hall.begun::toString);
    assertTrue(hall.told.toString().contains("put aside as aside"), hall.told::toString);
  }

  @Test
  void aProgrammeWithAMistakeLeavesTheOneBeforeItInForce() throws IOException {
    Hall hall = hall("10:00").until("10:10");
    hall.plans.write("{\"plans\": [{]}");
    hall.until("11:30");
    assertEquals("goodbye", hall.names().getLast());
    assertEquals(1, hall.told.stream().filter(line -> line.contains("as JSON")).count());
    assertFalse(hall.keeper.state().problems().isEmpty());
  }
}
