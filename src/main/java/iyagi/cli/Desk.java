package iyagi.cli;

import iyagi.library.Library;
import iyagi.speech.SpeechEngine;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every command works with. Nothing here is opened or loaded before it is used.
 *
 * @param places where things lie
 * @param library the robot's stories
 * @param engine speaks
 * @param hardware opens devices
 * @param clock monotonic time
 * @param post sends and takes reports
 */
public record Desk(
    Places places,
    Library library,
    SpeechEngine engine,
    Hardware hardware,
    NanoClock clock,
    Post post) {
  /** Exit code: all went well. */
  public static final int OK = 0;

  /** Exit code: the input or the robot has a problem, which was explained. */
  public static final int PROBLEM = 1;

  /** Exit code: the command was not written as it has to be. */
  public static final int USAGE = 2;

  /** The same desk with a data folder of its own that the system clears away. */
  Desk keepingNothing() {
    try {
      Path scratch = Files.createTempDirectory("iyagi");
      scratch.toFile().deleteOnExit();
      return new Desk(
          new Places(places.stories(), places.robots(), scratch),
          library,
          engine,
          hardware,
          clock,
          post);
    } catch (IOException e) {
      return this;
    }
  }

  /** Says one sentence about a problem. */
  static void complain(PrintWriter err, String sentence) {
    err.println(sentence);
    err.flush();
  }
}
