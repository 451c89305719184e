package iyagi.narration;

import iyagi.audio.WavFile;
import iyagi.narration.Envelope.Stretch;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a recording before children hear it.
 *
 * @param seconds how long it is; 0 if it cannot be read
 * @param refusal why it cannot be used, if so
 * @param warnings what works but will disappoint
 */
public record Findings(double seconds, Optional<Sentence> refusal, List<Sentence> warnings) {
  /** The longest recording of a page; at 48 kHz and 16 bit it stays below 20 MB. */
  public static final int MOST_SECONDS = 180;

  /** A sentence is held in memory. */
  private static final int MOST_SENTENCE_SECONDS = 60;

  private static final double LEAST_SECONDS = 0.3;
  private static final double SILENT_DB = -55;
  private static final double QUIET_DB = -38;
  private static final double NOISE_DB = 22;
  private static final double CLIPPED_SECONDS = 0.002;
  private static final int SHOWN = 40;

  /** Copies the warnings. */
  public Findings {
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks through a recording of a page.
   *
   * @param lines what is said in it, at least one
   */
  public static Findings of(Path file, List<String> lines) {
    try (WavFile wav = WavFile.open(file)) {
      double seconds = wav.seconds();
      try {
        check(wav);
        Envelope envelope = Envelope.of(wav);
        check(envelope);
        PageSound page = PageSound.of(file, lines);
        for (int i = 0; i < lines.size(); i++) {
          check(page.part(i), lines.get(i));
        }
        return new Findings(seconds, Optional.empty(), warnings(envelope, lines));
      } catch (Unusable unusable) {
        return new Findings(seconds, Optional.of(unusable.sentence()), List.of());
      }
    } catch (IOException unreadable) {
      return new Findings(0, Optional.of(unreadable()), List.of());
    }
  }

  static Sentence unreadable() {
    return Sentence.of(
        "this is no WAV file that can be used; save the recording as WAV (PCM, 16 bit, 48000 Hz,"
            + " mono)");
  }

  static void check(WavFile wav) throws Unusable {
    if (wav.seconds() > MOST_SECONDS) {
      throw new Unusable(
          Sentence.of(
              "the recording has {0} s; a page has at most {1} s; cut it or split the page",
              Math.round(wav.seconds()), MOST_SECONDS));
    }
    if (wav.seconds() < LEAST_SECONDS) {
      throw new Unusable(Sentence.of("the recording is shorter than a word; record it again"));
    }
  }

  static void check(Envelope envelope) throws Unusable {
    if (envelope.loud() < SILENT_DB || envelope.stretches().isEmpty()) {
      throw new Unusable(
          Sentence.of("nothing is heard in the recording; look at the microphone, record again"));
    }
  }

  static void check(Stretch part, String line) throws Unusable {
    if (part.length() > MOST_SENTENCE_SECONDS) {
      throw new Unusable(
          Sentence.of(
              "one sentence has {0} s of sound, at most {1} s can be used: '{2}'",
              Math.round(part.length()), MOST_SENTENCE_SECONDS, shown(line)));
    }
  }

  private static String shown(String line) {
    return line.codePointCount(0, line.length()) <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN - 1)) + "…";
  }

  private static List<Sentence> warnings(Envelope envelope, List<String> lines) {
    List<Sentence> warnings = new ArrayList<>();
    if (envelope.clippedSeconds() > CLIPPED_SECONDS) {
      warnings.add(
          Sentence.of(
              "the microphone was too loud in places and the sound is distorted; record it again"
                  + " from a little further away"));
    }
    if (envelope.loud() < QUIET_DB) {
      warnings.add(
          Sentence.of(
              "the recording is very soft; it is made louder, and the room's noise with it; record"
                  + " it again from nearer"));
    }
    double pause = envelope.quiet();
    if (envelope.loud() - pause < NOISE_DB) {
      warnings.add(
          Sentence.of(
              "there is hardly any silence in the recording; sentences may begin at the wrong"
                  + " moment; record it in a quiet room and pause between sentences"));
    } else if (envelope.stretches().size() < lines.size()) {
      warnings.add(
          Sentence.of(
              "the page has {0} sentences, but fewer pauses are heard; where each begins is guessed"
                  + " from its length",
              lines.size()));
    }
    return warnings;
  }
}
