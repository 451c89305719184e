package iyagi.service;

import iyagi.library.Installation;
import iyagi.story.Problem;
import iyagi.words.Sentence;
import java.util.List;

/** What became of a story that somebody brought. */
public sealed interface Taken {
  /**
   * It stands on the shelf.
   *
   * @param recordings what it does to recordings of the story
   */
  record Shelved(Installation.Installed story, List<Sentence> recordings) implements Taken {
    /** Copies the sentences. */
    public Shelved {
      recordings = List.copyOf(recordings);
    }
  }

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
