package iyagi.cli;

import java.io.Console;

/** Whether a person sits at a terminal. */
final class Terminal {
  private Terminal() {}

  /** Whether standard input and output are a terminal. */
  // From JDK 25 on there is no console again where there is no terminal; the check speaks of 22 to
  // 24.
  @SuppressWarnings("SystemConsoleNull")
  static boolean present() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Whether it also can move its cursor. */
  static boolean canMoveCursor() {
    String kind = System.getenv("TERM");
    return present() && kind != null && !kind.equals("dumb");
  }
}
