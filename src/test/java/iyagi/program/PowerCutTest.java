package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.score.Manner;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plug is pulled at every single moment of a programme. */
final class PowerCutTest {
  private static final Programme PROGRAMME =
      Hall.programme(
          Hall.tuesdays(Hall.story("bear"), new Item.Stretch("stretch"), Hall.story("fox"))
              .suiting(Optional.of(Manner.CALM)));

  private static Hall hall() {
    return new Hall(ZoneId.of("Asia/Seoul"), LocalDate.of(2026, 12, 1).atTime(10, 20))
        .planned(PROGRAMME)
        .boot();
  }

  /** How many things that last happen in an undisturbed programme. */
  private static int effects() {
    Hall hall = hall();
    hall.until("11:30");
    return hall.effects;
  }

  private static void readsOn(Hall hall, String when) {
    hall.until("11:30");
    assertEquals(1, hall.occasions.size(), when);
    assertEquals(Entry.State.COMPLETED, hall.last().state(), when + ": " + hall.told);
    assertEquals(2, hall.completed.size(), when + ": each story to its end once: " + hall.begun);
    assertEquals(1, hall.firsts, when + ": counted once: " + hall.begun);
    List<String> strange =
        hall.manners.stream()
            .filter(each -> !each.endsWith(" calm") && !each.equals("announcement -"))
            .toList();
    assertEquals(List.of(), strange, when + ": for whom it was planned");
    assertEquals(Optional.empty(), hall.suited, when + ": afterwards as before");
    List<String> order = List.of("announcement", "hello", "bear", "stretch", "fox", "goodbye");
    List<Integer> places =
        hall.names().stream().map(name -> order.indexOf(name.split(" ", -1)[0])).toList();
    assertEquals(places.stream().sorted().toList(), places, when + ": in order: " + hall.begun);
  }

  @Test
  void betweenAnyTwoStepsTheProgrammeGoesOnWhereItWas() {
    for (int seconds = 0; seconds < 25 * 60; seconds += 5) {
      Hall hall = hall().run(Duration.ofSeconds(seconds));
      hall.unplug(Duration.ofMinutes(2));
      readsOn(hall, "unplugged after " + seconds + " s");
    }
  }

  @Test
  void beforeAndBehindEverythingThatLastsTheProgrammeGoesOnWhereItWas() {
    int most = effects();
    assertTrue(most > 40, "the whole programme has " + most);
    for (int effect = 1; effect <= most; effect++) {
      Hall hall = hall();
      hall.unplugAt = effect;
      try {
        hall.until("11:30");
      } catch (Hall.Unplugged pulled) {
        hall.unplug(Duration.ofMinutes(2));
      }
      hall.unplugAt = Integer.MAX_VALUE;
      if (hall.now().getHour() == 10 && hall.now().getMinute() < 55) {
        if (hall.begun.isEmpty() || !hall.names().contains("goodbye")) {
          readsOn(hall, "unplugged at effect " + effect);
        }
      }
    }
  }

  @Test
  void aStoryGoesOnFromItsPage() {
    Hall hall = hall().until("10:37");
    hall.unplug(Duration.ofMinutes(3));
    hall.until("11:30");
    assertEquals(List.of("bear 1", "fox 1", "fox 3"), hall.stories());
  }

  @Test
  void theMinutesWithoutPowerDoNotCountButThoseBeforeDo() {
    Hall hall = hall();
    hall.lengths.put("fox", Duration.ofMinutes(50));
    hall.until("10:45");
    hall.unplug(Duration.ofMinutes(10));
    hall.until("11:40");
    assertEquals("11:05", hall.begun.getLast().substring(0, 5), hall.begun::toString);
    assertEquals("goodbye", hall.names().getLast());
  }

  @Test
  void afterTheGraceItIsToldOnceThatItWasCutOff() {
    Hall hall = hall().until("10:36");
    hall.unplug(Duration.ofMinutes(40));
    int begun = hall.begun.size();
    hall.run(Duration.ofMinutes(10));
    hall.unplug(Duration.ofMinutes(1));
    hall.run(Duration.ofMinutes(10));
    assertEquals(begun, hall.begun.size(), hall.begun::toString);
    assertEquals(1, hall.told.stream().filter(line -> line.contains("came back too late")).count());
  }
}
