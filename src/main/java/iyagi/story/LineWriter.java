package iyagi.story;

import iyagi.story.Step.Line;
import iyagi.story.Step.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/** Writes the lines of one paragraph, from its start to its end. */
final class LineWriter {
  private final Script script;
  private final Speaker speaker;
  private final Pronunciations pronunciations;
  private final int firstLine;
  private final Deque<Integer> sentences;
  private final List<Step> steps = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private int from;
  private String voice;
  private double rate;

  LineWriter(Script script, Speaker speaker, Pronunciations pronunciations, int firstLine) {
    this.script = script;
    this.speaker = speaker;
    this.pronunciations = pronunciations;
    this.firstLine = firstLine;
    this.voice = speaker.role().voice();
    this.rate = speaker.role().rate();
    var cuts = new TreeSet<>(Sentences.cuts(script.text()));
    cuts.addAll(script.breaks());
    this.sentences = new ArrayDeque<>(cuts);
  }

  /** Ends every line whose sentence ends at or before an offset. */
  void sentencesUpTo(int offset) {
    while (!sentences.isEmpty() && sentences.peek() <= offset) {
      line(sentences.poll());
    }
  }

  /** Something that runs along. */
  void mark(int offset, boolean pinned, Direction direction) {
    marks.add(new Mark(offset, pinned, direction));
  }

  /** Something that the voice waits for. */
  void between(int offset, Step step) {
    line(offset);
    if (!attachToLast()) {
      marks.forEach(mark -> steps.add(new Step.Act(mark.direction())));
      marks.clear();
    }
    steps.add(step);
  }

  void voice(int offset, String name) {
    line(offset);
    voice = name;
  }

  void rate(int offset, double factor) {
    line(offset);
    rate = factor;
  }

  /** The steps; the last line ends the paragraph. */
  List<Step> finished() {
    sentencesUpTo(script.text().length());
    line(script.text().length());
    attachToLast();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Line last) {
        steps.set(i, ending(last));
        marks.forEach(mark -> steps.add(new Step.Act(mark.direction())));
        marks.clear();
        break;
      }
    }
    return steps;
  }

  /** Directions of a paragraph without a line. */
  List<Direction> leftOver() {
    return marks.stream().map(Mark::direction).toList();
  }

  private void line(int to) {
    String piece = script.text().substring(from, to);
    String text = piece.strip();
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      int begin = from + piece.indexOf(text);
      steps.add(newLine(text, begin));
      marks.clear();
    } else if (!text.isEmpty()) {
      String glue = piece.startsWith(" ") || isSpaceBefore(from) ? " " : "";
      lengthenLast(glue + text);
    }
    from = to;
  }

  private Line newLine(String text, int begin) {
    List<Mark> own = new ArrayList<>();
    for (Mark mark : marks) {
      int offset = Math.clamp(mark.offset() - begin, 0, text.length());
      own.add(new Mark(offset, mark.pinned(), mark.direction()));
    }
    int source = script.lines().isEmpty() ? firstLine : script.lines().get(begin);
    return new Line(
        speaker.role().name(),
        voice,
        speaker.mood(),
        rate,
        text,
        false,
        own,
        pronunciations.in(text),
        source);
  }

  /** Gives what is left to the end of the last step, if that is a line. */
  private boolean attachToLast() {
    if (steps.isEmpty() || !(steps.getLast() instanceof Line last)) {
      return false;
    }
    List<Mark> all = new ArrayList<>(last.marks());
    marks.forEach(m -> all.add(new Mark(last.text().length(), m.pinned(), m.direction())));
    marks.clear();
    steps.set(steps.size() - 1, with(last, last.text(), last.paragraphEnd(), all));
    return true;
  }

  private boolean isSpaceBefore(int index) {
    return index > 0 && script.text().charAt(index - 1) == ' ';
  }

  /** Punctuation without a word stays with the words before it. */
  private void lengthenLast(String more) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Line last) {
        steps.set(i, with(last, last.text() + more, last.paragraphEnd(), last.marks()));
        return;
      }
    }
  }

  private static Line ending(Line line) {
    return with(line, line.text(), true, line.marks());
  }

  private static Line with(Line l, String text, boolean end, List<Mark> marks) {
    return new Line(
        l.role(), l.voice(), l.mood(), l.rate(), text, end, marks, l.pronunciations(), l.source());
  }
}
