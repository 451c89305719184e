package iyagi.app;

import iyagi.cli.Cli;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The way in. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int code;
    try (Robot robot = new Robot()) {
      code = Cli.run(robot.desk(), out, err, args);
    }
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** UTF-8 whatever the machine's own encoding: stories are written in many scripts. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new PrintStream(stream, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
  }
}
