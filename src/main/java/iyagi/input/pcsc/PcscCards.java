package iyagi.input.pcsc;

import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.DeviceWatch;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A card reader that speaks PC/SC, as the ACR122U, through the service pcscd. It knows when a card
 * leaves. The number is the card's own (UID), in hexadecimal digits.
 */
public final class PcscCards implements Cards {
  /** GET DATA, UID (PC/SC part 3, supplemental document for contactless cards, 3.2.2.1.3). */
  private static final byte[] GET_UID = {(byte) 0xff, (byte) 0xca, 0, 0, 0};

  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** A card that is held at the edge of the field may answer the next time. */
  private static final int TRIES = 5;

  private static final Duration NEXT_TRY = Duration.ofMillis(100);

  private final String words;
  private final DeviceWatch<CardSlot, CardEvent> watch;

  /**
   * A reader that is looked for when it is started.
   *
   * @param words that are all in the reader's name; "" for the first one
   */
  public PcscCards(String words) {
    this(words, SmartcardSlot::find, DeviceWatch.RETRY);
  }

  PcscCards(String words, CardSlot.Finder finder, Duration retry) {
    this.words = words;
    watch = new DeviceWatch<>("cards", new Driver(finder), retry);
  }

  @Override
  public Sentence name() {
    return words.isEmpty()
        ? Sentence.of("PC/SC card reader")
        : Sentence.of("PC/SC card reader '{0}'", words);
  }

  @Override
  public boolean tellsRemoval() {
    return true;
  }

  @Override
  public void start(Consumer<CardEvent> listener) {
    watch.start(listener);
  }

  @Override
  public void close() {
    watch.close();
  }

  private final class Driver implements DeviceWatch.Driver<CardSlot, CardEvent> {
    private final CardSlot.Finder finder;

    /** What was told last to lie there; kept over a loss, so that a return tells the difference. */
    private Optional<CardId> told = Optional.empty();

    /** Whether this card has been read, or given up. */
    private boolean dealtWith;

    private int tries;

    Driver(CardSlot.Finder finder) {
      this.finder = finder;
    }

    @Override
    public CardSlot open(Consumer<CardEvent> tell) throws IOException {
      dealtWith = false;
      tries = 0;
      try {
        return finder.find(words);
      } catch (IOException none) {
        throw new Hindrance(Sentence.of("{0}: {1}", name(), Reason.of(none)), none);
      }
    }

    @Override
    public Duration step(CardSlot slot, Consumer<CardEvent> tell) throws IOException {
      try {
        if (dealtWith) {
          return untilItLeaves(slot, tell);
        }
        return slot.awaitCard(told.isPresent() ? Duration.ofMillis(1) : PATIENCE)
            ? read(slot, tell)
            : left(tell);
      } catch (IOException gone) {
        throw new Hindrance(Sentence.of("{0}: {1}", name(), Reason.of(gone)), gone);
      }
    }

    private Duration untilItLeaves(CardSlot slot, Consumer<CardEvent> tell) throws IOException {
      return slot.awaitNone(PATIENCE) ? left(tell) : Duration.ZERO;
    }

    private Duration left(Consumer<CardEvent> tell) {
      dealtWith = false;
      tries = 0;
      lies(Optional.empty(), tell);
      return Duration.ZERO;
    }

    private Duration read(CardSlot slot, Consumer<CardEvent> tell) {
      Optional<CardId> card = uid(slot);
      tries++;
      dealtWith = card.isPresent() || tries == TRIES;
      if (dealtWith) {
        lies(card, tell);
      }
      return dealtWith ? Duration.ZERO : NEXT_TRY;
    }

    private void lies(Optional<CardId> card, Consumer<CardEvent> tell) {
      if (!card.equals(told)) {
        told.map(CardEvent.Removed::new).ifPresent(tell);
        card.map(CardEvent.Placed::new).ifPresent(tell);
        told = card;
      }
    }

    @Override
    public CardEvent lost(Sentence reason) {
      return new CardEvent.Lost(reason);
    }

    @Override
    public CardEvent back() {
      return new CardEvent.Back();
    }
  }

  /** Four, seven or ten bytes and then 90 00 (ISO/IEC 14443-3 and the document above). */
  private static Optional<CardId> uid(CardSlot slot) {
    byte[] answer;
    try {
      answer = slot.ask(GET_UID);
    } catch (CardSlot.NoCard silent) {
      return Optional.empty();
    }
    int length = answer.length - 2;
    if (length < 4 || length > 16 || answer[length] != (byte) 0x90 || answer[length + 1] != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new CardId(HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(answer, length))));
  }
}
