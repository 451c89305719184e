package iyagi.time;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * What the Linux kernel says of its own clock, asked by adjtimex(2) with nothing to adjust. Every
 * NTP service (systemd-timesyncd, chrony, ntpd) tells the kernel, so that none of them need be
 * known.
 */
final class KernelClock {
  /** struct timex has 208 bytes on 64-bit Linux; adjtimex(2). */
  private static final long TIMEX_BYTES = 208;

  /** Offset of "status": modes and padding, then offset, freq, maxerror and esterror. */
  private static final long STATUS_AT = 40;

  /** STA_UNSYNC of linux/timex.h. */
  private static final int UNSYNCHRONISED = 0x0040;

  private final Optional<MethodHandle> adjtimex;

  private KernelClock(Optional<MethodHandle> adjtimex) {
    this.adjtimex = adjtimex;
  }

  // The one call into C of this room; the program is started with native access switched on.
  @SuppressWarnings("restricted")
  static KernelClock find() {
    Linker linker = Linker.nativeLinker();
    return new KernelClock(
        linker
            .defaultLookup()
            .find("adjtimex")
            .map(
                at ->
                    linker.downcallHandle(
                        at, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))));
  }

  /** Whether the network keeps the clock right; no where the kernel cannot be asked. */
  boolean synchronised() {
    if (adjtimex.isEmpty()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
      int state = (int) adjtimex.get().invokeExact(timex);
      return state >= 0 && (timex.get(ValueLayout.JAVA_INT, STATUS_AT) & UNSYNCHRONISED) == 0;
    } catch (Throwable refused) {
      // A method handle may throw anything; a kernel that says nothing of its clock is not trusted.
      Logger.debug(refused, "the kernel's clock cannot be asked");
      return false;
    }
  }
}
