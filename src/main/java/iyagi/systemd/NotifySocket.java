package iyagi.systemd;

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
import java.nio.charset.StandardCharsets;

/**
 * A Unix datagram socket of another process, written to through the C library: Java knows Unix
 * sockets as streams only. Numbers are those of Linux (sys/socket.h, sys/un.h). Any thread.
 *
 * @param address a path, or a name behind '@' that is in no file system
 */
record NotifySocket(String address) {
  private static final int UNIX = 1;
  private static final int DATAGRAM_CLOEXEC = 0x80002;
  private static final int NO_SIGNAL = 0x4000;
  private static final int LONGEST = 107;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle SOCKET =
      call(
          "socket",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT);
  private static final MethodHandle SEND =
      call(
          "sendto",
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_INT);
  private static final MethodHandle CLOSE =
      call("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

  @SuppressWarnings("restricted")
  private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        Linker.Option.captureCallState("errno"));
  }

  /** Whether these words can be an address of such a socket. */
  static boolean isAddress(String words) {
    return words.matches("[/@].+") && words.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  /**
   * Sends one message.
   *
   * @throws IOException if nobody takes it
   */
  void send(String message) throws IOException {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment state = memory.allocate(STATE);
      int socket = (int) SOCKET.invokeExact(state, UNIX, DATAGRAM_CLOEXEC, 0);
      if (socket < 0) {
        throw refused("socket", state);
      }
      MemorySegment to = destination(memory);
      MemorySegment bytes = memory.allocateFrom(message);
      long length = bytes.byteSize() - 1;
      long sent =
          (long) SEND.invokeExact(state, socket, bytes, length, NO_SIGNAL, to, (int) to.byteSize());
      IOException refusal = sent == length ? null : refused("sendto", state);
      int _ = (int) CLOSE.invokeExact(state, socket);
      if (refusal != null) {
        throw refusal;
      }
    } catch (IOException refusal) {
      throw refusal;
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException("sendto", broken);
    }
  }

  /** struct sockaddr_un, as long as its path; '@' stands for a byte of 0. */
  private MemorySegment destination(Arena memory) {
    byte[] path = address.getBytes(StandardCharsets.UTF_8);
    if (path[0] == '@') {
      path[0] = 0;
    }
    MemorySegment to = memory.allocate(2 + (long) path.length, 2);
    to.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
    MemorySegment.copy(path, 0, to, ValueLayout.JAVA_BYTE, 2, path.length);
    return to;
  }

  private IOException refused(String call, MemorySegment state) {
    return new IOException(
        call + " to " + address + " failed: error " + (int) ERRNO.get(state, 0L));
  }
}
