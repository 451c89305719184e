package iyagi.input;

import iyagi.input.CardWish.Nothing;
import iyagi.input.CardWish.Pause;
import iyagi.input.CardWish.Queue;
import iyagi.input.CardWish.Resume;
import iyagi.input.CardWish.Start;
import iyagi.input.CardWish.Turn;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What it means when a card is placed or taken away. Only cards that belong to a story may be
 * handed in; what the player does is told by {@link #began}, {@link #ended}, {@link #stopped} and
 * {@link #resumed}; {@link #tick} is to be called several times a second. One thread.
 *
 * <p>"A" is the card whose story is read, "B" any other one, and "fresh" a card that does not lie
 * there already and was not seen within the last 2 s.
 *
 * <table>
 *   <caption>What comes of what, by state</caption>
 *   <tr><th>state</th><th>what happens</th><th>wish</th><th>state then</th></tr>
 *   <tr><td>silence</td><td>a fresh card is placed</td><td>Start</td><td>asked for</td></tr>
 *   <tr><td>any</td><td>a card is placed that is not fresh (but see "standing")</td>
 *       <td>Nothing</td><td>the same</td></tr>
 *   <tr><td>A read</td><td>A is placed, fresh</td><td>Turn; it has not left</td>
 *       <td>the same</td></tr>
 *   <tr><td>A asked for or read</td><td>A is placed otherwise</td><td>Nothing; it has not left</td>
 *       <td>the same</td></tr>
 *   <tr><td>A asked for or read</td><td>fresh B is placed</td>
 *       <td>Queue(B); A may leave for it, the place for a card is taken</td><td>the same</td></tr>
 *   <tr><td>A asked for or read</td><td>B is placed, queued already</td><td>Nothing; A may leave
 *       for it</td><td>the same</td></tr>
 *   <tr><td>A asked for</td><td>60 s have passed and no story began</td><td>Nothing</td>
 *       <td>silence</td></tr>
 *   <tr><td>A read</td><td>A has been away for 1 s</td><td>Pause</td><td>standing</td></tr>
 *   <tr><td>A standing</td><td>A is placed within 60 s, fresh or not</td><td>Resume</td>
 *       <td>A read</td></tr>
 *   <tr><td>A standing</td><td>A is placed later</td><td>Start(A)</td><td>A asked for</td></tr>
 *   <tr><td>A standing</td><td>fresh B is placed: nothing is read that it could wait for</td>
 *       <td>Start(B)</td><td>B asked for</td></tr>
 *   <tr><td>A standing</td><td>60 s have passed and B is queued</td><td>Start(B)</td>
 *       <td>B asked for</td></tr>
 *   <tr><td>A standing</td><td>resumed by other means</td><td>Nothing</td><td>A read, away or
 *       not</td></tr>
 *   <tr><td>a story of other origin</td><td>a fresh card is placed</td><td>Queue</td>
 *       <td>the same</td></tr>
 *   <tr><td>any story</td><td>it has ended, and B is queued</td><td>Start(B)</td>
 *       <td>B asked for</td></tr>
 *   <tr><td>any story</td><td>it has ended, or was stopped (which forgets the queue)</td>
 *       <td>Nothing</td><td>silence</td></tr>
 * </table>
 *
 * <p>A card left lying is not fresh, so it starts once; after the end it has to be lifted. A reader
 * that only types numbers never tells that a card has left: with it nothing lies, nothing stands,
 * and a card is fresh when its number has not come for 2 s. Loss and return of the reader change
 * nothing: a reading goes on without it.
 */
public final class CardRules {
  /** A card seen again so soon has only wobbled, or its reader repeats itself. */
  public static final Duration WOBBLE = Duration.ofSeconds(2);

  /** How long a card has to be away until its story pauses. */
  public static final Duration GRACE = Duration.ofSeconds(1);

  /** How long a paused story waits for its card, and a card for its story. */
  public static final Duration STANDING = Duration.ofSeconds(60);

  private static final CardWish NOTHING = new Nothing();

  private sealed interface State {
    record Silence() implements State {}

    /** Start has been wished; whether another story still has to end for it. */
    record Asked(CardId card, boolean another, long sinceNanos) implements State {}

    record Reading(CardId card) implements State {}

    /** A story that no card has asked for. */
    record Other() implements State {}

    record Standing(CardId card, long sinceNanos) implements State {}
  }

  private final NanoClock clock;
  private final boolean tellsRemoval;
  private final Map<CardId, Long> seenNanos = new HashMap<>();
  private State state = new State.Silence();
  private CardId lying;
  private CardId queued;
  private boolean away;
  private long awayNanos;

  /**
   * Rules for a reader.
   *
   * @param tellsRemoval of that reader, see {@link Cards#tellsRemoval}
   */
  public CardRules(NanoClock clock, boolean tellsRemoval) {
    this.clock = clock;
    this.tellsRemoval = tellsRemoval;
  }

  /** Something has happened at the reader. */
  public CardWish on(CardEvent event) {
    return switch (event) {
      case CardEvent.Placed(CardId card) -> placed(card);
      case CardEvent.Removed(CardId card) -> removed(card);
      case CardEvent.Lost _, CardEvent.Back _, CardEvent.Doubtful _ -> NOTHING;
    };
  }

  private CardWish placed(CardId card) {
    boolean fresh = !card.equals(lying) && !seenLately(card);
    seenNanos.put(card, clock.nanos());
    lying = tellsRemoval ? card : null;
    return switch (state) {
      case State.Silence _ -> fresh ? start(card) : NOTHING;
      case State.Asked(CardId own, _, _) -> placedDuring(own, card, fresh);
      case State.Reading(CardId own) -> placedDuring(own, card, fresh);
      case State.Other _ -> fresh ? queue(card) : NOTHING;
      case State.Standing(CardId own, long since) -> placedWhileStanding(own, since, card, fresh);
    };
  }

  private boolean seenLately(CardId card) {
    long now = clock.nanos();
    seenNanos.values().removeIf(seen -> now - seen >= WOBBLE.toNanos());
    return seenNanos.containsKey(card);
  }

  private CardWish placedDuring(CardId own, CardId card, boolean fresh) {
    if (card.equals(own) || card.equals(queued) || fresh) {
      away = false;
    }
    if (fresh && card.equals(own)) {
      return state instanceof State.Reading ? new Turn() : NOTHING;
    }
    return fresh ? queue(card) : NOTHING;
  }

  private CardWish placedWhileStanding(CardId own, long since, CardId card, boolean fresh) {
    boolean inTime = clock.nanos() - since < STANDING.toNanos();
    if (card.equals(own) && inTime) {
      state = new State.Reading(own);
      return new Resume();
    }
    return fresh || card.equals(own) ? start(card) : NOTHING;
  }

  private CardWish queue(CardId card) {
    if (card.equals(queued)) {
      return NOTHING;
    }
    queued = card;
    return new Queue(card);
  }

  private CardWish start(CardId card) {
    boolean another = !(state instanceof State.Silence);
    state = new State.Asked(card, another, clock.nanos());
    queued = Objects.equals(queued, card) ? null : queued;
    away = false;
    return new Start(card);
  }

  private CardWish removed(CardId card) {
    if (!tellsRemoval) {
      return NOTHING;
    }
    seenNanos.put(card, clock.nanos());
    lying = card.equals(lying) ? null : lying;
    boolean own =
        switch (state) {
          case State.Asked(CardId asked, _, _) -> card.equals(asked);
          case State.Reading(CardId read) -> card.equals(read);
          case State.Silence _, State.Other _, State.Standing _ -> false;
        };
    if (own) {
      away = true;
      awayNanos = clock.nanos();
    }
    return NOTHING;
  }

  /** Time goes by. */
  public CardWish tick() {
    long now = clock.nanos();
    if (state instanceof State.Reading(CardId card) && away && now - awayNanos >= GRACE.toNanos()) {
      away = false;
      state = new State.Standing(card, now);
      return new Pause();
    }
    if (state instanceof State.Standing(_, long since)
        && queued != null
        && now - since >= STANDING.toNanos()) {
      return start(queued);
    }
    if (state instanceof State.Asked(_, _, long since) && now - since >= STANDING.toNanos()) {
      state = new State.Silence();
    }
    return NOTHING;
  }

  /** A story begins to be read: the one that was wished, else one that no card has asked for. */
  public void began() {
    if (state instanceof State.Asked(CardId card, _, _)) {
      state = new State.Reading(card);
    } else {
      state = new State.Other();
      away = false;
    }
  }

  /** A paused story goes on, by whatever means. */
  public void resumed() {
    if (state instanceof State.Standing(CardId card, _)) {
      state = new State.Reading(card);
    }
  }

  /**
   * The story that was being read is over, or the one that was wished could not be read. The end of
   * a story that gives way to a {@link Start} is told before the other one's {@link #began} and
   * changes nothing.
   */
  public CardWish ended() {
    if (state instanceof State.Asked(CardId card, boolean another, long since) && another) {
      state = new State.Asked(card, false, since);
      return NOTHING;
    }
    state = new State.Silence();
    away = false;
    return queued == null ? NOTHING : start(queued);
  }

  /**
   * Somebody has stopped or halted the story: whatever was queued is forgotten, too. The same holds
   * for a story that gives way.
   */
  public void stopped() {
    if (!(state instanceof State.Asked(_, boolean another, _) && another)) {
      queued = null;
    }
    var _ = ended();
  }

  /** What is read after this story, if anything. */
  public Optional<CardId> next() {
    return Optional.ofNullable(queued);
  }
}
