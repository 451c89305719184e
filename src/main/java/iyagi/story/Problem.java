package iyagi.story;

import iyagi.words.Sentence;

/**
 * Something to mend, or to know of, at a place of a story file.
 *
 * @param severity whether the story can be read all the same
 * @param file as the reader was told it
 * @param line from 1; 0 when it concerns the whole file
 * @param column in characters from 1; 0 when it concerns the whole line
 * @param sentence what was found, what was allowed and what to do, for a librarian
 */
public record Problem(Severity severity, String file, int line, int column, Sentence sentence) {
  /** Whether the story can be read all the same. */
  public enum Severity {
    /** It cannot. */
    ERROR,
    /** It can, but somebody will be disappointed. */
    WARNING
  }

  /** The sentence in English. */
  public String message() {
    return sentence.toString();
  }

  /** "bear/story.en.md:14:3: error: unknown gesture 'nodd'; did you mean 'nod'?" */
  @Override
  public String toString() {
    return told().toString();
  }

  /** The same in any language. */
  public Sentence told() {
    String place = file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    return Sentence.of(
        severity == Severity.ERROR ? "{0}: error: {1}" : "{0}: warning: {1}", place, sentence);
  }
}
