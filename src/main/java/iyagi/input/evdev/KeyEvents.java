package iyagi.input.evdev;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Bytes as they come → events. Half an event waits for its other half. One thread. */
final class KeyEvents {
  private static final int EVENT_BYTES = 24;
  private static final int TIME_BYTES = 16;

  private final ByteBuffer waiting =
      ByteBuffer.allocate(EVENT_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** Takes in some bytes. */
  List<KeyEvent> of(byte[] bytes, int length) {
    List<KeyEvent> events = new ArrayList<>();
    for (int at = 0; at < length; at++) {
      waiting.put(bytes[at]);
      if (!waiting.hasRemaining()) {
        events.add(
            new KeyEvent(
                Short.toUnsignedInt(waiting.getShort(TIME_BYTES)),
                Short.toUnsignedInt(waiting.getShort(TIME_BYTES + 2)),
                waiting.getInt(TIME_BYTES + 4)));
        waiting.clear();
      }
    }
    return events;
  }
}
