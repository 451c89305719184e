package iyagi.program;

import iyagi.words.Sentence;
import java.util.List;

/** What became of reading a programme. */
public sealed interface ProgrammeResult {
  /** It is without a mistake. */
  record Read(Programme programme) implements ProgrammeResult {}

  /** It is not; every problem at once, each with file, key, what was found and what is allowed. */
  record Rejected(List<Sentence> problems) implements ProgrammeResult {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
