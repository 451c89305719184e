package iyagi.input.evdev;

import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.DeviceWatch;
import iyagi.time.NanoClock;
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
  private final Set<String> doubts = new HashSet<>();
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
  public String name() {
    return "card reader '" + device + "'";
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
        throw new IOException(name() + ": " + none.getMessage(), none);
      }
      DeviceFile file;
      try {
        file = new DeviceFile(path, MOST_BYTES);
      } catch (DeviceFile.Refused refused) {
        throw new IOException(trouble(path, refused), refused);
      }
      grab(file, path, tell);
      return new Reader(file, new KeyEvents(), new TypedNumber(clock), new byte[MOST_BYTES]);
    }

    private void grab(DeviceFile file, Path path, Consumer<CardEvent> tell) {
      try {
        file.grab();
      } catch (DeviceFile.Refused refused) {
        String doubt =
            name()
                + " ("
                + path
                + ") cannot be had alone: "
                + refused.getMessage()
                + "; cards work, but their numbers may also be typed into other programs; end the"
                + " program that has it, or check cards.device in the robot's profile";
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
        throw new IOException(
            name() + " was unplugged (" + gone.getMessage() + "); plug it in again", gone);
      }
      for (KeyEvent event : reader.events().of(reader.bytes(), length)) {
        Optional<CardId> card = reader.number().at(event);
        card.map(CardEvent.Placed::new).ifPresent(tell);
      }
      return Duration.ZERO;
    }

    @Override
    public CardEvent lost(String reason) {
      return new CardEvent.Lost(reason);
    }

    @Override
    public CardEvent back() {
      return new CardEvent.Back();
    }
  }

  String trouble(Path path, DeviceFile.Refused refused) {
    String found = name() + ": " + path + " cannot be read (" + refused.getMessage() + "); ";
    if (refused.isForbidden()) {
      return found
          + "this user has to be in the group input: sudo usermod -aG input iyagi, then restart";
    }
    if (refused.isMissing()) {
      return found + "plug the reader in, or correct cards.device in the robot's profile";
    }
    return found + "a keyboard of Linux was expected";
  }
}
