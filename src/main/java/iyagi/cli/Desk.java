package iyagi.cli;

import iyagi.library.Library;
import iyagi.speech.SpeechEngine;
import iyagi.time.NanoClock;
import java.io.PrintWriter;

/**
 * What every command works with. Nothing here is opened or loaded before it is used.
 *
 * @param places where things lie
 * @param library the robot's stories
 * @param engine speaks
 * @param hardware opens devices
 * @param clock monotonic time
 */
public record Desk(
    Places places, Library library, SpeechEngine engine, Hardware hardware, NanoClock clock) {
  /** Exit code: all went well. */
  public static final int OK = 0;

  /** Exit code: the input or the robot has a problem, which was explained. */
  public static final int PROBLEM = 1;

  /** Exit code: the command was not written as it has to be. */
  public static final int USAGE = 2;

  /** Says one sentence about a problem. */
  static void complain(PrintWriter err, String sentence) {
    err.println(sentence);
    err.flush();
  }
}
