package iyagi.speech;

import java.nio.file.Path;
import java.util.List;

/**
 * A recording in which a person says a phrase among others.
 *
 * @param file a WAV file of one whole page
 * @param sha256 of that file, in hexadecimal digits: another recording is another phrase
 * @param lines all that is said in it, in order; never empty
 * @param line which of them is the phrase, from 0
 */
public record Recording(Path file, String sha256, List<String> lines, int line) {
  /** Copies the lines. */
  public Recording {
    lines = List.copyOf(lines);
    if (line < 0 || line >= lines.size()) {
      throw new IllegalArgumentException("line " + line + " of " + lines.size() + " in " + file);
    }
  }
}
