package iyagi.service;

import iyagi.input.Button;
import iyagi.input.ButtonEvent;
import iyagi.input.Buttons;
import iyagi.input.CardBook;
import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.CardRules;
import iyagi.input.CardWish;
import iyagi.input.Cards;
import iyagi.input.PrintedCard;
import iyagi.performance.Command;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PlayerState;
import iyagi.session.Kind;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What hands do at the robot, as commands to the service: buttons and story cards. Everything comes
 * in one queue and is dealt with by the one thread that steps; only a halt goes straight to the
 * player.
 */
public final class Hands {
  private static final int VOLUME_STEP = 10;

  private final CardBook book;
  private final CardRules rules;
  private final Service service;
  private final Consumer<Sentence> tell;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  /**
   * Hands that nobody has lent yet; see {@link #listen}.
   *
   * @param book which card is which story
   * @param tellsRemoval whether the reader notices that a card is taken away
   */
  public Hands(
      CardBook book,
      boolean tellsRemoval,
      NanoClock clock,
      Service service,
      Consumer<Sentence> tell) {
    this.book = book;
    this.service = service;
    this.tell = tell;
    rules = new CardRules(clock, tellsRemoval);
  }

  /** Listens from now on. */
  public void listen(Buttons buttons, Cards cards) {
    buttons.start(this::button);
    cards.start(this::card);
  }

  /** Takes what happens in the performance. Any thread. */
  public void heard(PerformanceEvent event) {
    switch (event) {
      case PerformanceEvent.Started _ -> queue.add(rules::began);
      case PerformanceEvent.Resumed _ -> queue.add(rules::resumed);
      case PerformanceEvent.Ended(PerformanceEvent.Ending ending) ->
          queue.add(
              () -> {
                if (ending == PerformanceEvent.Ending.COMPLETED) {
                  grant(rules.ended());
                } else {
                  rules.stopped();
                }
              });
      case PerformanceEvent.Sounding _,
          PerformanceEvent.PageReached _,
          PerformanceEvent.LineReached _,
          PerformanceEvent.QuestionAsked _,
          PerformanceEvent.QuestionAnswered _,
          PerformanceEvent.PageEnded _,
          PerformanceEvent.ChoiceOffered _,
          PerformanceEvent.Chosen _,
          PerformanceEvent.Paused _,
          PerformanceEvent.WaitingForSpeech _,
          PerformanceEvent.SoundMissing _,
          PerformanceEvent.MotionLost _,
          PerformanceEvent.MotionBack _,
          PerformanceEvent.JointRests _,
          PerformanceEvent.LightLost _,
          PerformanceEvent.LightBack _,
          PerformanceEvent.SoundLost _,
          PerformanceEvent.SoundBack _ -> {}
    }
  }

  /** Waits for something to happen, at most a tenth of a second, then a step. */
  public void await(Duration most) throws InterruptedException {
    long nanos = Math.min(most.toNanos(), TimeUnit.MILLISECONDS.toNanos(100));
    Runnable first = queue.poll(nanos, TimeUnit.NANOSECONDS);
    if (first != null) {
      first.run();
    }
    step();
  }

  /** What has happened, then what the time brings. */
  public void step() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
    grant(rules.tick());
  }

  /** Something has happened at the buttons; on their thread. */
  public void button(ButtonEvent event) {
    if (event instanceof ButtonEvent.Pressed(Button button) && button == Button.STOP) {
      service.command(new Command.Halt());
    }
    queue.add(() -> obey(event));
  }

  private void obey(ButtonEvent event) {
    switch (event) {
      case ButtonEvent.Pressed(Button button) -> press(button);
      case ButtonEvent.Released _ -> {}
      case ButtonEvent.Lost(Sentence reason) -> {
        service.condition().lost(Condition.Part.BUTTONS, reason);
        tell.accept(Sentence.of("The buttons do not work: {0}", reason));
      }
      case ButtonEvent.Back _ -> {
        service.condition().back(Condition.Part.BUTTONS);
        tell.accept(Sentence.of("The buttons work again."));
      }
    }
  }

  private void press(Button button) {
    switch (button) {
      case START -> startOrAgain();
      case NEXT -> service.command(new Command.Next());
      case LEFT -> service.command(new Command.Choose(true));
      case RIGHT -> service.command(new Command.Choose(false));
      case GROWN_UP -> pauseOrGoOn();
      case VOLUME_UP -> service.loudness().louder(VOLUME_STEP);
      case VOLUME_DOWN -> service.loudness().louder(-VOLUME_STEP);
      case STOP -> {}
    }
  }

  private void startOrAgain() {
    switch (service.phase()) {
      case READING, WAITING -> service.command(new Command.Again());
      case PAUSED -> service.command(new Command.Resume());
      case IDLE, HALTED ->
          service
              .ready()
              .ifPresentOrElse(
                  this::start,
                  () ->
                      tell.accept(
                          Sentence.of(
                              "The start button was pressed, but no story on this robot can be read"
                                  + " aloud yet; the page Stories says of each what it needs.")));
    }
  }

  private void pauseOrGoOn() {
    service.command(
        service.phase() == PlayerState.Phase.PAUSED ? new Command.Resume() : new Command.Pause());
  }

  /** Something has happened at the card reader; on its thread. */
  public void card(CardEvent event) {
    queue.add(() -> obey(event));
  }

  private void obey(CardEvent event) {
    switch (event) {
      case CardEvent.Placed(CardId card) -> {
        if (story(card).isPresent()) {
          grant(rules.on(event));
        } else {
          tell.accept(
              PrintedCard.is(card)
                  ? Sentence.of(
                      "A printed card was scanned whose story is not on this robot or has mistakes;"
                          + " the page Stories shows what is here.")
                  : Sentence.of(
                      "A card was placed that belongs to no story; 'iyagi cards learn STORY' teaches"
                          + " it."));
        }
      }
      case CardEvent.Removed(CardId card) -> {
        if (story(card).isPresent()) {
          grant(rules.on(event));
        }
      }
      case CardEvent.Lost(Sentence reason) -> {
        service.condition().lost(Condition.Part.CARDS, reason);
        tell.accept(Sentence.of("The card reader does not work: {0}", reason));
      }
      case CardEvent.Back _ -> {
        service.condition().back(Condition.Part.CARDS);
        tell.accept(Sentence.of("The card reader works again."));
      }
      case CardEvent.Doubtful(Sentence reason) ->
          tell.accept(Sentence.of("The card reader: {0}", reason));
    }
  }

  private void grant(CardWish wish) {
    switch (wish) {
      case CardWish.Start(CardId card) -> story(card).ifPresent(this::start);
      case CardWish.Pause _ -> service.command(new Command.Pause());
      case CardWish.Turn _ -> service.command(new Command.TurnPage());
      case CardWish.Resume _ -> service.command(new Command.Resume());
      case CardWish.Queue(CardId card) ->
          story(card).ifPresent(story -> tell.accept(Sentence.of("'{0}' comes next.", story)));
      case CardWish.Nothing _ -> {}
    }
  }

  /** What was taught goes before what is printed. */
  private Optional<String> story(CardId card) {
    return book.story(card).or(() -> service.stock().printed(card));
  }

  private void start(String story) {
    service
        .start(story, 1, Kind.FREE, Optional.empty())
        .refusal()
        .ifPresent(
            why -> {
              tell.accept(Sentence.of("'{0}' was not started: {1}.", story, Refusals.words(why)));
              rules.stopped();
            });
  }
}
