package iyagi.story;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes sure that a text is one that somebody wrote, and evens out how computers store text. */
final class Manuscript {
  /** A long novel has a million. */
  static final int LONGEST_CHARS = 2_000_000;

  /** A line without an end is no story. */
  static final int LONGEST_LINE_CHARS = 20_000;

  /** A novel has so many. */
  static final int MOST_LINES = 20_000;

  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}{31}");
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF\\u2028\\u2029&&[^\\n\\t]]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");

  private Manuscript() {}

  /** The text with "\n" line ends, composed letters (NFC), and no control characters. */
  static Optional<String> checked(String raw, Problems problems) {
    if (raw.length() > LONGEST_CHARS) {
      return refused(problems, Place.FILE, "longer than 2,000,000 characters; a story is shorter");
    }
    if (raw.isEmpty()) {
      return refused(problems, Place.FILE, "the file is empty");
    }
    long controls = raw.chars().filter(Manuscript::isControl).count();
    if (raw.indexOf('\0') >= 0 || controls * 100 > raw.length()) {
      return refused(
          problems,
          Place.FILE,
          "not a text file; a story is plain text, saved as UTF-8 with the ending .md");
    }
    String text = LINE_END.matcher(evened(raw, INVISIBLE, "")).replaceAll("\n");
    if (text.isBlank()) {
      return refused(problems, Place.FILE, "the file has nothing but white space");
    }
    return hasReadableLines(text, problems)
        ? Optional.of(Normalizer.normalize(evened(text, UNSPEAKABLE, " "), Normalizer.Form.NFC))
        : Optional.empty();
  }

  /** Replaces what matches. Most texts hold nothing that could, which is seen faster by itself. */
  private static String evened(String text, Pattern pattern, String with) {
    return text.chars().anyMatch(Manuscript::isRare)
        ? pattern.matcher(text).replaceAll(with)
        : text;
  }

  /**
   * Whether a character may be one that a story must not have: all but letters and the usual signs.
   */
  private static boolean isRare(int c) {
    boolean common =
        (c >= ' ' && c <= '~')
            || c == '\n'
            || c == '\t'
            || (c > 0xAD && c < 0x200B)
            || (c > 0x200F && c < 0x2028)
            || (c >= 0x3000 && c < 0xD800);
    return !common;
  }

  private static boolean isControl(int c) {
    return c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  }

  private static boolean hasReadableLines(String text, Problems problems) {
    int line = 1;
    int begin = 0;
    while (begin <= text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end - begin > LONGEST_LINE_CHARS) {
        problems.error(
            Place.line(line),
            "this line has {0} characters; at most 20,000 are allowed. Divide it into paragraphs",
            end - begin);
        return false;
      }
      Matcher accents = ACCENTS.matcher(text).region(begin, end);
      if (accents.find()) {
        problems.error(
            new Place(line, accents.start() - begin + 1), "more than 30 accents on one letter");
        return false;
      }
      begin = end + 1;
      line++;
      if (line > MOST_LINES && begin < text.length()) {
        problems.error(Place.line(line), "more than 20,000 lines; a story is shorter");
        return false;
      }
    }
    return true;
  }

  private static Optional<String> refused(
      Problems problems, Place place, String text, Object... parts) {
    problems.error(place, text, parts);
    return Optional.empty();
  }
}
