package iyagi.settings;

import iyagi.story.Suggestion;
import iyagi.words.Sentence;
import java.util.Collection;
import java.util.stream.Collectors;

/** The end of a message about a word that is none of those known. */
final class Hint {
  private Hint() {}

  /** "; did you mean 'mouth'?" or, if nothing is near, "; allowed are …". */
  static Sentence of(String found, Collection<String> known) {
    return Suggestion.nearest(found, known)
        .map(near -> Sentence.of("; did you mean '{0}'?", near))
        .orElseGet(
            () ->
                Sentence.of(
                    "; allowed are {0}",
                    known.stream().sorted().collect(Collectors.joining(", "))));
  }
}
