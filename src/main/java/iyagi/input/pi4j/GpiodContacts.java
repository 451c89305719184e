package iyagi.input.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import iyagi.input.Button;
import iyagi.input.ButtonLine;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Contacts on the Pi's pins, through Pi4J's gpiod provider, which brings its own libgpiod for 32-
 * and 64-bit ARM and no other computer. The context holds exactly the one provider that is named
 * here: a context that looks for providers itself may pick up a pretended one, whose buttons nobody
 * can press.
 *
 * <p>Pins are asked for their state. Pi4J's events are not used: the kernel keeps 16 edges of a pin
 * (drivers/gpio/gpiolib-cdev.c) and drops what comes then, so after a long bounce the last event
 * may tell the wrong state, for ever.
 */
final class GpiodContacts implements Contacts {
  private final Context pi4j;
  private final Map<Button, DigitalInput> inputs;
  private final Set<Button> activeLow;

  private GpiodContacts(Context pi4j, Map<Button, DigitalInput> inputs, Set<Button> activeLow) {
    this.pi4j = pi4j;
    this.inputs = inputs;
    this.activeLow = activeLow;
  }

  /**
   * Takes pins.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @throws IOException in plain words, if they are taken, or this is no Raspberry Pi
   */
  static GpiodContacts open(String chip, List<ButtonLine> lines) throws IOException {
    Context pi4j = null;
    try {
      pi4j = context(chip);
      Map<Button, DigitalInput> inputs = new EnumMap<>(Button.class);
      Set<Button> activeLow = EnumSet.noneOf(Button.class);
      for (ButtonLine line : lines) {
        inputs.put(line.button(), input(pi4j, line));
        if (line.activeLow()) {
          activeLow.add(line.button());
        }
      }
      return new GpiodContacts(pi4j, inputs, activeLow);
    } catch (Pi4JException | GpioDException | IllegalStateException | LinkageError refused) {
      if (pi4j != null) {
        pi4j.shutdown();
      }
      throw new Hindrance(
          Sentence.of(
              "the pins cannot be used ({0}); on a Raspberry Pi no other program may hold them and"
                  + " this user has to be in the group gpio (sudo usermod -aG gpio iyagi, then"
                  + " restart); on any other computer use simulated buttons",
              Reason.innermost(refused)),
          refused);
    }
  }

  private static Context context(String chip) {
    var builder =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .noAutoInject()
            .disableShutdownHook()
            .add(GpioDDigitalInputProvider.newInstance());
    if (!chip.isEmpty()) {
      builder.property("gpio.chip.name", chip);
    }
    return builder.build();
  }

  private static DigitalInput input(Context pi4j, ButtonLine line) {
    PullResistance pull =
        switch (line.pull()) {
          case UP -> PullResistance.PULL_UP;
          case DOWN -> PullResistance.PULL_DOWN;
          case NONE -> PullResistance.OFF;
        };
    return pi4j.create(
        DigitalInput.newConfigBuilder(pi4j)
            .id(line.button().key())
            .address(line.line())
            .pull(pull)
            .debounce(0L)
            .build());
  }

  @Override
  public Set<Button> closed() throws IOException {
    Set<Button> closed = EnumSet.noneOf(Button.class);
    try {
      inputs.forEach(
          (button, input) -> {
            if (input.state().isLow() == activeLow.contains(button)) {
              closed.add(button);
            }
          });
    } catch (Pi4JException | GpioDException | IllegalStateException lost) {
      throw new Hindrance(
          Sentence.of("the pins cannot be read any more ({0})", Reason.innermost(lost)), lost);
    }
    return closed;
  }

  @Override
  public void close() {
    if (!pi4j.isShutdown()) {
      pi4j.shutdown();
    }
  }
}
