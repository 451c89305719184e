package iyagi.story;

import java.util.List;

/** What became of reading a story file. */
public sealed interface ReadResult {
  /** All problems, in order of their place. */
  List<Problem> problems();

  /** The story, and warnings if there are any. */
  record Read(Story story, List<Problem> problems) implements ReadResult {
    /** Copies the warnings. */
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /** No story; at least one of the problems is an error. */
  record Rejected(List<Problem> problems) implements ReadResult {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
