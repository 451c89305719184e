package iyagi.cli;

import iyagi.words.Sentence;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** One sentence about a problem, on the way to the person who typed the command. */
final class Complaint {
  private Complaint() {}

  /** Says it at once, in English. */
  static void say(PrintWriter err, Sentence sentence) {
    say(err, sentence.toString());
  }

  /** Says it at once. */
  static void say(PrintWriter err, String sentence) {
    err.println(sentence);
    err.flush();
  }

  /** Says whatever comes. */
  static Consumer<Sentence> to(PrintWriter err) {
    return sentence -> say(err, sentence);
  }
}
