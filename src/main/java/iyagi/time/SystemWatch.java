package iyagi.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The clocks of the machine: Linux' boot id, uptime and battery clock, and the kernel's word. */
final class SystemWatch implements Watch {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path BATTERY_CLOCK = Path.of("/sys/class/rtc/rtc0/since_epoch");

  /** A battery clock has whole seconds, and is read a moment later. */
  private static final long BATTERY_CLOCK_OFF_SECONDS = 2;

  private final InstantSource wall = InstantSource.system();
  private final NanoClock clock = NanoClock.system();
  private final KernelClock kernel = KernelClock.find();
  private final boolean trusted;
  private final String boot;
  private final Duration uptimeAtStart;
  private final long startNanos;

  SystemWatch(boolean trusted) {
    this.trusted = trusted;
    boot = bootId();
    startNanos = clock.nanos();
    uptimeAtStart = uptime();
  }

  @Override
  public Moment now() {
    Instant now = wall.instant();
    return new Moment(boot, uptimeAtStart.plusNanos(clock.nanos() - startNanos), now, quality(now));
  }

  private ClockQuality quality(Instant now) {
    if (trusted || kernel.synchronised()) {
      return ClockQuality.NTP;
    }
    return batteryClockAgrees(now) ? ClockQuality.RTC : ClockQuality.UNSYNCED;
  }

  /**
   * A battery clock that has lost its time starts from 1970 or 2000; then the system, which never
   * starts before the time it was last on, disagrees with it.
   */
  private static boolean batteryClockAgrees(Instant now) {
    try {
      long there = Long.parseLong(Files.readString(BATTERY_CLOCK).strip());
      return Math.abs(there - now.getEpochSecond()) <= BATTERY_CLOCK_OFF_SECONDS;
    } catch (IOException | NumberFormatException none) {
      return false;
    }
  }

  /** The kernel's; where there is none, each run of the program is a boot of its own. */
  private static String bootId() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException elsewhere) {
      return UUID.randomUUID().toString();
    }
  }

  private static Duration uptime() {
    try {
      String seconds = Files.readString(UPTIME).split(" ", 2)[0];
      return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
    } catch (IOException | NumberFormatException elsewhere) {
      return Duration.ZERO;
    }
  }
}
