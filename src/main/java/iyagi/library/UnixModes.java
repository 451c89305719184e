package iyagi.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;

/**
 * Which entries of a zip file a Unix system would make links or devices of. Java's own reader does
 * not tell. Numbers are from PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
 */
final class UnixModes {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;

  /** The bits of a Unix mode that tell the kind of file, and the two kinds allowed (stat.h). */
  private static final int KIND = 0170000;

  private static final int PLAIN = 0100000;
  private static final int FOLDER = 0040000;

  private UnixModes() {}

  /**
   * The places in the zip's list, from 0, of what is neither file nor folder.
   *
   * @param count how many entries there are for Java's reader
   * @throws ZipException if it cannot be told, or if the list is not the one that Java's reader saw
   */
  static Set<Integer> special(Path file, int count) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = end(channel);
      ByteBuffer last = read(channel, end, END_BYTES);
      int entries = Short.toUnsignedInt(last.getShort(10));
      long bytes = Integer.toUnsignedLong(last.getInt(12));
      if (entries != count || bytes > end) {
        throw new ZipException("its list of files is broken");
      }
      return special(read(channel, end - bytes, (int) bytes), count);
    }
  }

  /** Where the list of files ends, as Java's reader sees it. */
  private static long end(FileChannel channel) throws IOException {
    int bytes = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
    long start = channel.size() - bytes;
    ByteBuffer tail = read(channel, start, bytes);
    for (int at = bytes - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE && length(tail, at + 20) == bytes - at - END_BYTES) {
        return start + at;
      }
    }
    throw new ZipException("its list of files has no end");
  }

  private static Set<Integer> special(ByteBuffer list, int count) throws ZipException {
    Set<Integer> special = new TreeSet<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (at + ENTRY_BYTES > list.limit() || list.getInt(at) != ENTRY_SIGNATURE) {
        throw new ZipException("its list of files is broken");
      }
      int kind = list.getInt(at + 38) >>> 16 & KIND;
      if (kind != 0 && kind != PLAIN && kind != FOLDER) {
        special.add(i);
      }
      at += ENTRY_BYTES + length(list, at + 28) + length(list, at + 30) + length(list, at + 32);
    }
    return special;
  }

  private static int length(ByteBuffer list, int at) {
    return Short.toUnsignedInt(list.getShort(at));
  }

  private static ByteBuffer read(FileChannel channel, long from, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // until all is there
    }
    return buffer.flip();
  }
}
