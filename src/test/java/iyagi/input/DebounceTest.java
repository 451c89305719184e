package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.ButtonEvent.Pressed;
import iyagi.input.ButtonEvent.Released;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DebounceTest {
  private static final Pressed STOP = new Pressed(Button.STOP);
  private static final Released LET_GO = new Released(Button.STOP);

  private final ManualClock clock = new ManualClock();
  private final Debounce debounce = new Debounce(clock);
  private final List<ButtonEvent> told = new ArrayList<>();

  private void hold(Set<Button> closed, int millis) {
    for (int i = 0; i < millis; i++) {
      told.addAll(debounce.at(closed));
      clock.advance(Duration.ofMillis(1));
    }
  }

  private void bounce(int millis) {
    for (int i = 0; i < millis; i++) {
      hold(i % 2 == 0 ? Set.of(Button.STOP) : Set.of(), 1);
    }
  }

  @Test
  void aPressCountsWhenTheContactHasBeenQuietForTwentyMilliseconds() {
    hold(Set.of(), 5);
    hold(Set.of(Button.STOP), 20);
    assertEquals(List.of(), told);
    hold(Set.of(Button.STOP), 1);
    assertEquals(List.of(STOP), told);
    hold(Set.of(Button.STOP), 5000);
    assertEquals(List.of(STOP), told);
  }

  @Test
  void aBouncingPressAndABouncingReleaseAreOneEach() {
    hold(Set.of(), 5);
    bounce(41);
    hold(Set.of(Button.STOP), 100);
    bounce(40);
    hold(Set.of(), 100);
    assertEquals(List.of(STOP, LET_GO), told);
  }

  @Test
  void aSparkPressesNothingAndLetsNothingGo() {
    hold(Set.of(), 5);
    hold(Set.of(Button.STOP), 19);
    hold(Set.of(), 100);
    assertEquals(List.of(), told);
    hold(Set.of(Button.STOP), 30);
    hold(Set.of(), 19);
    hold(Set.of(Button.STOP), 100);
    assertEquals(List.of(STOP), told);
  }

  @Test
  void whatIsHeldAtTheFirstLookIsToldAtItsNextPressOnly() {
    hold(Set.of(Button.STOP), 1000);
    hold(Set.of(), 100);
    assertEquals(List.of(), told);
    hold(Set.of(Button.STOP), 100);
    hold(Set.of(), 100);
    assertEquals(List.of(STOP, LET_GO), told);
  }

  @Test
  void buttonsDoNotDisturbEachOther() {
    hold(Set.of(), 1);
    hold(Set.of(Button.STOP), 10);
    hold(EnumSet.of(Button.STOP, Button.LEFT), 15);
    assertEquals(List.of(STOP), told);
    hold(Set.of(Button.LEFT), 100);
    assertEquals(List.of(STOP, new Pressed(Button.LEFT), LET_GO), told);
  }

  @Test
  void withAnyContactsEveryButtonIsPressedAndReleasedInTurnAndNeverFasterThanQuiet() {
    SplittableRandom random = new SplittableRandom(5);
    long lastNanos = Long.MIN_VALUE / 2;
    boolean held = false;
    int presses = 0;
    boolean closed = false;
    for (int step = 0; step < 200_000; step++) {
      if (random.nextInt(12) == 0) {
        closed = !closed;
      }
      for (ButtonEvent event : debounce.at(closed ? Set.of(Button.STOP) : Set.of())) {
        assertEquals(held ? LET_GO : STOP, event);
        held = !held;
        presses += held ? 1 : 0;
        assertTrue(clock.nanos() - lastNanos >= Debounce.QUIET.toNanos());
        lastNanos = clock.nanos();
      }
      clock.advance(Duration.ofMillis(random.nextInt(1, 6)));
    }
    assertTrue(presses > 1000, presses + " presses");
  }
}
