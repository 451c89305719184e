package iyagi.program;

import java.io.IOException;
import java.util.Optional;

/** A text that is always whole: as it was before a change or as it is after it. */
public interface Notebook {
  /**
   * The text; empty if none was ever written.
   *
   * @throws IOException in a librarian's words, if it cannot be read
   */
  Optional<String> text() throws IOException;

  /**
   * Replaces the text, on the disk when this returns.
   *
   * @throws IOException in a librarian's words, if it could not be written; then it is as before
   */
  void write(String text) throws IOException;

  /**
   * Puts a text aside that cannot be understood; there is none afterwards.
   *
   * @return where it is now, for people
   * @throws IOException in a librarian's words, if that could not be done
   */
  String putAside() throws IOException;

  /** As people call it: "programme.json". */
  String name();
}
