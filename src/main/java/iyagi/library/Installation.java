package iyagi.library;

import iyagi.story.Problem;
import java.util.List;

/** What became of putting a packed story on the shelf. */
public sealed interface Installation {
  /**
   * The story is on the shelf and will be after a power cut, too.
   *
   * @param id of the story
   * @param editions in every language of the package
   * @param warnings of what works but will disappoint
   */
  record Installed(String id, List<Edition> editions, List<Problem> warnings)
      implements Installation {
    /** Copies the lists. */
    public Installed {
      editions = List.copyOf(editions);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Nothing was changed.
   *
   * @param problems all of them, warnings too; at least one is an error
   */
  record Rejected(List<Problem> problems) implements Installation {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
