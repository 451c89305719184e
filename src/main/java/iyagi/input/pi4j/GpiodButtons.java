package iyagi.input.pi4j;

import iyagi.input.Button;
import iyagi.input.ButtonEvent;
import iyagi.input.ButtonLine;
import iyagi.input.Buttons;
import iyagi.input.Debounce;
import iyagi.input.DeviceWatch;
import iyagi.time.NanoClock;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Buttons on pins of a GPIO chip, asked two hundred times a second. */
public final class GpiodButtons implements Buttons {
  /** Four looks while a contact has to be quiet. */
  private static final Duration BEAT = Duration.ofMillis(5);

  private final Sentence name;
  private final Set<Button> present;
  private final Contacts.Opener opener;
  private final NanoClock clock;
  private final DeviceWatch<Contacts, ButtonEvent> watch;

  /**
   * Buttons whose pins are taken when they are started. All are on one chip, because Pi4J has one
   * chip for a whole process.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @param lines no button and no line twice
   */
  public GpiodButtons(String chip, List<ButtonLine> lines, NanoClock clock) {
    this(
        chip.isEmpty()
            ? Sentence.of("buttons on the Pi's pins")
            : Sentence.of("buttons on {0}", chip),
        lines.stream().map(ButtonLine::button).collect(Collectors.toSet()),
        () -> GpiodContacts.open(chip, lines),
        clock,
        DeviceWatch.RETRY);
  }

  GpiodButtons(
      Sentence name, Set<Button> present, Contacts.Opener opener, NanoClock clock, Duration retry) {
    this.name = name;
    this.present = Set.copyOf(present);
    this.opener = opener;
    this.clock = clock;
    watch = new DeviceWatch<>("buttons", new Driver(), retry);
  }

  @Override
  public Sentence name() {
    return name;
  }

  @Override
  public Set<Button> present() {
    return present;
  }

  @Override
  public void start(Consumer<ButtonEvent> listener) {
    watch.start(listener);
  }

  @Override
  public void close() {
    watch.close();
  }

  private final class Driver implements DeviceWatch.Driver<Contacts, ButtonEvent> {
    private Debounce debounce = new Debounce(clock);

    @Override
    public Contacts open(Consumer<ButtonEvent> tell) throws IOException {
      debounce = new Debounce(clock);
      try {
        return opener.open();
      } catch (IOException refused) {
        throw new Hindrance(Sentence.of("{0}: {1}", name, Reason.of(refused)), refused);
      }
    }

    @Override
    public Duration step(Contacts contacts, Consumer<ButtonEvent> tell) throws IOException {
      try {
        debounce.at(contacts.closed()).forEach(tell);
      } catch (IOException lost) {
        throw new Hindrance(Sentence.of("{0}: {1}", name, Reason.of(lost)), lost);
      }
      return BEAT;
    }

    @Override
    public ButtonEvent lost(Sentence reason) {
      return new ButtonEvent.Lost(reason);
    }

    @Override
    public ButtonEvent back() {
      return new ButtonEvent.Back();
    }
  }
}
