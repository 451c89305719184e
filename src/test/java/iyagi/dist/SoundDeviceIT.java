package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program.Outcome;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on the system's real sound library, with a device that writes to a file. */
final class SoundDeviceIT {
  private static final int HEADER_SHORTS = 22;

  @TempDir private Path folder;

  private static ShortBuffer shorts(Path file) throws Exception {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  }

  @Test
  void whatTheDeviceGetsIsWhatTheRenderedFileHolds() throws Exception {
    Program.needsLibrary("libasound.so.2");
    Path heard = folder.resolve("heard.raw");
    Path alsa =
        Files.writeString(
            folder.resolve("alsa.conf"),
            """
            pcm.hw { type null }
            ctl.hw { type null }
            pcm.!default { type file slave.pcm "null" file "%s" format "raw" }
            pcm.null { type null }
            """
                .formatted(heard));
    Path data = folder.resolve("data");
    assertEquals(0, Program.iyagi(data, "prepare", "src/docs/good-night-moon.md").code());
    Outcome read =
        Program.run(
            Map.of("IYAGI_DATA", data.toString(), "ALSA_CONFIG_PATH", alsa.toString()),
            Path.of("target/iyagi/bin/iyagi").toAbsolutePath().toString(),
            "read",
            "src/docs/good-night-moon.md");
    assertEquals(0, read.code(), read.err());
    assertTrue(read.out().contains("Sound: null [default]"), read.out());
    ShortBuffer device = shorts(heard); // stereo
    ShortBuffer rendered = shorts(data.resolve("readings/good-night-moon.en/story.wav"));
    assertEquals(rendered.limit() - HEADER_SHORTS, device.limit() / 2);
    for (int i = 0; i < device.limit() / 2; i++) {
      short expected = rendered.get(HEADER_SHORTS + i);
      if (expected != device.get(2 * i) || expected != device.get(2 * i + 1)) {
        assertEquals(expected, device.get(2 * i), "left, frame " + i);
        assertEquals(expected, device.get(2 * i + 1), "right, frame " + i);
      }
    }
  }
}
