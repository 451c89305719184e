package iyagi.story;

import iyagi.story.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  /** Nobody reads more than this; a broken file can have a million. */
  static final int MOST = 100;

  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private int more;
  private boolean errors;

  Problems(String file) {
    this.file = file;
  }

  void error(Place place, String message) {
    errors = true;
    add(new Problem(Severity.ERROR, file, place.line(), place.column(), message));
  }

  void warning(Place place, String message) {
    add(new Problem(Severity.WARNING, file, place.line(), place.column(), message));
  }

  private void add(Problem problem) {
    if (found.contains(problem)) {
      return;
    }
    if (found.size() < MOST) {
      found.add(problem);
    } else {
      more++;
    }
  }

  boolean hasErrors() {
    return errors;
  }

  /** In order of their place; those of the whole file first. */
  List<Problem> inOrder() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    if (more > 0) {
      Severity severity = errors ? Severity.ERROR : Severity.WARNING;
      sorted.add(new Problem(severity, file, 0, 0, "… and " + more + " more of this kind"));
    }
    return List.copyOf(sorted);
  }
}
