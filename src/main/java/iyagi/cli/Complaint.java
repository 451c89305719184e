package iyagi.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** One sentence about a problem, on the way to the person who typed the command. */
final class Complaint {
  private Complaint() {}

  /** Says it at once. */
  static void say(PrintWriter err, String sentence) {
    err.println(sentence);
    err.flush();
  }

  /** Says whatever comes. */
  static Consumer<String> to(PrintWriter err) {
    return sentence -> say(err, sentence);
  }
}
