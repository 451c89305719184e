package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.input.CardWish.Nothing;
import iyagi.input.CardWish.Pause;
import iyagi.input.CardWish.Queue;
import iyagi.input.CardWish.Resume;
import iyagi.input.CardWish.Start;
import iyagi.input.CardWish.Turn;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CardRulesTest {
  private static final CardId BEAR = new CardId("0004217788");
  private static final CardId MOUSE = new CardId("0004217789");
  private static final CardId OWL = new CardId("04A1B2C3D4E580");

  private final ManualClock clock = new ManualClock();
  private final CardRules rules = new CardRules(clock, true);
  private final CardRules typing = new CardRules(clock, false);

  private static CardWish place(CardRules rules, CardId card) {
    return rules.on(new CardEvent.Placed(card));
  }

  private CardWish place(CardId card) {
    return place(rules, card);
  }

  private CardWish remove(CardId card) {
    return rules.on(new CardEvent.Removed(card));
  }

  private void assertNothing(CardWish wish) {
    assertEquals(new Nothing(), wish);
  }

  /** Time goes by in tenths of a second; what is wished meanwhile, without the nothings. */
  private List<CardWish> after(CardRules rules, Duration time) {
    List<CardWish> wishes = new ArrayList<>();
    for (long millis = 0; millis < time.toMillis(); millis += 100) {
      clock.advance(Duration.ofMillis(100));
      CardWish wish = rules.tick();
      if (!(wish instanceof Nothing)) {
        wishes.add(wish);
      }
    }
    return wishes;
  }

  private List<CardWish> after(double seconds) {
    return after(rules, Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private void read(CardId card) {
    assertEquals(new Start(card), place(card));
    rules.began();
  }

  private void readUntilItStands(CardId card) {
    read(card);
    assertEquals(List.of(), after(10));
    assertNothing(remove(card));
    assertEquals(List.of(new Pause()), after(1));
  }

  @Test
  void aCardLeftLyingStartsOnceHoweverOftenItIsToldAndMayStartAgainWhenLifted() {
    read(BEAR);
    assertEquals(List.of(), after(200));
    assertNothing(place(BEAR));
    assertNothing(rules.ended());
    assertEquals(List.of(), after(200));
    assertNothing(place(BEAR));
    assertNothing(remove(BEAR));
    assertEquals(List.of(), after(2));
    assertEquals(new Start(BEAR), place(BEAR));
  }

  @Test
  void aCardThatWobblesForTwoSecondsIsNotPlacedAgain() {
    read(BEAR);
    assertNothing(rules.ended());
    assertNothing(remove(BEAR));
    clock.advance(Duration.ofMillis(1999));
    assertNothing(place(BEAR));
    assertNothing(remove(BEAR));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(new Start(BEAR), place(BEAR));
  }

  @Test
  void itsOwnCardDoesNothingDuringAStory() {
    read(BEAR);
    assertEquals(List.of(), after(30));
    assertNothing(remove(BEAR));
    assertEquals(List.of(), after(0.9));
    assertNothing(place(BEAR));
    assertEquals(List.of(), after(30));
  }

  @Test
  void aStoryPausesASecondAfterItsCardHasLeftAndOnlyOnce() {
    read(BEAR);
    assertNothing(remove(BEAR));
    assertEquals(List.of(), after(0.9));
    assertEquals(List.of(new Pause()), after(0.1));
    assertEquals(List.of(), after(300));
  }

  @Test
  void itGoesOnWhenItsCardIsBackWithinAMinuteEvenIfItWobbled() {
    readUntilItStands(BEAR);
    assertEquals(new Resume(), place(BEAR));
    assertEquals(List.of(), after(5));
    assertNothing(remove(BEAR));
    assertEquals(List.of(new Pause()), after(1));
    assertEquals(List.of(), after(59.9));
    assertEquals(new Resume(), place(BEAR));
  }

  @Test
  void afterAMinuteItsCardStartsItAnew() {
    readUntilItStands(BEAR);
    assertEquals(List.of(), after(60));
    assertEquals(new Start(BEAR), place(BEAR));
    rules.stopped();
    rules.began();
    assertNothing(remove(BEAR));
    assertEquals(List.of(new Pause()), after(1), "the end of the run before was not this one's");
  }

  @Test
  void anotherCardIsPlayedAfterThisStory() {
    read(BEAR);
    assertEquals(List.of(), after(10));
    assertNothing(remove(BEAR));
    assertEquals(new Queue(MOUSE), place(MOUSE));
    assertEquals(Optional.of(MOUSE), rules.next());
    assertEquals(List.of(), after(100), "the place is taken; the story goes on without its card");
    assertEquals(new Start(MOUSE), rules.ended());
    rules.began();
    assertEquals(Optional.empty(), rules.next());
    assertNothing(rules.ended());
  }

  @Test
  void theLastOneOfSeveralCardsIsPlayedAfterThisStory() {
    read(BEAR);
    assertEquals(new Queue(MOUSE), place(MOUSE));
    assertEquals(new Queue(OWL), place(OWL));
    assertNothing(place(OWL));
    assertEquals(new Start(OWL), rules.ended());
    rules.began();
    assertNothing(rules.ended());
  }

  @Test
  void anotherCardWhileAStoryStandsStartsAtOnce() {
    readUntilItStands(BEAR);
    assertEquals(new Start(MOUSE), place(MOUSE));
    rules.stopped();
    rules.began();
    assertNothing(place(MOUSE));
    assertNothing(remove(MOUSE));
    assertEquals(List.of(new Pause()), after(1));
  }

  @Test
  void aQueuedCardStartsWhenTheStoryHasStoodForAMinute() {
    read(BEAR);
    assertEquals(new Queue(MOUSE), place(MOUSE));
    assertNothing(remove(MOUSE));
    assertNothing(place(BEAR));
    assertNothing(remove(BEAR));
    assertEquals(List.of(new Pause()), after(1));
    assertEquals(List.of(), after(59.9));
    assertEquals(List.of(new Start(MOUSE)), after(0.1));
  }

  @Test
  void whoeverStopsAStoryForgetsWhatWasQueued() {
    read(BEAR);
    assertEquals(new Queue(MOUSE), place(MOUSE));
    rules.stopped();
    assertEquals(Optional.empty(), rules.next());
    assertEquals(List.of(), after(200));
    assertEquals(new Start(OWL), place(OWL));
  }

  @Test
  void aStoryThatNoCardHasAskedForIsNotPausedByCards() {
    rules.began();
    assertEquals(new Queue(BEAR), place(BEAR));
    assertNothing(remove(BEAR));
    assertEquals(List.of(), after(100));
    assertEquals(new Start(BEAR), rules.ended());
  }

  @Test
  void aStoryFromElsewhereTakesThePlaceOfACards() {
    read(BEAR);
    rules.stopped();
    rules.began();
    assertNothing(remove(BEAR));
    assertEquals(List.of(), after(100));
  }

  @Test
  void goingOnByAButtonNeedsNoCard() {
    readUntilItStands(BEAR);
    rules.resumed();
    assertEquals(List.of(), after(200));
    assertEquals(new Turn(), place(BEAR));
    assertNothing(remove(BEAR));
    assertEquals(List.of(new Pause()), after(1));
  }

  @Test
  void aTapThatEndsBeforeTheStoryBeganPausesItAfterwards() {
    assertEquals(new Start(BEAR), place(BEAR));
    assertNothing(remove(BEAR));
    assertEquals(List.of(), after(3));
    rules.began();
    assertEquals(new Pause(), rules.tick());
  }

  @Test
  void aStoryThatCouldNotBeReadLeavesTheCardsFree() {
    assertEquals(new Start(BEAR), place(BEAR));
    assertNothing(rules.ended());
    assertEquals(new Start(MOUSE), place(MOUSE));
    assertEquals(List.of(), after(60));
    assertEquals(new Start(OWL), place(OWL), "nobody said what became of the mouse");
  }

  @Test
  void aLossOfTheReaderChangesNothing() {
    read(BEAR);
    assertNothing(rules.on(new CardEvent.Lost(Sentence.plain("unplugged"))));
    assertEquals(List.of(), after(100));
    assertNothing(rules.on(new CardEvent.Back()));
    assertNothing(rules.on(new CardEvent.Doubtful(Sentence.plain("not alone"))));
    assertNothing(place(BEAR));
    assertEquals(List.of(), after(100));
  }

  @Test
  void aReaderThatOnlyTypesNeverPausesAndStartsAgainAfterTheEnd() {
    assertEquals(new Start(BEAR), place(typing, BEAR));
    typing.began();
    assertNothing(typing.on(new CardEvent.Removed(BEAR)));
    assertEquals(List.of(), after(typing, Duration.ofSeconds(100)));
    assertEquals(new Turn(), place(typing, BEAR));
    assertNothing(place(typing, BEAR));
    assertEquals(new Queue(MOUSE), place(typing, MOUSE));
    assertEquals(new Start(MOUSE), typing.ended());
    typing.began();
    assertNothing(typing.ended());
    assertEquals(List.of(), after(typing, Duration.ofSeconds(3)));
    assertEquals(new Start(BEAR), place(typing, BEAR));
  }

  @Test
  void aReaderThatRepeatsANumberWhileTheCardLiesStartsItOnce() {
    assertEquals(new Start(BEAR), place(typing, BEAR));
    typing.began();
    assertNothing(typing.ended());
    for (int second = 0; second < 100; second++) {
      clock.advance(Duration.ofSeconds(1));
      assertNothing(place(typing, BEAR));
    }
    clock.advance(Duration.ofSeconds(2));
    assertEquals(new Start(BEAR), place(typing, BEAR));
  }
}
