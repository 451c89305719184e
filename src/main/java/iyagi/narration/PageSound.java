package iyagi.narration;

import iyagi.audio.Levels;
import iyagi.audio.Pcm;
import iyagi.audio.Resampler;
import iyagi.audio.WavFile;
import iyagi.narration.Envelope.Stretch;
import iyagi.speech.Phone;
import iyagi.speech.Utterance;
import iyagi.speech.Word;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded page, split into its lines. A part keeps the reader's own silence around it, half of
 * each pause, so that the parts one after the other are the recording again; only silence longer
 * than two seconds, and at both ends of the page, is shortened.
 */
final class PageSound {
  private static final double LONGEST_HALF = 1.1;
  private static final double AT_START = 0.05;
  private static final double AT_END = 0.20;

  private final List<String> lines;
  private final Envelope envelope;
  private final List<Stretch> stretches;
  private final FileTime written;
  private final List<Double> bounds = new ArrayList<>();

  private PageSound(List<String> lines, Envelope envelope, FileTime written) {
    this.written = written;
    this.lines = List.copyOf(lines);
    this.envelope = envelope;
    stretches = envelope.stretches();
    bounds.add(0.0);
    bounds.addAll(Splitting.boundaries(envelope, lines));
    bounds.add(envelope.seconds());
  }

  /**
   * Looks through a recording.
   *
   * @throws IOException if it cannot be used; the message says why, for a librarian
   */
  static PageSound of(Path file, List<String> lines) throws IOException {
    try (WavFile wav = WavFile.open(file)) {
      FileTime written = Files.getLastModifiedTime(file);
      Findings.check(wav);
      Envelope envelope = Envelope.of(wav);
      Findings.check(envelope);
      return new PageSound(lines, envelope, written);
    }
  }

  /** Whether a file has not been written since it was looked through. */
  boolean isOf(Path file) throws IOException {
    return Files.getLastModifiedTime(file).equals(written);
  }

  /** From where to where a line is heard, its own silence included. */
  Stretch part(int line) {
    List<Stretch> sounding = sounding(line);
    double from = bounds.get(line);
    double to = bounds.get(line + 1);
    if (sounding.isEmpty()) {
      return new Stretch(from, to);
    }
    double before = line == 0 ? AT_START : LONGEST_HALF;
    double after = line == lines.size() - 1 ? AT_END : LONGEST_HALF;
    return new Stretch(
        Math.max(from, sounding.getFirst().from() - before),
        Math.min(to, sounding.getLast().to() + after));
  }

  /** Where somebody speaks in a line, in seconds of the recording. */
  List<Stretch> sounding(int line) {
    return stretches.stream()
        .flatMap(each -> each.within(bounds.get(line), bounds.get(line + 1)).stream())
        .toList();
  }

  /**
   * A line as it is heard.
   *
   * @param file the same recording, wherever it lies now
   * @throws IOException if the recording has gone, or the line is too long to be held in memory
   */
  Utterance utterance(Path file, int line) throws IOException {
    Stretch part = part(line);
    Findings.check(part, lines.get(line));
    if (!isOf(file)) {
      throw new Hindrance(Sentence.of("another recording has taken its place"));
    }
    Pcm sound;
    try (WavFile wav = WavFile.open(file)) {
      long from = Math.round(part.from() * wav.rateHz());
      sound =
          Levels.asSpeech(Resampler.to48kHz(wav.part(from, Math.round(part.to() * wav.rateHz()))));
    }
    double end = part.from() + sound.samples().length / (double) Pcm.RATE_HZ;
    List<Phone> phones = Shapes.of(envelope, part.from(), end, sounding(line));
    return new Utterance(sound, phones, words(line, part), List.of());
  }

  private List<Word> words(int line, Stretch part) {
    List<Stretch> from =
        sounding(line).stream()
            .map(each -> new Stretch(each.from() - part.from(), each.to() - part.from()))
            .toList();
    return Letters.words(lines.get(line), from);
  }
}
