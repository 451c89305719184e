package iyagi.motion.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Registers over Pi4J. The context holds exactly the one provider that is named here: a context
 * that looks for providers itself may pick up a pretended one and then moves nothing.
 */
final class Pi4jRegisters implements Registers {
  private final Context pi4j;
  private final int bus;
  private final I2C device;

  private Pi4jRegisters(Context pi4j, int bus, I2C device) {
    this.pi4j = pi4j;
    this.bus = bus;
    this.device = device;
  }

  /**
   * Opens a chip.
   *
   * @throws IOException in plain words, if there is no such bus or this is no Raspberry Pi
   */
  static Pi4jRegisters open(int bus, int address) throws IOException {
    Path file = Path.of("/dev/i2c-" + bus);
    if (!Files.exists(file)) {
      throw new Hindrance(missing(bus, Sentence.of("there is no {0}", file)));
    }
    if (!(Files.isReadable(file) && Files.isWritable(file))) {
      throw new Hindrance(forbidden(file));
    }
    Context pi4j = null;
    try {
      // servos are let go by their owner; a hook of Pi4J's own would close the bus before that
      pi4j =
          Pi4J.newContextBuilder()
              .noAutoDetect()
              .noAutoInject()
              .disableShutdownHook()
              .add(LinuxFsI2CProvider.newInstance())
              .build();
      return new Pi4jRegisters(pi4j, bus, device(pi4j, bus, address));
    } catch (Pi4JException | IllegalStateException | LinkageError refused) {
      if (pi4j != null) {
        pi4j.shutdown();
      }
      throw new Hindrance(missing(bus, Reason.innermost(refused)), refused);
    }
  }

  private static Sentence missing(int bus, Sentence why) {
    return Sentence.of(
        "I2C bus {0} cannot be opened ({1}); on a Raspberry Pi switch I2C on in raspi-config, on any"
            + " other computer use a simulated robot",
        bus, why);
  }

  private static I2C device(Context pi4j, int bus, int address) {
    return pi4j.create(I2C.newConfigBuilder(pi4j).bus(bus).device(address).build());
  }

  /** What to do about a device file that this user may not use. */
  static Sentence forbidden(Path file) {
    return Sentence.of(
        "{0} may not be read and written by the user '{1}'; add it to the group i2c (sudo usermod"
            + " -aG i2c {1}) and restart",
        file, System.getProperty("user.name"));
  }

  /** Whether anything acknowledges at another address of the same bus. */
  boolean answersAt(int address) {
    try {
      return device(pi4j, bus, address).readRegister(0) >= 0;
    } catch (Pi4JException silent) {
      return false;
    }
  }

  @Override
  public void write(int register, byte[] bytes, int length) throws IOException {
    try {
      device.writeRegister(register, bytes, 0, length);
    } catch (Pi4JException lost) {
      throw new Hindrance(Reason.innermost(lost), lost);
    }
  }

  @Override
  public int read(int register) throws IOException {
    try {
      int value = device.readRegister(register);
      if (value < 0) {
        throw new Hindrance(Sentence.of("no answer from register {0}", register));
      }
      return value & 0xff;
    } catch (Pi4JException lost) {
      throw new Hindrance(Reason.innermost(lost), lost);
    }
  }

  @Override
  public void close() {
    if (!pi4j.isShutdown()) {
      pi4j.shutdown();
    }
  }
}
