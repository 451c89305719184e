package iyagi.library;

import iyagi.story.Problem;
import iyagi.words.Sentence;
import java.util.List;

/** What became of fetching a package. */
public sealed interface FetchResult {
  /** The story is on the shelf. */
  record Fetched(Installation.Installed story) implements FetchResult {}

  /**
   * Nothing was changed.
   *
   * @param sentence for a librarian: what, where, what was expected and what to do
   * @param problems of the story in the package, if it came so far
   */
  record Failed(Sentence sentence, List<Problem> problems) implements FetchResult {
    /** Copies the problems. */
    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
