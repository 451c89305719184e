import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Listens to what came out of the emulated loudspeaker: 16 bit stereo, as QEMU writes it. Emulation
 * is slower than life and tears holes into the sound, so only loudness is judged: that there was
 * speech for some seconds, and that nothing was louder than the owl may be.
 */
final class Listen {
  private static final int HEADER = 44;
  private static final int FRAME_BYTES = 4;
  private static final int RATE_HZ = 44_100;

  /** A fiftieth of a second: about the shortest sound in speech. */
  private static final int WINDOW = RATE_HZ / 50;

  /** Below it is silence: -50 dBFS. */
  private static final double SPEECH_RMS = 104;

  /** The owl's ceiling, -6 dBFS, and a tenth of a decibel for conversion to another rate. */
  private static final double CEILING = 32_768 * Math.pow(10, -5.9 / 20);

  /** The story alone has more than ten seconds of speech, and is read to its end twice. */
  private static final double LEAST_SECONDS = 15;

  public static void main(String[] args) throws IOException {
    ByteBuffer sound =
        ByteBuffer.wrap(Files.readAllBytes(Path.of(args[0]))).order(ByteOrder.LITTLE_ENDIAN);
    int frames = (sound.capacity() - HEADER) / FRAME_BYTES;
    int peak = 0;
    int spoken = 0;
    for (int window = 0; window + WINDOW <= frames; window += WINDOW) {
      double sum = 0;
      for (int i = window; i < window + WINDOW; i++) {
        int sample = sound.getShort(HEADER + i * FRAME_BYTES);
        peak = Math.max(peak, Math.abs(sample));
        sum += (double) sample * sample;
      }
      spoken += Math.sqrt(sum / WINDOW) > SPEECH_RMS ? 1 : 0;
    }
    double seconds = spoken * (double) WINDOW / RATE_HZ;
    System.out.printf(
        "%s speech came out of the loudspeaker (%.1f s of sound in %.1f s)%n",
        seconds >= LEAST_SECONDS ? "PASS" : "FAIL", seconds, (double) frames / RATE_HZ);
    System.out.printf(
        "%s nothing was louder than the owl may be (peak %d of at most %.0f)%n",
        peak <= CEILING ? "PASS" : "FAIL", peak, CEILING);
  }
}
