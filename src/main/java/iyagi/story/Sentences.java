package iyagi.story;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds where sentences end. */
final class Sentences {
  /** A breath holds no more than this; longer sentences are cut at a comma or a space. */
  static final int LONGEST = 300;

  private static final String ENDS = ".!?…。！？।።؟";
  private static final String CLOSERS = "\"'”’»)]」』";
  private static final Set<String> ABBREVIATIONS =
      Set.of("mr", "mrs", "ms", "dr", "st", "prof", "jr", "sr", "no", "vs", "etc", "e.g", "i.e");

  /** Korean words that carry a quotation on: "가자!" 하고 말했어요. */
  private static final List<String> CARRIES =
      List.of("하고", "하며", "하면서", "하자", "하는", "라고", "라며", "라는", "이라고", "이라며", "고 ");

  private Sentences() {}

  /** The places after which a sentence begins: never 0, never the text's length, in order. */
  static List<Integer> cuts(String text) {
    var cuts = new TreeSet<Integer>();
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      int next = ENDS.indexOf(text.charAt(i)) < 0 ? -1 : endAt(text, i);
      if (next > 0 && next < text.length()) {
        breathe(text, last, next, cuts);
        cuts.add(next);
        last = next;
        i = next - 1;
      }
    }
    breathe(text, last, text.length(), cuts);
    return List.copyOf(cuts);
  }

  /** Where the next sentence begins if one ends with the character at i, else -1. */
  private static int endAt(String text, int i) {
    int after = i + 1;
    while (after < text.length() && ENDS.indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    int closed = after;
    while (closed < text.length() && CLOSERS.indexOf(text.charAt(closed)) >= 0) {
      closed++;
    }
    if (text.startsWith(" »", closed) || text.startsWith("\u00A0»", closed)) {
      closed += 2;
    }
    boolean wide = "。！？".indexOf(text.charAt(i)) >= 0 || isGlued(text, i);
    if (closed < text.length() && !Character.isWhitespace(text.charAt(closed)) && !wide) {
      return -1;
    }
    int next = closed;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean goesOn = next < text.length() && goesOn(text, next, closed > after);
    return goesOn || (after == i + 1 && isShort(text, i, next)) ? -1 : next;
  }

  /** Whether somebody forgot a space: "the goat.They ran". */
  private static boolean isGlued(String text, int i) {
    return i > 1
        && i + 2 < text.length()
        && Character.isLowerCase(text.charAt(i - 1))
        && Character.isLowerCase(text.charAt(i - 2))
        && Character.isUpperCase(text.charAt(i + 1))
        && Character.isLowerCase(text.charAt(i + 2));
  }

  private static boolean goesOn(String text, int next, boolean quoted) {
    int letter = next;
    while (letter < text.length() - 1 && "\"'“‘«(".indexOf(text.charAt(letter)) >= 0) {
      letter++;
    }
    if (Character.isLowerCase(text.charAt(letter))) {
      return true;
    }
    return quoted && CARRIES.stream().anyMatch(word -> text.startsWith(word, next));
  }

  /** Whether the full stop at i belongs to "Mr." or to an initial. */
  private static boolean isShort(String text, int i, int next) {
    if (text.charAt(i) != '.') {
      return false;
    }
    int begin = i;
    while (begin > 0
        && (Character.isLetter(text.charAt(begin - 1)) || text.charAt(begin - 1) == '.')) {
      begin--;
    }
    String word = text.substring(begin, i);
    boolean number = next < text.length() && Character.isDigit(text.charAt(next));
    if (word.equals("No") || word.equals("no")) {
      return number;
    }
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return (initial && !word.equals("I")) || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static void breathe(String text, int from, int to, Set<Integer> cuts) {
    int begin = from;
    while (to - begin > LONGEST) {
      int cut = lastOf(text, begin, ",;:—–،，、");
      cut = cut < 0 ? lastOf(text, begin, " ") : cut;
      begin = cut < 0 ? surrogateSafe(text, begin + LONGEST) : cut;
      cuts.add(begin);
    }
  }

  private static int lastOf(String text, int begin, String marks) {
    for (int i = begin + LONGEST - 1; i > begin + LONGEST / 3; i--) {
      boolean space = i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1));
      if (marks.indexOf(text.charAt(i)) >= 0 && (space || marks.equals(" "))) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int surrogateSafe(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
