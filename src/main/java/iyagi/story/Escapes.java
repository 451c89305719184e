package iyagi.story;

/**
 * Braces that are meant to be spoken, <code>\{</code>, pass through Markdown as three Unicode
 * noncharacters, which no text may contain, so that every other character keeps its column.
 */
final class Escapes {
  /** Stands where the backslash was. */
  static final char GONE = '\uFDD0';

  /** A brace that opens nothing. */
  static final char OPEN = '\uFDD1';

  /** A brace that closes nothing. */
  static final char CLOSE = '\uFDD2';

  private Escapes() {}

  static String hide(String text) {
    var out = new StringBuilder(text);
    int i = 0;
    while (i + 1 < out.length()) {
      char next = out.charAt(i + 1);
      boolean escape = out.charAt(i) == '\\';
      if (escape && (next == '{' || next == '}')) {
        out.setCharAt(i, GONE);
        out.setCharAt(i + 1, next == '{' ? OPEN : CLOSE);
      }
      i += escape ? 2 : 1;
    }
    return out.toString();
  }

  /** The character to speak. */
  static char shown(char c) {
    return c == OPEN ? '{' : c == CLOSE ? '}' : c;
  }
}
