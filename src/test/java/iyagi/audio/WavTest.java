package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

final class WavTest {
  private static byte[] file(float... samples) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Wav.header(Pcm.RATE_HZ, samples.length));
    out.write(Wav.bytes(samples));
    return out.toByteArray();
  }

  private static Pcm read(byte[] file) throws IOException {
    return Wav.read(new ByteArrayInputStream(file));
  }

  @Test
  void readsWhatItWrites() throws IOException {
    float[] samples = {0, 0.5f, -0.5f, 1, -1};
    Pcm pcm = read(file(samples));
    assertEquals(Pcm.RATE_HZ, pcm.sampleRateHz());
    assertArrayEquals(samples, pcm.samples(), 1f / 32767);
  }

  @Test
  void isReadByJavaSoundToo() throws Exception {
    try (AudioInputStream in =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(file(0.25f, -0.25f)))) {
      assertEquals(
          new AudioFormat(48_000, 16, 1, true, false).toString(), in.getFormat().toString());
      assertEquals(2, in.getFrameLength());
    }
  }

  @Test
  void mixesStereoOfAnotherRateToOneChannel() throws IOException {
    byte[] stereo = {0, 0x40, 0, 0x20, 0, 0, 0, 0}; // left 0.5, right 0.25, then silence
    AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(stereo), format, 2),
        AudioFileFormat.Type.WAVE,
        out);
    Pcm pcm = read(out.toByteArray());
    assertEquals(44_100, pcm.sampleRateHz());
    assertArrayEquals(new float[] {0.375f, 0}, pcm.samples(), 1e-3f);
  }

  @Test
  void clipsBeyondFullScale() {
    assertEquals(32767, Wav.sample(3));
    assertEquals(-32767, Wav.sample(-3));
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertTrue(refusal("not sound at all".getBytes(StandardCharsets.UTF_8)).contains("not a WAV"));
    byte[] whole = file(0.1f, 0.2f, 0.3f);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);
    assertTrue(refusal(cut).contains("cut short: 4 of 6 bytes"), refusal(cut));
    byte[] odd = whole.clone();
    odd[20] = 85; // MP3 inside RIFF
    assertTrue(refusal(odd).contains("coding 85"), refusal(odd));
  }

  private static String refusal(byte[] file) {
    return assertThrows(IOException.class, () -> read(file)).getMessage();
  }
}
