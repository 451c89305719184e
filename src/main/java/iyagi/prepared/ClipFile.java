package iyagi.prepared;

import iyagi.audio.Wav;
import iyagi.score.Composer.Spoken;
import iyagi.speech.Phone;
import iyagi.speech.Utterance;
import iyagi.speech.Viseme;
import iyagi.speech.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One spoken phrase as a WAV file with a chunk "iygi" behind the sound that holds its times and a
 * check sum.
 */
final class ClipFile {
  private static final byte[] TAG = "iygi".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final int MOST_TIMES = 4 << 20;

  private ClipFile() {}

  static byte[] bytes(Utterance utterance) throws IOException {
    byte[] sound = Wav.bytes(utterance.sound().samples());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Wav.header(utterance.sound().sampleRateHz(), utterance.sound().samples().length));
    out.write(sound);
    byte[] times = times(utterance, crc(sound));
    out.write(TAG);
    out.write(size(times.length + times.length % 2));
    out.write(times);
    if (times.length % 2 == 1) {
      out.write(0);
    }
    byte[] file = out.toByteArray();
    System.arraycopy(size(file.length - 8), 0, file, 4, 4);
    return file;
  }

  private static byte[] times(Utterance utterance, long soundCrc) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(FORMAT);
    out.writeInt((int) soundCrc);
    out.writeLong(utterance.sound().length().toNanos());
    out.writeInt(utterance.phones().size());
    for (Phone phone : utterance.phones()) {
      out.writeUTF(phone.symbol());
      out.writeUTF(phone.viseme().name());
      out.writeLong(phone.start().toNanos());
      out.writeLong(phone.end().toNanos());
    }
    out.writeInt(utterance.words().size());
    for (Word word : utterance.words()) {
      out.writeInt(word.from());
      out.writeInt(word.to());
      out.writeLong(word.start().toNanos());
      out.writeLong(word.end().toNanos());
    }
    out.writeInt((int) crc(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /**
   * The times, after both check sums were found right. Reads the sound in small pieces and keeps
   * none of it.
   */
  static Spoken spoken(String key, InputStream file) throws IOException {
    byte[] header = file.readNBytes(Wav.HEADER_BYTES);
    if (header.length < Wav.HEADER_BYTES) {
      throw new IOException("it has only " + header.length + " bytes");
    }
    int soundBytes =
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(Wav.HEADER_BYTES - 4);
    long soundCrc = crc(file, soundBytes);
    byte[] chunk = file.readNBytes(MOST_TIMES);
    if (chunk.length < 8 + 4) {
      throw new IOException("it is cut short");
    }
    CountedInput counted = new CountedInput(chunk, 8);
    DataInputStream in = new DataInputStream(counted);
    if (in.readByte() != FORMAT || in.readInt() != (int) soundCrc) {
      throw new IOException("its sound has changed");
    }
    Spoken spoken = checked(key, in);
    byte[] times = Arrays.copyOfRange(chunk, 8, counted.position());
    if (in.readInt() != (int) crc(times)) {
      throw new IOException("its times have changed");
    }
    return spoken;
  }

  private static long crc(InputStream file, int bytes) throws IOException {
    CRC32 crc = new CRC32();
    byte[] block = new byte[8192];
    for (int left = bytes; left > 0; ) {
      int read = file.read(block, 0, Math.min(block.length, left));
      if (read < 0) {
        throw new IOException("it is cut short");
      }
      crc.update(block, 0, read);
      left -= read;
    }
    return crc.getValue();
  }

  /** A damaged time makes no phone; it is found here, before its check sum has been reached. */
  private static Spoken checked(String key, DataInputStream in) throws IOException {
    try {
      return read(key, in);
    } catch (IllegalArgumentException e) {
      throw new IOException("its times have changed: " + e.getMessage(), e);
    }
  }

  private static Spoken read(String key, DataInputStream in) throws IOException {
    Duration length = Duration.ofNanos(in.readLong());
    List<Phone> phones = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      phones.add(new Phone(in.readUTF(), viseme(in.readUTF()), nanos(in), nanos(in)));
    }
    List<Word> words = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      words.add(new Word(in.readInt(), in.readInt(), nanos(in), nanos(in)));
    }
    return new Spoken(key, length, phones, words);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > 100_000) {
      throw new IOException("it claims " + count + " entries");
    }
    return count;
  }

  private static Duration nanos(DataInputStream in) throws IOException {
    long nanos = in.readLong();
    if (nanos < 0) {
      throw new IOException("it holds a time before its start");
    }
    return Duration.ofNanos(nanos);
  }

  private static Viseme viseme(String name) throws IOException {
    try {
      return Viseme.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("it names an unknown shape of the mouth: " + name, e);
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static byte[] size(int bytes) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes).array();
  }

  /** Knows how far it has been read. */
  private static final class CountedInput extends ByteArrayInputStream {
    CountedInput(byte[] bytes, int from) {
      super(bytes, from, bytes.length - from);
    }

    int position() {
      return pos;
    }
  }
}
