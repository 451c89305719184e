package iyagi.settings;

import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has to be mended in one file. */
final class Problems {
  private record Problem(int line, Sentence sentence) {}

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
  void add(int line, Sentence sentence) {
    found.add(new Problem(line, onOneLine(sentence)));
  }

  private static Sentence onOneLine(Sentence sentence) {
    return new Sentence(sentence.text(), sentence.parts().stream().map(Problems::part).toList());
  }

  private static Object part(Object part) {
    return switch (part) {
      case Sentence inner -> onOneLine(inner);
      case String text -> text.replaceAll("\\p{Cntrl}", "?");
      default -> part;
    };
  }

  int count() {
    return found.size();
  }

  /** "owl.yaml:14: joints.mouth: …", in order of their lines. */
  List<Sentence> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(
            p -> Sentence.of("{0}: {1}", file + (p.line() > 0 ? ":" + p.line() : ""), p.sentence()))
        .toList();
  }

  /** The same in English, for files that are read on the command line only. */
  List<String> inEnglish() {
    return inOrder().stream().map(Sentence::toString).toList();
  }
}
