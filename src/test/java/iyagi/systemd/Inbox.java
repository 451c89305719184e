package iyagi.systemd;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The other end: a Unix datagram socket that remembers what is sent to it, as systemd has one. */
final class Inbox implements AutoCloseable {
  private static final int DO_NOT_WAIT = 0x40;

  private static final MethodHandle SOCKET =
      call(
          "socket",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT);
  private static final MethodHandle BIND =
      call(
          "bind",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_INT);
  private static final MethodHandle RECEIVE =
      call(
          "recv",
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT);
  private static final MethodHandle CLOSE =
      call("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

  private final int socket;

  @SuppressWarnings("restricted")
  private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  /** A socket at a path, or at a name behind '@'. */
  Inbox(String address) throws IOException {
    byte[] path = address.replace('@', '\0').getBytes(StandardCharsets.UTF_8);
    try (Arena memory = Arena.ofConfined()) {
      socket = (int) SOCKET.invokeExact(1, 2, 0);
      MemorySegment at = memory.allocate(2 + (long) path.length, 2);
      at.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(path, 0, at, ValueLayout.JAVA_BYTE, 2, path.length);
      if ((int) BIND.invokeExact(socket, at, (int) at.byteSize()) != 0) {
        throw new IOException("cannot bind " + address);
      }
    } catch (IOException refused) {
      throw refused;
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException(broken);
    }
  }

  /** What has come, oldest first. */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment buffer = memory.allocate(4096);
      long length = (long) RECEIVE.invokeExact(socket, buffer, 4096L, DO_NOT_WAIT);
      while (length >= 0) {
        byte[] bytes = new byte[(int) length];
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
        messages.add(new String(bytes, StandardCharsets.UTF_8));
        length = (long) RECEIVE.invokeExact(socket, buffer, 4096L, DO_NOT_WAIT);
      }
      return messages;
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    try {
      int _ = (int) CLOSE.invokeExact(socket);
    } catch (Throwable broken) { // a method handle declares it
      throw new IllegalStateException(broken);
    }
  }
}
