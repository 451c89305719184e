package iyagi.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.ForwardingSink;
import iyagi.audio.sim.SilentSink;
import iyagi.performance.PerformanceEvent.Ended;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.performance.PerformanceEvent.PageReached;
import iyagi.score.Passage;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlayerTest {
  private final ManualClock clock = new ManualClock();
  private final Ear ear = new Ear(new SilentSink(clock, Sentence.plain("test")));
  private final List<PerformanceEvent> events = new ArrayList<>();
  private final Player player = new Player(ear, 0, clock, events::add);
  private final Stories story =
      new Stories()
          .say(1, "one", 1000)
          .say(1, "two", 1000)
          .say(2, "three", 1000)
          .say(3, "four", 1000);

  /** Remembers whether anything but silence was written, and when it was dropped. */
  private static final class Ear extends ForwardingSink {
    private boolean loud;
    private int hushed;
    private int frames;

    Ear(SilentSink inside) {
      super(inside);
    }

    @Override
    public void hush() {
      hushed++;
      super.hush();
    }

    @Override
    public void write(short[] frames, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        loud |= frames[i] != 0;
      }
      this.frames += count;
      super.write(frames, offset, count);
    }
  }

  private void play(int millis) {
    for (int t = 0; t < millis; t += 10) {
      player.step();
      clock.advance(Duration.ofMillis(10));
    }
    player.step();
  }

  private void start() {
    player.command(new Command.Start(story, 0));
  }

  private List<String> lines() {
    return events.stream()
        .filter(PerformanceEvent.LineReached.class::isInstance)
        .map(event -> ((PerformanceEvent.LineReached) event).text())
        .toList();
  }

  private Ending ending() {
    return events.stream()
        .filter(Ended.class::isInstance)
        .map(event -> ((Ended) event).ending())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Test
  void readsToTheLastWordAndSaysWhereItIs() {
    start();
    play(4100);
    assertEquals(List.of("one", "two", "three", "four"), lines());
    assertEquals(
        List.of(new PageReached(1), new PageReached(2), new PageReached(3)),
        events.stream().filter(PageReached.class::isInstance).toList());
    assertEquals(Ending.COMPLETED, ending());
    assertEquals(PlayerState.Phase.IDLE, player.state().phase());
  }

  @Test
  void itsSoundIsTheClockAndNothingIsHeardEarly() {
    start();
    play(990);
    assertEquals(List.of("one"), lines());
    play(20);
    assertEquals(List.of("one", "two"), lines());
  }

  @Test
  void aHaltSilencesAtOnceEvenIfThePlayersOwnThreadIsStuck() {
    start();
    play(500);
    assertEquals(0, ear.hushed);
    player.command(new Command.Halt());
    assertEquals(1, ear.hushed);
  }

  @Test
  void theFirstSoundIsOnItsWayInTheStepThatTakesTheCommand() {
    start();
    player.step();
    assertTrue(events.contains(new PerformanceEvent.Sounding()));
    assertTrue(ear.loud);
  }

  @Test
  void standsStillWhilePausedAndGoesOnWhereItWas() {
    start();
    play(1500);
    player.command(new Command.Pause());
    play(60_000);
    assertEquals(PlayerState.Phase.PAUSED, player.state().phase());
    assertEquals(List.of("one", "two"), lines());
    player.command(new Command.Resume());
    play(600);
    assertEquals(List.of("one", "two", "three"), lines());
  }

  @Test
  void turnsToTheNextPageTheOneBeforeAndReadsOneAgain() {
    start();
    play(1500);
    player.command(new Command.Next());
    play(100);
    player.command(new Command.Again());
    play(100);
    player.command(new Command.Previous());
    play(100);
    assertEquals(List.of("one", "two", "three", "three", "one"), lines());
  }

  @Test
  void endsWhenTheNextPageIsBehindTheLast() {
    start();
    play(3500);
    player.command(new Command.Next());
    play(50);
    assertEquals(Ending.COMPLETED, ending());
  }

  @Test
  void isSilentAndHaltedInTheStepThatTakesTheHalt() {
    start();
    play(500);
    long heard = ear.heard();
    player.command(new Command.Halt());
    player.step();
    assertEquals(Stage.Mode.HALTED, player.stage().mode());
    assertEquals(Ending.HALTED, ending());
    clock.advance(Duration.ofSeconds(5));
    assertEquals(heard, ear.heard(), "nothing is heard after the halt");
  }

  @Test
  void aHaltWinsOverAPauseAndOnlyAStartEndsIt() {
    start();
    play(500);
    player.command(new Command.Pause());
    player.command(new Command.Halt());
    player.command(new Command.Resume());
    player.command(new Command.Stop());
    play(100);
    assertEquals(PlayerState.Phase.HALTED, player.state().phase());
    start();
    play(100);
    assertEquals(PlayerState.Phase.READING, player.state().phase());
  }

  @Test
  void nextEndsTheWaitAfterAQuestionInsteadOfThePage() {
    Stories asking =
        new Stories().say(1, "who?", 1000).think(1, 4000).say(1, "you!", 1000).say(2, "end", 500);
    player.command(new Command.Start(asking, 0));
    play(1500);
    assertEquals(PlayerState.Phase.WAITING, player.state().phase());
    player.command(new Command.Next());
    play(100);
    assertEquals(List.of("who?", "you!"), lines());
  }

  @Test
  void aButtonChoosesThePageAndTimeChoosesWhenNobodyPresses() {
    Stories forked =
        new Stories()
            .say(1, "where?", 500)
            .choose(1, 2000, 2, 3, 3)
            .say(2, "left", 500)
            .say(3, "right", 500);
    player.command(new Command.Start(forked, 0));
    play(1000);
    player.command(new Command.Choose(true));
    play(100);
    assertEquals(List.of("where?", "left"), lines());
    events.clear();
    player.command(new Command.Start(forked, 0));
    play(3000);
    assertEquals(List.of("where?", "right"), lines());
    assertTrue(events.contains(new PerformanceEvent.Chosen(3, false)));
  }

  @Test
  void aStoryThatLeadsBackToItsQuestionEndsWhenNobodyEverAnswers() {
    Stories circle = new Stories().say(1, "where?", 500).choose(1, 500, 1, 2, 1).say(2, "out", 500);
    player.command(new Command.Start(circle, 0));
    play(20_000);
    assertEquals(Ending.COMPLETED, ending());
    assertEquals(List.of("where?", "where?", "where?"), lines());
  }

  @Test
  void waitsInSilenceForAPassageThatIsStillBeingPreparedAndReadsOnWhenItIsReady() {
    story.hide(1);
    start();
    play(3000);
    assertEquals(List.of("one"), lines());
    assertTrue(events.contains(new PerformanceEvent.WaitingForSpeech(1)));
    story.show(1);
    play(100);
    assertEquals(List.of("one", "two"), lines());
    assertEquals(
        1, events.stream().filter(PerformanceEvent.WaitingForSpeech.class::isInstance).count());
  }

  @Test
  void readsOnWithoutASoundThatIsMissing() {
    story.broken = true;
    start();
    play(4100);
    assertEquals(Ending.COMPLETED, ending());
    assertFalse(ear.loud);
    assertTrue(
        events.contains(
            new PerformanceEvent.SoundMissing("one", Sentence.plain("its file has been removed"))));
  }

  @Test
  void aNewStartEndsTheStoryThatWasBeingRead() {
    start();
    play(500);
    player.command(new Command.Start(new Stories().say(1, "other", 1000), 0));
    play(100);
    assertEquals(Ending.STOPPED, ending());
    assertEquals(List.of("one", "other"), lines());
  }

  @Test
  void commandsWithoutAStoryDoNothing() {
    for (Command command :
        List.of(
            new Command.Pause(),
            new Command.Next(),
            new Command.Again(),
            new Command.Stop(),
            new Command.Choose(true))) {
      player.command(command);
      play(20);
    }
    assertEquals(List.of(), events);
  }

  @Test
  void twoTurnsInOneStepAreTwoPages() {
    start();
    play(500);
    player.command(new Command.Next());
    player.command(new Command.Next());
    play(100);
    assertEquals(List.of("one", "four"), lines());
    player.command(new Command.Again());
    player.command(new Command.Again());
    play(100);
    assertEquals(List.of("one", "four", "four"), lines());
  }

  @Test
  void nothingOfTheOldPageMovesOrIsToldWhileTheNextIsBeingPrepared() {
    story.hide(2);
    start();
    play(500);
    events.clear();
    player.command(new Command.Next());
    play(2000);
    assertEquals(List.of(), lines());
    assertEquals(Playhead.NOWHERE, player.stage().playhead());
    story.show(2);
    play(100);
    assertEquals(List.of("three"), lines());
  }

  @Test
  void aHaltGoesBeforeWhatWasAskedForEarlier() {
    start();
    play(500);
    player.command(new Command.Next());
    start();
    player.command(new Command.Halt());
    play(100);
    assertEquals(PlayerState.Phase.HALTED, player.state().phase());
    assertEquals(List.of("one"), lines());
  }

  private final Stories book =
      new Stories()
          .say(0, "title", 500)
          .say(1, "one", 1000)
          .turn(1, 12_000)
          .say(2, "two", 1000)
          .turn(2, 12_000)
          .say(3, "three", 1000);

  private long pagesEnded() {
    return events.stream().filter(PerformanceEvent.PageEnded.class::isInstance).count();
  }

  @Test
  void aPageOfABookIsWaitedForUntilSomebodyTurnsIt() {
    player.command(new Command.Start(book, 0));
    play(1600);
    assertEquals(PlayerState.Phase.WAITING, player.state().phase());
    assertEquals(1, player.state().page());
    assertTrue(events.contains(new PerformanceEvent.PageEnded(1)));
    player.command(new Command.Next());
    play(100);
    assertEquals(List.of("title", "one", "two"), lines());
    assertEquals(PlayerState.Phase.READING, player.state().phase());
    play(1000);
    player.command(new Command.TurnPage());
    play(100);
    assertEquals(List.of("title", "one", "two", "three"), lines());
    play(1000);
    assertEquals(Ending.COMPLETED, ending());
    assertEquals(
        List.of(new PageReached(1), new PageReached(2), new PageReached(3)),
        events.stream().filter(PageReached.class::isInstance).toList());
  }

  @Test
  void aPageThatNobodyTurnsIsTakenAsTurnedAfterItsTime() {
    player.command(new Command.Start(book, 0));
    play(13_400);
    assertEquals(List.of("title", "one"), lines());
    play(200);
    assertEquals(List.of("title", "one", "two"), lines());
  }

  @Test
  void aPageTurnedBeforeItsEndIsReadToItsEndAndNotWaitedFor() {
    for (Command early : List.of(new Command.Next(), new Command.TurnPage())) {
      // In the middle of the page, and when its last tenth of a second is on its way already.
      for (int millis : new int[] {800, 1450}) {
        events.clear();
        player.command(new Command.Start(book, 0));
        play(millis);
        player.command(early);
        play(1480 - millis);
        assertEquals(List.of("title", "one"), lines());
        play(200);
        assertEquals(List.of("title", "one", "two"), lines(), early + " at " + millis);
        assertEquals(0, pagesEnded());
        play(1000);
        assertEquals(1, pagesEnded(), "the next page is waited for");
      }
    }
  }

  @Test
  void aSecondEarlyPressGoesToTheNextPageAndASecondEarlyCardDoesNot() {
    player.command(new Command.Start(book, 0));
    play(800);
    player.command(new Command.TurnPage());
    player.command(new Command.TurnPage());
    play(100);
    assertEquals(List.of("title", "one"), lines());
    player.command(new Command.Next());
    play(100);
    assertEquals(List.of("title", "one", "two"), lines());
  }

  @Test
  void anEarlyTurnIsForgottenWhenThePageIsReadAgain() {
    player.command(new Command.Start(book, 0));
    play(800);
    player.command(new Command.Next());
    player.command(new Command.Again());
    play(1200);
    assertEquals(PlayerState.Phase.WAITING, player.state().phase());
    player.command(new Command.Again());
    play(100);
    assertEquals(List.of("title", "one", "one", "one"), lines());
  }

  @Test
  void aPauseStopsTheWaitAndGoingOnIsTurningThePage() {
    player.command(new Command.Start(book, 0));
    play(2000);
    player.command(new Command.Pause());
    play(60_000);
    assertEquals(PlayerState.Phase.PAUSED, player.state().phase());
    player.command(new Command.Resume());
    play(100);
    assertEquals(List.of("title", "one", "two"), lines());
    player.command(new Command.Pause());
    player.command(new Command.Resume());
    play(100);
    assertEquals(List.of("title", "one", "two"), lines());
  }

  @Test
  void turningAPageMeansNothingWithoutABook() {
    start();
    play(500);
    player.command(new Command.TurnPage());
    play(400);
    assertEquals(List.of("one"), lines());
    player.command(new Command.Next());
    play(50);
    assertEquals(List.of("one", "three"), lines());
  }

  @Test
  void finishingEndsBehindTheSentenceThatIsSpoken() {
    Stories sentences =
        new Stories()
            .say(1, "Once upon a time,", 1000)
            .add(1, new Passage.Kind.Silence(), 500)
            .say(1, "there was a bear.", 1000)
            .say(1, "He slept.", 1000);
    player.command(new Command.Start(sentences, 0));
    play(300);
    player.command(new Command.Finish());
    play(4000);
    assertEquals(List.of("Once upon a time,", "there was a bear."), lines());
    assertEquals(Ending.STOPPED, ending());
  }

  @Test
  void finishingEndsWithThePageWhereNobodyWroteAFullStop() {
    start();
    play(300);
    player.command(new Command.Finish());
    play(4100);
    assertEquals(List.of("one", "two"), lines());
  }

  @Test
  void finishingInTheLastSentenceReadsToTheEnd() {
    start();
    play(3300);
    player.command(new Command.Finish());
    play(1000);
    assertEquals(Ending.COMPLETED, ending());
  }

  @Test
  void finishingWhileItStandsStillWaitsForTheSentence() {
    start();
    play(300);
    player.command(new Command.Pause());
    player.command(new Command.Finish());
    play(3000);
    assertEquals(PlayerState.Phase.PAUSED, player.state().phase());
    player.command(new Command.Resume());
    play(3000);
    assertEquals(Ending.STOPPED, ending());
  }

  @Test
  void finishingBindsOnlyTheStoryThatIsRead() {
    start();
    play(300);
    player.command(new Command.Finish());
    start();
    play(4100);
    assertEquals(Ending.COMPLETED, ending());
    player.command(new Command.Finish());
    start();
    play(4100);
    assertEquals(Ending.COMPLETED, ending());
  }

  /** Writes a loud sound until it is told otherwise. */
  private final class Guest implements SoundGuest {
    private boolean on = true;
    private boolean broken;
    private int taken;

    @Override
    public boolean feed() {
      if (broken) {
        throw new IllegalStateException("a mistake of ours");
      }
      short[] noise = new short[ear.room()];
      Arrays.fill(noise, (short) 1000);
      ear.write(noise, 0, noise.length);
      return on;
    }

    @Override
    public void taken() {
      taken++;
    }
  }

  private int framesIn(int millis) {
    int before = ear.frames;
    play(millis);
    return ear.frames - before;
  }

  @Test
  void aGuestSoundsUntilAStoryBeginsAndTheStoryIsHeardFromItsFirstWord() {
    Guest guest = new Guest();
    player.command(new Command.Lend(guest));
    assertTrue(framesIn(500) > 0);
    assertEquals(PlayerState.Phase.IDLE, player.state().phase());
    start();
    player.step();
    assertEquals(1, guest.taken, "told at once");
    play(4100);
    assertEquals(1, guest.taken);
    assertEquals(List.of("one", "two", "three", "four"), lines());
    assertEquals(0, framesIn(200), "and it does not come back");
  }

  @Test
  void aHaltAndAStopSilenceAGuest() {
    for (Command end : List.of(new Command.Halt(), new Command.Stop())) {
      Guest guest = new Guest();
      player.command(new Command.Lend(guest));
      play(100);
      player.command(end);
      player.step();
      assertEquals(1, guest.taken, end::toString);
      assertEquals(0, framesIn(500), end::toString);
    }
    assertEquals(1, ear.hushed);
    player.command(new Command.Lend(new Guest()));
    assertTrue(framesIn(100) > 0, "after a halt somebody may sound again");
  }

  @Test
  void aGuestThatAHaltSweepsAwayIsToldSo() {
    Guest guest = new Guest();
    player.command(new Command.Lend(guest));
    player.command(new Command.Halt());
    player.step();
    assertEquals(1, guest.taken);
    assertEquals(0, framesIn(200));
  }

  @Test
  void aVolumeThatWasSetJustBeforeAHaltHoldsForWhatIsReadNext() {
    player.command(new Command.Volume(0));
    player.command(new Command.Halt());
    player.step();
    start();
    play(500);
    assertFalse(ear.loud);
  }

  @Test
  void whileAStoryIsReadOrPausedNobodyElseSounds() {
    start();
    play(500);
    Guest guest = new Guest();
    player.command(new Command.Lend(guest));
    play(100);
    player.command(new Command.Pause());
    player.command(new Command.Lend(guest));
    assertEquals(0, framesIn(100));
    assertEquals(2, guest.taken);
  }

  @Test
  void aGuestThatEndsOrFailsIsSilentAndTheNextOneTakesItsPlace() {
    Guest first = new Guest();
    Guest second = new Guest();
    player.command(new Command.Lend(first));
    player.command(new Command.Lend(second));
    play(50);
    assertEquals(1, first.taken);
    second.on = false;
    player.step();
    assertEquals(0, framesIn(300));
    assertEquals(0, second.taken, "it has ended by itself");
    Guest third = new Guest();
    third.broken = true;
    player.command(new Command.Lend(third));
    play(50);
    assertEquals(1, third.taken);
    start();
    play(4100);
    assertEquals(Ending.COMPLETED, ending());
  }
}
