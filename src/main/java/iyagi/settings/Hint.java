package iyagi.settings;

import iyagi.story.Suggestion;
import java.util.Collection;
import java.util.stream.Collectors;

/** The end of a message about a word that is none of those known. */
final class Hint {
  private Hint() {}

  /** "; did you mean 'mouth'?" or, if nothing is near, "; allowed are …". */
  static String of(String found, Collection<String> known) {
    return Suggestion.nearest(found, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(
            () -> "; allowed are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }
}
