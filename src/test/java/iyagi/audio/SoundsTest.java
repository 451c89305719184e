package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SoundsTest {
  @Test
  void everySoundBeginsAndEndsInSilenceAndIsNoLouderThanAQuarter() {
    assertEquals(10, Sounds.names().size());
    for (String name : Sounds.names()) {
      float[] samples = Sounds.named(name).orElseThrow().samples();
      float most = 0;
      for (float sample : samples) {
        most = Math.max(most, Math.abs(sample));
      }
      assertEquals(0, samples[0], 1e-6, name);
      assertEquals(0, samples[samples.length - 1], 1e-6, name);
      assertTrue(most > 0.05 && most <= 0.2501, name + " peaks at " + most);
      assertTrue(samples.length >= Pcm.RATE_HZ / 5 && samples.length <= 5 * Pcm.RATE_HZ, name);
    }
  }

  @Test
  void bringsASineFromAnotherRateTo48kHzUnchanged() {
    float[] sine = new float[22_050];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 22_050.0));
    }
    float[] out = Resampler.to48kHz(new Pcm(22_050, sine)).samples();
    assertEquals(48_000, out.length);
    for (int i = 1000; i < 47_000; i++) {
      assertEquals(0.5 * Math.sin(2 * Math.PI * 440 * i / 48_000.0), out[i], 0.003);
    }
  }

  @Test
  void aLoudRecordingIsBroughtBelowSpeechAndFadesInAndASoftOneStaysSoft() {
    float[] loud = new float[96_000];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (float) Math.signum(Math.sin(2 * Math.PI * 440 * i / 48_000.0));
    }
    float[] out = Levels.gentle(new Pcm(48_000, loud)).samples();
    assertEquals(0, out[0], 1e-6);
    assertTrue(Math.abs(out[480]) < 0.05, "10 ms after its beginning: " + out[480]);
    assertEquals(-22, Loudness.lufs(out, 48_000), 0.3);
    float[] soft = new float[96_000];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = (float) (0.001 * Math.sin(2 * Math.PI * 440 * i / 48_000.0));
    }
    assertEquals(soft[10_000], Levels.gentle(new Pcm(48_000, soft)).samples()[10_000], 1e-9);
  }
}
