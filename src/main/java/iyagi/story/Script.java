package iyagi.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A paragraph with its directions taken out of the text.
 *
 * @param text to speak, white space collapsed
 * @param breaks places where the author ended a line of a verse
 * @param placed instructions in the author's order
 * @param lines the file's line of every character
 */
record Script(String text, Set<Integer> breaks, List<Placed> placed, List<Integer> lines) {
  /** More directions than this in one paragraph are no story. */
  static final int MOST = 200;

  /**
   * An instruction at a place of the text.
   *
   * @param offset of the character that it stands before, up to the text's length
   */
  record Placed(int offset, Place place, Instruction instruction) {}

  /** Takes a paragraph apart. */
  static Script of(Passage passage, InstructionReader instructions, Problems problems) {
    return new Scan(passage, instructions, problems).script();
  }

  /** One pass over a paragraph. */
  private static final class Scan {
    private final Passage passage;
    private final InstructionReader instructions;
    private final Problems problems;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    private final Set<Integer> breaks = new TreeSet<>();
    private final List<Placed> placed = new ArrayList<>();
    private boolean space;

    Scan(Passage passage, InstructionReader instructions, Problems problems) {
      this.passage = passage;
      this.instructions = instructions;
      this.problems = problems;
    }

    Script script() {
      String source = passage.text();
      for (int i = 0; i < source.length(); i++) {
        char c = source.charAt(i);
        if (c == '{') {
          i = direction(source, i);
        } else if (c == '}') {
          problems.error(
              passage.at(i), "'}' without a '{' before it; to speak of braces write \\{ and \\}");
        } else {
          character(c, passage.at(i).line());
        }
      }
      placed.replaceAll(
          p -> new Placed(Math.min(p.offset(), text.length()), p.place(), p.instruction()));
      breaks.removeIf(b -> b >= text.length());
      return new Script(text.toString(), breaks, List.copyOf(placed), List.copyOf(lines));
    }

    /** Reads from the brace at i and returns where its closing brace stands. */
    private int direction(String source, int i) {
      int close = i + 1;
      while (close < source.length() && "{}".indexOf(source.charAt(close)) < 0) {
        close++;
      }
      if (close == source.length() || source.charAt(close) == '{') {
        problems.error(
            passage.at(i),
            close == source.length()
                ? "'{' is not closed by a '}'"
                : "'{' is not closed by a '}' before the next '{'");
        return i;
      }
      Place place = passage.at(i);
      Optional<Instruction> read = instructions.read(shown(source, i + 1, close), place);
      if (placed.size() == MOST) {
        problems.error(place, "more than {0} directions in one paragraph", MOST);
      } else if (read.isPresent()) {
        placed.add(new Placed(next(), place, read.get()));
      }
      return close;
    }

    private static String shown(String source, int from, int to) {
      var out = new StringBuilder();
      source.substring(from, to).chars().forEach(c -> out.append(Escapes.shown((char) c)));
      return out.toString();
    }

    private void character(char c, int line) {
      if (c == Passage.HARD) {
        breaks.add(text.length() + 1);
      }
      if (isWhite(c)) {
        space = true;
      } else {
        boolean closing = ".,!?…;:。".indexOf(c) >= 0 && standsBehindDirection();
        if (space && !text.isEmpty() && !closing) {
          text.append(' ');
          lines.add(line);
        }
        space = false;
        text.append(Escapes.shown(c));
        lines.add(line);
      }
    }

    /** "Hello {bow}." is spoken "Hello." */
    private boolean standsBehindDirection() {
      return !placed.isEmpty() && placed.getLast().offset() == next();
    }

    private int next() {
      return text.isEmpty() ? 0 : text.length() + (space ? 1 : 0);
    }

    private static boolean isWhite(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
  }
}
