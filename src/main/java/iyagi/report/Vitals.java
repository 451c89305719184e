package iyagi.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the machine is, from Linux' own files. What cannot be read is left out. */
public final class Vitals {
  private static final Path TEMPERATURE = Path.of("/sys/class/thermal/thermal_zone0/temp");

  /** Of the Raspberry Pi's firmware; bit 0 low voltage, 1 capped, 2 throttled, 3 too warm. */
  private static final Path THROTTLED =
      Path.of("/sys/devices/platform/soc/soc:firmware/get_throttled");

  private static final int NOW = 0xF;
  private static final long MEGABYTE = 1_000_000;

  private Vitals() {}

  /** In degrees Celsius, to a tenth; null where nothing measures it. */
  public static Double celsius() {
    try {
      return Math.round(Double.parseDouble(Files.readString(TEMPERATURE).strip()) / 100) / 10.0;
    } catch (IOException | NumberFormatException elsewhere) {
      return null;
    }
  }

  /** Whether it slows itself down now; null where nothing says. */
  public static Boolean throttled() {
    try {
      return (Integer.parseInt(Files.readString(THROTTLED).strip(), 16) & NOW) != 0;
    } catch (IOException | NumberFormatException elsewhere) {
      return null;
    }
  }

  /** Free space where a folder lies. */
  public static long freeMegabytes(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
    } catch (IOException gone) {
      return 0;
    }
  }
}
