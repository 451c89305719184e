package iyagi.cli;

import iyagi.score.Liveliness;
import iyagi.score.Manner;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** For whom a story is given. */
final class MannerOption {
  @Option(
      names = "--manner",
      paramLabel = "WHO",
      defaultValue = "usual",
      converter = Words.class,
      completionCandidates = Candidates.class,
      description =
          "For whom: ${COMPLETION-CANDIDATES} (default: usual). 'calm' moves, glows and sounds less and"
              + " leaves more time; 'low-vision' also says the headings of pages; 'hard-of-hearing'"
              + " leaves time for captions and glows while it speaks.")
  private Manner manner;

  @Option(
      names = "--life",
      paramLabel = "HOW",
      description =
          "How much the robot moves between the author's gestures: full, calm or off. Default: as the"
              + " manner has it.")
  private Liveliness life;

  /** What was asked for. */
  Manner manner() {
    return life == null ? manner : manner.with(life);
  }

  static final class Words implements ITypeConverter<Manner> {
    @Override
    public Manner convert(String word) {
      return Manner.named(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Manner.ALL.stream().map(Manner::word).collect(Collectors.joining(", "))
                          + " but was '"
                          + word
                          + "'"));
    }
  }

  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Manner.ALL.stream().map(Manner::word).iterator();
    }
  }
}
