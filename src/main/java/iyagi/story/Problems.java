package iyagi.story;

import iyagi.story.Problem.Severity;
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

  void error(Place place, String message) {
    if (errors.size() < MOST) {
      errors.add(new Problem(Severity.ERROR, file, place.line(), place.column(), message));
    } else {
      moreErrors = true;
    }
  }

  void warning(Place place, String message) {
    if (warnings.size() < MOST) {
      warnings.add(new Problem(Severity.WARNING, file, place.line(), place.column(), message));
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
      String message = "… and " + moreWarnings + " warnings more";
      sorted.add(new Problem(Severity.WARNING, file, 0, 0, message));
    }
    if (moreErrors) {
      String message = "… and more; mend these first and check again";
      sorted.add(new Problem(Severity.ERROR, file, 0, 0, message));
    }
    return List.copyOf(sorted);
  }
}
