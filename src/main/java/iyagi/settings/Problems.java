package iyagi.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has to be mended in one file. */
final class Problems {
  private record Problem(int line, String message) {}

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  /**
   * One more, on one line: what was found in a file may hold line ends of its own.
   *
   * @param line from 1; 0 when it concerns the whole file
   */
  void add(int line, String message) {
    found.add(new Problem(line, message.replaceAll("\\p{Cntrl}", "?")));
  }

  int count() {
    return found.size();
  }

  /** "owl.yaml:14: joints.mouth: …", in order of their lines. */
  List<String> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(p -> file + (p.line() > 0 ? ":" + p.line() : "") + ": " + p.message())
        .toList();
  }
}
