package iyagi.service;

import iyagi.library.Installation;
import iyagi.story.Problem;
import java.util.List;

/** What became of a story that somebody brought. */
public sealed interface Taken {
  /** It stands on the shelf. */
  record Shelved(Installation.Installed story) implements Taken {}

  /**
   * Nothing was changed.
   *
   * @param problems all of them, warnings too; at least one is an error
   */
  record Rejected(List<Problem> problems) implements Taken {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing was changed: it would replace the story of that id, and nobody has said it may. */
  record Replaces(String id) implements Taken {}
}
