package iyagi.story;

import iyagi.story.Problem.Severity;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file. */
final class Problems {
  /** Nobody mends more errors, or reads more warnings, in one go. */
  static final int MOST = 100;

  private final String file;
  private final Set<Problem> errors = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private boolean moreErrors;
  private int moreWarnings;

  Problems(String file) {
    this.file = file;
  }

  void error(Place place, String text, Object... parts) {
    error(place, Sentence.of(text, parts));
  }

  void error(Place place, Sentence sentence) {
    if (errors.size() < MOST) {
      errors.add(new Problem(Severity.ERROR, file, place.line(), place.column(), sentence));
    } else {
      moreErrors = true;
    }
  }

  void warning(Place place, String text, Object... parts) {
    if (warnings.size() < MOST) {
      warnings.add(
          new Problem(
              Severity.WARNING, file, place.line(), place.column(), Sentence.of(text, parts)));
    } else {
      moreWarnings++;
    }
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** Whether it is no use to look for more. */
  boolean areTooMany() {
    return moreErrors;
  }

  /** In order of their place; those of the whole file first. */
  List<Problem> inOrder() {
    List<Problem> sorted = new ArrayList<>(errors);
    sorted.addAll(warnings);
    sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    if (moreWarnings > 0) {
      Sentence sentence = Sentence.of("… and {0} warnings more", moreWarnings);
      sorted.add(new Problem(Severity.WARNING, file, 0, 0, sentence));
    }
    if (moreErrors) {
      Sentence sentence = Sentence.of("… and more; mend these first and check again");
      sorted.add(new Problem(Severity.ERROR, file, 0, 0, sentence));
    }
    return List.copyOf(sorted);
  }
}
