package iyagi.narration;

import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine;
import iyagi.speech.Utterance;
import iyagi.speech.Voices;
import iyagi.speech.Word;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A page that a speech engine has read aloud as a person would: with silences of known lengths
 * between the sentences and the noise of a room, so that all times are known.
 */
public final class ReadAloud {
  private final int rate;
  private final List<float[]> pieces = new ArrayList<>();
  private final List<Double> starts = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();
  private final List<List<Double>> words = new ArrayList<>();
  private double seconds;

  /** An empty recording at that rate. */
  public ReadAloud(int rate) {
    this.rate = rate;
  }

  /** Silence. */
  public ReadAloud pause(double length) {
    append(new float[(int) (length * rate)]);
    return this;
  }

  /** A sentence in the narrator's voice. */
  public ReadAloud say(SpeechEngine engine, String text) {
    Utterance spoken =
        engine.speak(new Phrase(Locale.ENGLISH, text, Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of()));
    List<Double> begins = new ArrayList<>();
    for (Word word : spoken.words()) {
      begins.add(seconds + word.start().toNanos() / 1e9);
    }
    return sound(at(rate, spoken.sound()), begins);
  }

  /** A tone with a soft beginning and end, as long as a sentence. */
  public ReadAloud tone(double length, double hz) {
    float[] sound = new float[(int) (length * rate)];
    for (int i = 0; i < sound.length; i++) {
      double edge = Math.min(1, Math.min(i, sound.length - i) / (0.01 * rate));
      sound[i] = (float) (0.3 * edge * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return sound(sound, List.of());
  }

  private ReadAloud sound(float[] sound, List<Double> begins) {
    starts.add(seconds);
    words.add(begins);
    append(sound);
    ends.add(seconds);
    return this;
  }

  private void append(float[] piece) {
    pieces.add(piece);
    seconds += piece.length / (double) rate;
  }

  /** Every n-th sample is enough for a test: rates here divide 48 kHz. */
  private static float[] at(int rate, Pcm sound) {
    int step = sound.sampleRateHz() / rate;
    float[] out = new float[sound.samples().length / step];
    for (int i = 0; i < out.length; i++) {
      out[i] = sound.samples()[i * step];
    }
    return out;
  }

  /** When each sentence begins, in seconds. */
  public List<Double> starts() {
    return starts;
  }

  /** When each sentence ends. */
  public List<Double> ends() {
    return ends;
  }

  /** When each word begins, by sentence. */
  public List<List<Double>> words() {
    return words;
  }

  /**
   * The recording as a file.
   *
   * @param noiseDb of the room, in full scale
   */
  public Path write(Path file, double gain, double noiseDb) throws IOException {
    Random random = new Random(7);
    double noise = Math.pow(10, noiseDb / 20);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(Wav.header(rate, pieces.stream().mapToLong(p -> p.length).sum()));
      for (float[] piece : pieces) {
        float[] heard = new float[piece.length];
        for (int i = 0; i < piece.length; i++) {
          heard[i] = (float) (piece[i] * gain + noise * random.nextGaussian());
        }
        out.write(Wav.bytes(heard));
      }
    }
    return file;
  }
}
