package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.CardWish.Nothing;
import iyagi.input.CardWish.Pause;
import iyagi.input.CardWish.Queue;
import iyagi.input.CardWish.Resume;
import iyagi.input.CardWish.Start;
import iyagi.input.CardWish.Turn;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole evenings of children and cards, at random: what must hold whatever they do. */
final class CardEveningsTest {
  private static final List<CardId> CARDS =
      List.of(new CardId("1111"), new CardId("2222"), new CardId("3333"));

  private final ManualClock clock = new ManualClock();
  private final Map<CardId, Long> seen = new HashMap<>();
  private final Map<String, Integer> wishes = new HashMap<>();
  private Optional<CardId> lying = Optional.empty();
  private Optional<CardId> reading = Optional.empty();
  private boolean paused;
  private long pausedAt;
  private long ownAwaySince = -1;

  private void evening(long seed, boolean tellsRemoval) {
    SplittableRandom random = new SplittableRandom(seed);
    CardRules rules = new CardRules(clock, tellsRemoval);
    seen.clear();
    lying = Optional.empty();
    reading = Optional.empty();
    paused = false;
    for (int step = 0; step < 3000; step++) {
      switch (random.nextInt(tellsRemoval ? 12 : 10)) {
        case 0, 1 -> place(rules, CARDS.get(random.nextInt(CARDS.size())), tellsRemoval);
        case 2 -> end(rules, random.nextInt(5) > 0);
        case 10, 11 -> remove(rules);
        default -> {}
      }
      clock.advance(Duration.ofMillis(random.nextInt(10) == 0 ? 20_000 : random.nextInt(700)));
      obey(rules, rules.tick(), Optional.empty());
    }
  }

  private void place(CardRules rules, CardId card, boolean tellsRemoval) {
    if (tellsRemoval && lying.isPresent()) {
      return;
    }
    boolean wobbles = clock.nanos() - seen.getOrDefault(card, -10_000_000_000L) < 2_000_000_000L;
    CardWish wish = rules.on(new CardEvent.Placed(card));
    if (wobbles && wish instanceof Start) {
      assertTrue(paused && reading.equals(Optional.of(card)), "a wobble started a story");
    }
    assertFalse(wobbles && wish instanceof Queue, "a wobble queued a story");
    lying = tellsRemoval ? Optional.of(card) : Optional.empty();
    seen.put(card, clock.nanos());
    if (reading.equals(Optional.of(card))) {
      ownAwaySince = -1;
    }
    obey(rules, wish, Optional.of(card));
  }

  private void remove(CardRules rules) {
    if (lying.isPresent()) {
      CardId card = lying.get();
      lying = Optional.empty();
      seen.put(card, clock.nanos());
      if (reading.equals(Optional.of(card))) {
        ownAwaySince = clock.nanos();
      }
      obey(rules, rules.on(new CardEvent.Removed(card)), Optional.empty());
    }
  }

  private void end(CardRules rules, boolean completed) {
    if (reading.isPresent() && !(paused && completed)) {
      Optional<CardId> next = rules.next();
      reading = Optional.empty();
      paused = false;
      if (completed) {
        CardWish wish = rules.ended();
        assertEquals(next.<CardWish>map(Start::new).orElse(new Nothing()), wish);
        obey(rules, wish, Optional.empty());
      } else {
        rules.stopped();
        assertEquals(Optional.empty(), rules.next());
      }
    }
  }

  private void obey(CardRules rules, CardWish wish, Optional<CardId> placed) {
    wishes.merge(wish.getClass().getSimpleName(), 1, Integer::sum);
    switch (wish) {
      case Start(CardId card) -> start(rules, card);
      case Queue(CardId card) -> {
        assertEquals(placed, Optional.of(card));
        assertEquals(rules.next(), Optional.of(card));
        assertTrue(reading.isPresent() && !paused, "queued behind nothing");
        assertNotEquals(reading, placed, "queued behind itself");
        ownAwaySince = -1;
      }
      case Pause _ -> {
        assertFalse(paused, "paused twice");
        assertTrue(reading.isPresent() && ownAwaySince >= 0, "paused though its card lies there");
        assertTrue(clock.nanos() - ownAwaySince >= 1_000_000_000L, "paused too early");
        assertNotEquals(reading, lying);
        paused = true;
        pausedAt = clock.nanos();
      }
      case Resume _ -> {
        assertTrue(paused, "resumed what was not paused");
        assertEquals(reading, placed);
        assertTrue(clock.nanos() - pausedAt < 60_000_000_000L, "resumed too late");
        paused = false;
      }
      case Nothing _ -> {}
      case Turn _ -> assertTrue(reading.isPresent(), "a page was turned and nothing is read");
    }
  }

  private void start(CardRules rules, CardId card) {
    assertTrue(reading.isEmpty() || paused, "cut off a story that was being read");
    if (reading.isPresent()) {
      rules.stopped();
    }
    rules.began();
    reading = Optional.of(card);
    paused = false;
    ownAwaySince = -1;
    assertNotEquals(Optional.of(card), rules.next());
  }

  @Test
  void theRulesHoldWhateverChildrenDoWithAReaderThatTellsRemovals() {
    for (long seed = 0; seed < 60; seed++) {
      evening(seed, true);
    }
    assertTrue(
        List.of("Start", "Queue", "Pause", "Resume").stream().allMatch(this::often), "" + wishes);
  }

  @Test
  void theRulesHoldWhateverChildrenDoWithAReaderThatOnlyTypes() {
    for (long seed = 0; seed < 60; seed++) {
      evening(seed, false);
    }
    assertTrue(often("Start") && often("Queue"), "" + wishes);
    assertFalse(wishes.containsKey("Pause") || wishes.containsKey("Resume"), "" + wishes);
  }

  private boolean often(String wish) {
    return wishes.getOrDefault(wish, 0) > 500;
  }
}
