package iyagi.narration;

import iyagi.audio.Wav;
import iyagi.audio.WavFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording as it is kept: one channel of 16 bit, at its own rate. */
public final class Mono {
  private static final int BLOCK_FRAMES = 48_000;

  private Mono() {}

  /**
   * Writes a recording so.
   *
   * @throws Unusable if it is too long or too short, or no recording; the sentence says which
   * @throws IOException if it cannot be written
   */
  public static void write(Path from, Path to) throws IOException {
    try (WavFile wav = opened(from);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      Findings.check(wav);
      out.write(Wav.header(wav.rateHz(), wav.frames()));
      for (long at = 0; at < wav.frames(); at += BLOCK_FRAMES) {
        out.write(Wav.bytes(wav.part(at, at + BLOCK_FRAMES).samples()));
      }
    }
  }

  private static WavFile opened(Path file) throws Unusable {
    try {
      return WavFile.open(file);
    } catch (IOException _) {
      throw new Unusable(Findings.unreadable());
    }
  }
}
