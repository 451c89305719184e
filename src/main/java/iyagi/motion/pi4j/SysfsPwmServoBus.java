package iyagi.motion.pi4j;

import iyagi.motion.Calibration;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Servos on the Pi's own pulse pins, through the kernel's files (Documentation/ABI/testing/
 * sysfs-class-pwm), in nanoseconds. Pi4J's Pwm is not used: since 3.0.3 its duty cycle is whole
 * percent, which is 200 µs at 50 Hz, ten positions for a servo (Pi4J issue 613).
 */
public final class SysfsPwmServoBus implements ServoBus {
  private static final Path CLASS = Path.of("/sys/class/pwm");
  private static final String PERIOD_NANOS = "20000000";
  private static final Duration UDEV_PAUSE = Duration.ofMillis(20);

  /**
   * The kernel makes the folder at once, udev hands its files to the group "gpio" a little later.
   */
  private static final int UDEV_PAUSES = 50;

  private final Path chip;
  private final Set<Integer> channels;
  private final long[] written;
  private boolean started;
  private boolean closed;

  /**
   * Servos on a chip of the kernel.
   *
   * @param chip the number after "pwmchip"
   * @param channels those that have a servo
   * @throws ServoFault in plain words, if there is no such chip or channel
   */
  public SysfsPwmServoBus(int chip, Set<Integer> channels) {
    this(CLASS.resolve("pwmchip" + chip), channels);
  }

  SysfsPwmServoBus(Path chip, Set<Integer> channels) {
    this.chip = chip;
    this.channels = new TreeSet<>(channels);
    written = new long[this.channels.stream().mapToInt(c -> c + 1).max().orElse(0)];
    try {
      start();
    } catch (IOException refused) {
      throw fault(refused);
    }
  }

  private void start() throws IOException {
    for (int channel : channels) {
      if (!Files.exists(file(channel, "period"))) {
        put(chip.resolve("export"), Integer.toString(channel));
        awaitFiles(channel);
      }
      put(file(channel, "duty_cycle"), "0");
      put(file(channel, "period"), PERIOD_NANOS);
      put(file(channel, "enable"), "1");
      written[channel] = 0;
    }
    started = true;
  }

  private void awaitFiles(int channel) throws IOException {
    for (int pause = 0; pause < UDEV_PAUSES; pause++) {
      if (Files.isWritable(file(channel, "duty_cycle"))) {
        return;
      }
      try {
        // Before the first movement: the kernel makes the files at once, udev gives them away
        // later.
        Thread.sleep(UDEV_PAUSE);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Hindrance(Sentence.of("interrupted while starting it"), interrupted);
      }
    }
    throw new Hindrance(
        Sentence.of("channel {0} did not become writable within a second", channel));
  }

  private Path file(int channel, String name) {
    return chip.resolve("pwm" + channel).resolve(name);
  }

  private static void put(Path file, String value) throws IOException {
    Files.writeString(file, value, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Override
  public Sentence name() {
    return Sentence.of("pulse pins of {0}", chip.getFileName());
  }

  @Override
  public void write(double[] pulses) {
    refuseIfClosed();
    try {
      if (!started) {
        start();
      }
      for (int channel : channels) {
        if (channel < pulses.length) {
          duty(channel, nanos(pulses[channel]));
        }
      }
    } catch (IOException lost) {
      throw fault(lost);
    }
  }

  private static long nanos(double micros) {
    if (!(micros > 0)) {
      return 0;
    }
    return Math.round(
        Math.clamp(micros, Calibration.SHORTEST_MICROS, Calibration.LONGEST_MICROS) * 1000);
  }

  private void duty(int channel, long nanos) throws IOException {
    if (written[channel] != nanos) {
      put(file(channel, "duty_cycle"), Long.toString(nanos));
      written[channel] = nanos;
    }
  }

  /** A duty of 0 leaves the pin low: no pulses, so the servo is limp. */
  @Override
  public void release() {
    refuseIfClosed();
    IOException lost = letGo();
    if (lost != null) {
      throw fault(lost);
    }
  }

  /** Every channel is tried, also after one has failed; the first failure, or null. */
  private IOException letGo() {
    IOException first = null;
    for (int channel : channels) {
      try {
        put(file(channel, "duty_cycle"), "0");
        written[channel] = 0;
      } catch (IOException lost) {
        first = first == null ? lost : first;
      }
    }
    return first;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new ServoFault(Sentence.of("{0} are closed; open them again", name()));
    }
  }

  /** After a failure everything is set anew. */
  private ServoFault fault(IOException cause) {
    started = false;
    return new ServoFault(
        Sentence.of(
            "pulse pins: {0} does not take pulses for channels {1} ({2}); check dtoverlay=pwm-2chan"
                + " in /boot/firmware/config.txt, the chip's number in the robot's profile and that"
                + " this user is in the group gpio",
            chip, channels, Reason.of(cause)),
        cause);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      // a pin that is gone has no servo to let go, and the caller is leaving
      var _ = letGo();
    }
  }
}
