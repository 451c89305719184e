package iyagi.light.spidev;

import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The kernel's spidev (Documentation/spi/spidev.rst): a write is one half-duplex transfer, up to
 * the module's buffer of 4096 bytes; mode and speed are set by ioctl, which Java's own files do not
 * have. Numbers are those of Linux on 64-bit ARM and x86 (linux/spi/spidev.h, asm-generic).
 */
final class SpiDevice implements Apa102Lamps.Bus {
  /** SPI_IOC_WR_MODE, {@code _IOW('k', 1, __u8)}. */
  private static final long SET_MODE = 0x40016b01L;

  /** SPI_IOC_WR_MAX_SPEED_HZ, {@code _IOW('k', 4, __u32)}. */
  private static final long SET_SPEED = 0x40046b04L;

  /** A fifth of what the strip's data sheet allows, for long cables. */
  private static final int SPEED_HZ = 4_000_000;

  private static final int WRITE_CLOEXEC = 0x80001;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle OPEN =
      call("open", 2, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
  private static final MethodHandle IOCTL =
      call(
          "ioctl",
          2,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_LONG,
          ValueLayout.ADDRESS);
  private static final MethodHandle WRITE =
      call(
          "write",
          3,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_LONG);
  private static final MethodHandle CLOSE =
      call("close", 1, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

  @SuppressWarnings("restricted")
  private static MethodHandle call(
      String name, int fixed, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    Linker.Option errno = Linker.Option.captureCallState("errno");
    Linker.Option[] options =
        fixed == 2
            ? new Linker.Option[] {errno, Linker.Option.firstVariadicArg(fixed)}
            : new Linker.Option[] {errno};
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        options);
  }

  // Shared: whoever ends the program closes what the motion loop writes to.
  private final Arena memory = Arena.ofShared();
  private final MemorySegment state = memory.allocate(STATE);
  private final MemorySegment buffer = memory.allocate(4096);
  private final String path;
  private int descriptor = -1;

  private SpiDevice(String path) {
    this.path = path;
  }

  /**
   * Opens a bus in mode 0 at 4 MHz.
   *
   * @throws IOException in plain words, if it is not there or may not be used
   */
  static SpiDevice open(String path) throws IOException {
    SpiDevice device = new SpiDevice(path);
    try {
      device.start();
      return device;
    } catch (IOException refused) {
      device.close();
      throw refused;
    }
  }

  private void start() throws IOException {
    try {
      MemorySegment name = memory.allocateFrom(path);
      descriptor = (int) OPEN.invokeExact(state, name, WRITE_CLOEXEC);
      if (descriptor < 0) {
        throw refused("{0} cannot be opened ({1})");
      }
      buffer.set(ValueLayout.JAVA_INT, 0, 0);
      check((int) IOCTL.invokeExact(state, descriptor, SET_MODE, buffer));
      buffer.set(ValueLayout.JAVA_INT, 0, SPEED_HZ);
      check((int) IOCTL.invokeExact(state, descriptor, SET_SPEED, buffer));
    } catch (IOException refused) {
      throw refused;
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("spidev", broken);
    }
  }

  private void check(int result) throws IOException {
    if (result < 0) {
      throw refused("{0} is no SPI bus ({1})");
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    MemorySegment.copy(bytes, 0, buffer, ValueLayout.JAVA_BYTE, 0, bytes.length);
    long written;
    try {
      written = (long) WRITE.invokeExact(state, descriptor, buffer, (long) bytes.length);
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("spidev", broken);
    }
    if (written != bytes.length) {
      throw refused("{0} takes no data ({1})");
    }
  }

  private Hindrance refused(String what) {
    int errno = (int) ERRNO.get(state, 0L);
    Sentence why =
        switch (errno) {
          case 2, 6, 19 ->
              Sentence.of(
                  "there is no such device; switch SPI on (raspi-config, Interface Options, or"
                      + " dtparam=spi=on in /boot/firmware/config.txt), then restart");
          case 1, 13 ->
              Sentence.of(
                  "permission denied; this user has to be in the group spi (sudo usermod -aG spi"
                      + " iyagi, then restart)");
          default -> Sentence.of("error {0}", errno);
        };
    return new Hindrance(Sentence.of(what, path, why));
  }

  @Override
  public void close() {
    if (!memory.scope().isAlive()) {
      return;
    }
    try {
      if (descriptor >= 0) {
        int _ = (int) CLOSE.invokeExact(state, descriptor);
      }
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("spidev", broken);
    } finally {
      memory.close();
    }
  }
}
