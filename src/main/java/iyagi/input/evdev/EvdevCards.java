package iyagi.input.evdev;

import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.DeviceWatch;
import iyagi.time.NanoClock;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A card reader that types numbers like a keyboard ("keyboard wedge"), read before anything else on
 * this computer sees what it types. It never tells that a card has left.
 */
public final class EvdevCards implements Cards {
  /** Events in one reading: 32 digits with their marks and releases, and some more. */
  private static final int MOST_BYTES = 256 * 24;

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final String device;
  private final Keyboards keyboards;
  private final NanoClock clock;
  private final Set<Sentence> doubts = new HashSet<>();
  private final DeviceWatch<Reader, CardEvent> watch;

  /**
   * A reader that is looked for when it is started.
   *
   * @param device a path like /dev/input/by-id/…-event-kbd, or words of the reader's name
   */
  public EvdevCards(String device, NanoClock clock) {
    this(device, new Keyboards(), clock, DeviceWatch.RETRY);
  }

  EvdevCards(String device, Keyboards keyboards, NanoClock clock, Duration retry) {
    this.device = device;
    this.keyboards = keyboards;
    this.clock = clock;
    watch = new DeviceWatch<>("cards", new Driver(), retry);
  }

  @Override
  public Sentence name() {
    return Sentence.of("card reader '{0}'", device);
  }

  @Override
  public boolean tellsRemoval() {
    return false;
  }

  @Override
  public void start(Consumer<CardEvent> listener) {
    watch.start(listener);
  }

  @Override
  public void close() {
    watch.close();
  }

  /** An open reader with what has been typed on it so far. */
  private record Reader(DeviceFile file, KeyEvents events, TypedNumber number, byte[] bytes)
      implements Closeable {
    @Override
    public void close() {
      file.close();
    }
  }

  private final class Driver implements DeviceWatch.Driver<Reader, CardEvent> {
    @Override
    public Reader open(Consumer<CardEvent> tell) throws IOException {
      Path path;
      try {
        path = keyboards.find(device);
      } catch (IOException none) {
        throw new Hindrance(Sentence.of("{0}: {1}", name(), Reason.of(none)), none);
      }
      DeviceFile file;
      try {
        file = new DeviceFile(path, MOST_BYTES);
      } catch (DeviceFile.Refused refused) {
        throw new Hindrance(trouble(path, refused), refused);
      }
      grab(file, path, tell);
      return new Reader(file, new KeyEvents(), new TypedNumber(clock), new byte[MOST_BYTES]);
    }

    private void grab(DeviceFile file, Path path, Consumer<CardEvent> tell) {
      try {
        file.grab();
      } catch (DeviceFile.Refused refused) {
        Sentence doubt =
            Sentence.of(
                "{0} ({1}) cannot be had alone: {2}; cards work, but their numbers may also be typed"
                    + " into other programs; end the program that has it, or check cards.device in"
                    + " the robot's profile",
                name(), path, refused.sentence());
        if (doubts.add(doubt)) {
          tell.accept(new CardEvent.Doubtful(doubt));
        }
      }
    }

    @Override
    public Duration step(Reader reader, Consumer<CardEvent> tell) throws IOException {
      int length;
      try {
        length = reader.file().read(reader.bytes(), PATIENCE);
      } catch (DeviceFile.Refused gone) {
        throw new Hindrance(
            Sentence.of("{0} was unplugged ({1}); plug it in again", name(), gone.sentence()),
            gone);
      }
      for (KeyEvent event : reader.events().of(reader.bytes(), length)) {
        Optional<CardId> card = reader.number().at(event);
        card.map(CardEvent.Placed::new).ifPresent(tell);
      }
      return Duration.ZERO;
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

  Sentence trouble(Path path, DeviceFile.Refused refused) {
    return Sentence.of(
        "{0}: {1} cannot be read ({2}); {3}", name(), path, refused.sentence(), advice(refused));
  }

  private static Sentence advice(DeviceFile.Refused refused) {
    if (refused.isForbidden()) {
      return Sentence.of(
          "this user has to be in the group input: sudo usermod -aG input iyagi, then restart");
    }
    return refused.isMissing()
        ? Sentence.of("plug the reader in, or correct cards.device in the robot's profile")
        : Sentence.of("a keyboard of Linux was expected");
  }
}
