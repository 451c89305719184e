package iyagi.input.evdev;

import iyagi.words.Explained;
import iyagi.words.Sentence;
import java.io.Closeable;
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
import java.nio.file.Path;
import java.time.Duration;

/**
 * A device of the kernel, opened for reading through the C library: Java's own files neither wait
 * for a while only nor take an ioctl. Numbers are those of Linux on 64-bit ARM and x86
 * (asm-generic/fcntl.h, poll.h, errno-base.h). One thread.
 */
final class DeviceFile implements Closeable {
  /** EVIOCGRAB, {@code _IOW('E', 0x90, int)} (linux/input.h): events come to us only. */
  private static final long GRAB = 0x40044590L;

  private static final int READ_NONBLOCK_CLOEXEC = 0x80800;
  private static final short POLLIN = 1;
  private static final int INTERRUPTED = 4;
  private static final int AGAIN = 11;

  /** Why a call failed, errno(3). */
  static final class Refused extends IOException implements Explained {
    private static final long serialVersionUID = 1;
    private final transient int errno;
    private final transient Sentence sentence;

    Refused(String call, int errno) {
      this(Sentence.of("{0} failed: {1}", call, words(errno)), errno);
    }

    private Refused(Sentence sentence, int errno) {
      super(sentence.toString());
      this.sentence = sentence;
      this.errno = errno;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }

    boolean isMissing() {
      return errno == 2 || errno == 6 || errno == 19;
    }

    boolean isForbidden() {
      return errno == 1 || errno == 13;
    }

    private static Sentence words(int errno) {
      return switch (errno) {
        case 1 -> Sentence.of("operation not permitted");
        case 2 -> Sentence.of("no such file");
        case 5 -> Sentence.of("input/output error");
        case 6, 19 -> Sentence.of("no such device");
        case 13 -> Sentence.of("permission denied");
        case 16 -> Sentence.of("another program has taken it for itself");
        case 25 -> Sentence.of("it takes no such request");
        default -> Sentence.of("error {0}", errno);
      };
    }
  }

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
          ValueLayout.JAVA_LONG);
  private static final MethodHandle POLL =
      call(
          "poll",
          -1,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT);
  private static final MethodHandle READ =
      call(
          "read",
          -1,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_LONG);
  private static final MethodHandle CLOSE =
      call("close", -1, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

  @SuppressWarnings("restricted")
  private static MethodHandle call(
      String name, int fixed, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    Linker.Option errno = Linker.Option.captureCallState("errno");
    Linker.Option[] options =
        fixed < 0
            ? new Linker.Option[] {errno}
            : new Linker.Option[] {errno, Linker.Option.firstVariadicArg(fixed)};
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        options);
  }

  private final Arena memory = Arena.ofConfined();
  private final MemorySegment state = memory.allocate(STATE);
  private final MemorySegment poll = memory.allocate(8, 4);
  private final MemorySegment buffer;
  private final int descriptor;

  /**
   * Opens a device.
   *
   * @param most how many bytes one reading may give
   * @throws Refused if it is not there or may not be read
   */
  DeviceFile(Path path, int most) throws Refused {
    buffer = memory.allocate(most);
    MemorySegment name = memory.allocateFrom(path.toString());
    try {
      descriptor = (int) OPEN.invokeExact(state, name, READ_NONBLOCK_CLOEXEC);
    } catch (Throwable broken) { // a method handle declares it
      memory.close();
      throw new IllegalStateException("open", broken);
    }
    if (descriptor < 0) {
      Refused refused = failed("open");
      memory.close();
      throw refused;
    }
  }

  /**
   * Takes the device for this program alone, until it is closed.
   *
   * @throws Refused if it is none of Linux' input devices or another program has it
   */
  void grab() throws Refused {
    int result;
    try {
      result = (int) IOCTL.invokeExact(state, descriptor, GRAB, 1L);
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("ioctl", broken);
    }
    if (result < 0) {
      throw failed("grab");
    }
  }

  /**
   * Reads what there is.
   *
   * @param into as long as was asked for
   * @return how many bytes; 0 if nothing came in time
   * @throws Refused if the device is gone
   */
  int read(byte[] into, Duration patience) throws Refused {
    if (!somethingCame(patience)) {
      return 0;
    }
    long length;
    try {
      length = (long) READ.invokeExact(state, descriptor, buffer, buffer.byteSize());
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("read", broken);
    }
    if (length == 0) {
      throw new Refused("read", 19);
    }
    if (length < 0) {
      return nothing("read");
    }
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) length);
    return (int) length;
  }

  private boolean somethingCame(Duration patience) throws Refused {
    poll.set(ValueLayout.JAVA_INT, 0, descriptor);
    poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
    int ready;
    try {
      ready = (int) POLL.invokeExact(state, poll, 1L, (int) patience.toMillis());
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("poll", broken);
    }
    return (ready < 0 ? nothing("poll") : ready) > 0;
  }

  /** 0 if the call may simply be made again. */
  private int nothing(String call) throws Refused {
    Refused refused = failed(call);
    if (refused.errno == INTERRUPTED || refused.errno == AGAIN) {
      return 0;
    }
    throw refused;
  }

  private Refused failed(String call) {
    return new Refused(call, (int) ERRNO.get(state, 0L));
  }

  @Override
  public void close() {
    try {
      int _ = (int) CLOSE.invokeExact(state, descriptor);
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("close", broken);
    } finally {
      memory.close();
    }
  }
}
