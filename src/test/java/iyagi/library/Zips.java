package iyagi.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages, good and bad, made byte by byte. */
final class Zips {
  private static final int LIST_SIGNATURE = 0x02014b50;

  private Zips() {}

  /** A story without a mistake, with a sentence to know it by. */
  static String story(String sentence) {
    return """
        ---
        title: The Bear
        language: en
        license: CC BY 4.0
        ---
        # The Bear

        ## The wood
        %s
        """
        .formatted(sentence);
  }

  /** A zip of names and contents in turn; a name that ends in / is a folder. */
  static byte[] zip(String... namesAndContents) {
    return zip(StandardCharsets.UTF_8, namesAndContents);
  }

  static byte[] zip(Charset names, String... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndContents[i]));
        out.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same zip with another number in its list of files (APPNOTE.TXT 4.3.12). */
  static byte[] withInList(byte[] zip, int entry, int offset, int value) {
    byte[] changed = zip.clone();
    ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    int seen = 0;
    for (int at = 0; at + 46 <= changed.length; at++) {
      if (buffer.getInt(at) == LIST_SIGNATURE && seen++ == entry) {
        buffer.putInt(at + offset, value);
        return changed;
      }
    }
    throw new IllegalArgumentException("no entry " + entry);
  }

  /** The same zip with a name, and whatever else reads so, replaced by one of the same length. */
  static byte[] renamed(byte[] zip, String from, String to) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    if (from.length() != to.length() || !text.contains(from)) {
      throw new IllegalArgumentException(from + " cannot become " + to);
    }
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }
}
