package iyagi.console;

import java.io.IOException;

/** Answers one kind of request. On a thread of the request's own; may wait. */
@FunctionalInterface
interface Reply {
  /**
   * The answer.
   *
   * @throws Refused if it is not given, with the reason
   * @throws IOException if something could not be read or written
   */
  Answer to(Ask ask) throws IOException;
}
