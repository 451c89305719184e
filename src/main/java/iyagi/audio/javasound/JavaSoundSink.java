package iyagi.audio.javasound;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.Pcm;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/** A sound device of this machine. */
public final class JavaSoundSink implements AudioSink {
  private static final AudioFormat FORMAT = new AudioFormat(Pcm.RATE_HZ, 16, 2, true, false);
  private static final int FRAME_BYTES = 4;
  private static final int BUFFER_FRAMES = Pcm.RATE_HZ / 10;

  private final String name;
  private final SourceDataLine line;
  private byte[] bytes = new byte[0];
  // Guarded by this: between a flush and the new base a reader would see frames that were never
  // heard.
  private long base;

  private JavaSoundSink(String name, SourceDataLine line) {
    this.name = name;
    this.line = line;
  }

  /**
   * Opens the first device whose name contains the words given, in capital or small letters, or the
   * machine's first one for "".
   *
   * @throws AudioFault if there is none or it is taken
   */
  public static JavaSoundSink open(String words) {
    DataLine.Info wanted =
        new DataLine.Info(SourceDataLine.class, FORMAT, BUFFER_FRAMES * FRAME_BYTES);
    StringBuilder seen = new StringBuilder();
    try {
      for (Mixer.Info info : AudioSystem.getMixerInfo()) {
        Mixer mixer = AudioSystem.getMixer(info);
        if (mixer.isLineSupported(wanted)) {
          if (lower(info.getName()).contains(lower(words))) {
            return open(info.getName(), mixer, wanted);
          }
          seen.append(seen.isEmpty() ? "" : ", ").append(info.getName());
        }
      }
    } catch (IllegalArgumentException wentMeanwhile) {
      throw new AudioFault(
          Sentence.of("a sound device went away while it was looked at"), wentMeanwhile);
    }
    throw new AudioFault(
        seen.isEmpty()
            ? Sentence.of("this machine has no sound device that plays 48 kHz")
            : Sentence.of("no sound device is called '{0}'; there are: {1}", words, seen));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static JavaSoundSink open(String name, Mixer mixer, DataLine.Info wanted) {
    try {
      SourceDataLine line = (SourceDataLine) mixer.getLine(wanted);
      line.open(FORMAT, BUFFER_FRAMES * FRAME_BYTES);
      line.start();
      return new JavaSoundSink(name, line);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new AudioFault(
          Sentence.of("the sound device '{0}' cannot be opened: {1}", name, Reason.told(e)), e);
    }
  }

  @Override
  public Sentence name() {
    return Sentence.plain(name);
  }

  @Override
  public int room() {
    check();
    return line.available() / FRAME_BYTES;
  }

  @Override
  public void write(short[] frames, int offset, int count) {
    check();
    if (bytes.length < count * FRAME_BYTES) {
      bytes = new byte[count * FRAME_BYTES];
    }
    for (int i = 0; i < count; i++) {
      short frame = frames[offset + i];
      for (int at = i * FRAME_BYTES; at < (i + 1) * FRAME_BYTES; at += 2) {
        bytes[at] = (byte) frame;
        bytes[at + 1] = (byte) (frame >> 8);
      }
    }
    if (line.write(bytes, 0, count * FRAME_BYTES) < count * FRAME_BYTES) {
      throw new AudioFault(Sentence.of("the sound device '{0}' takes no more sound", name));
    }
  }

  @Override
  public synchronized long heard() {
    return base + line.getLongFramePosition();
  }

  @Override
  public void hold() {
    line.stop();
  }

  @Override
  public void resume() {
    line.start();
  }

  @Override
  public void hush() {
    line.stop();
  }

  @Override
  public synchronized void drop() {
    long heard = heard();
    line.stop();
    line.flush();
    base = heard - line.getLongFramePosition();
    line.start();
  }

  @Override
  public void close() {
    line.close();
  }

  private void check() {
    if (!line.isOpen()) {
      throw new AudioFault(Sentence.of("the sound device '{0}' is gone", name));
    }
  }
}
