package iyagi.library;

import iyagi.story.Problem;
import java.nio.file.Path;
import java.util.List;

/** What came out of a package. */
sealed interface Unpacked {
  /** Every file of the story, in a folder of the story's name; not yet read, not yet forced. */
  record Whole(Path story) implements Unpacked {}

  /** Nothing that may be kept. */
  record Refused(List<Problem> problems) implements Unpacked {
    /** Copies the problems. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
