package iyagi.audio;

import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads RIFF WAVE files (Microsoft Multimedia Programming Interface 1.0, 1991) and makes their
 * headers.
 */
public final class Wav {
  /** Bytes of the header that {@link #header} makes. */
  public static final int HEADER_BYTES = 44;

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final Set<Integer> WIDTHS = Set.of(8, 16, 24, 32);
  private static final long MOST_BYTES = 512L << 20;

  private Wav() {}

  /** The header of a mono 16-bit file with that many frames behind it. */
  public static byte[] header(int sampleRateHz, long frames) {
    long bytes = frames * 2;
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt((int) (36 + bytes)).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) 1);
    out.putInt(sampleRateHz).putInt(sampleRateHz * 2).putShort((short) 2).putShort((short) 16);
    out.put(ascii("data")).putInt((int) bytes);
    return out.array();
  }

  /** Samples as signed 16 bit, little endian. Beyond -1 to 1 they are clipped. */
  public static byte[] bytes(float[] samples) {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      short value = sample(samples[i]);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    return bytes;
  }

  /** One sample as signed 16 bit, clipped. */
  public static short sample(double value) {
    return (short) Math.clamp(Math.round(value * 32767), -32767, 32767);
  }

  /**
   * Reads a file of 8 to 32 bit integer or 32 bit float samples; several channels are mixed to one.
   *
   * @throws IOException if it is not such a file; the message says what was found instead
   */
  public static Pcm read(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(file);
    if (!"RIFF".equals(tag(in)) || size(in) < 4 || !"WAVE".equals(tag(in))) {
      throw new Hindrance(
          Sentence.of("this is not a WAV file (it does not begin with RIFF … WAVE)"));
    }
    Format format = null;
    while (true) {
      String chunk = tag(in);
      long bytes = size(in);
      if (chunk.equals("fmt ")) {
        format = format(take(in, bytes));
      } else if (chunk.equals("data")) {
        if (format == null) {
          throw new Hindrance(Sentence.of("the WAV file has sound before it says in which format"));
        }
        return samples(format, bytes == 0xFFFFFFFFL ? in.readAllBytes() : take(in, bytes));
      } else {
        in.skipNBytes(bytes + (bytes & 1));
      }
    }
  }

  /** How samples lie in a file. */
  record Format(int code, int channels, int rateHz, int bits) {
    int frameBytes() {
      return channels * bits / 8;
    }
  }

  static Format format(byte[] chunk) throws IOException {
    if (chunk.length < 16) {
      throw new Hindrance(Sentence.of("the WAV file's format is cut short"));
    }
    ByteBuffer in = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    int code = in.getShort(0) & 0xFFFF;
    if (code == EXTENSIBLE && chunk.length >= 26) {
      code = in.getShort(24) & 0xFFFF;
    }
    Format format = new Format(code, in.getShort(2), in.getInt(4), in.getShort(14));
    boolean known =
        format.code == FLOAT
            ? format.bits == 32
            : format.code == PCM && WIDTHS.contains(format.bits);
    if (!known
        || format.channels < 1
        || format.channels > 8
        || format.rateHz < 8_000
        || format.rateHz > 192_000) {
      throw new Hindrance(
          Sentence.of(
              "the WAV file has {0} channels of {1} bit at {2} Hz in coding {3}; save it as plain PCM,"
                  + " 16 bit, 48000 Hz",
              format.channels, format.bits, format.rateHz, format.code));
    }
    return format;
  }

  static Pcm samples(Format format, byte[] data) {
    int wide = format.bits / 8;
    int frames = data.length / (wide * format.channels);
    float[] samples = new float[frames];
    ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames; i++) {
      double sum = 0;
      for (int channel = 0; channel < format.channels; channel++) {
        sum += value(format, in, (i * format.channels + channel) * wide);
      }
      samples[i] = (float) (sum / format.channels);
    }
    return new Pcm(format.rateHz, samples);
  }

  private static double value(Format format, ByteBuffer in, int at) {
    return switch (format.bits) {
      case 8 -> ((in.get(at) & 0xFF) - 128) / 128.0;
      case 16 -> in.getShort(at) / 32767.0;
      case 24 ->
          ((in.get(at + 2) << 16) | ((in.get(at + 1) & 0xFF) << 8) | (in.get(at) & 0xFF))
              / 8388608.0;
      default -> format.code == FLOAT ? in.getFloat(at) : in.getInt(at) / 2147483648.0;
    };
  }

  private static byte[] take(DataInputStream in, long bytes) throws IOException {
    if (bytes > MOST_BYTES) {
      throw new Hindrance(Sentence.of("the WAV file is larger than 512 MB"));
    }
    byte[] data = in.readNBytes((int) bytes);
    if (data.length < bytes) {
      throw new Hindrance(
          Sentence.of("the WAV file is cut short: {0} of {1} bytes", data.length, bytes));
    }
    if ((bytes & 1) == 1) {
      in.read();
    }
    return data;
  }

  private static String tag(DataInputStream in) throws IOException {
    byte[] tag = in.readNBytes(4);
    if (tag.length < 4) {
      throw new Hindrance(Sentence.of("the WAV file ends before its sound"));
    }
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static long size(DataInputStream in) throws IOException {
    return Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
  }

  private static byte[] ascii(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }
}
