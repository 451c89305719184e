package iyagi.bench;

import java.util.List;

/**
 * What it cost to speak a story, start-up included.
 *
 * @param cpu of the whole process, in seconds
 * @param wall of the whole process, in seconds
 * @param speech how much sound came out, in seconds
 */
record Cost(double cpu, double wall, double speech) {
  private static final String KEY = "SPEECH ";

  /** For the measuring process to read. */
  static String line(double speech) {
    return KEY + speech;
  }

  /** A process that has printed {@link #line}. */
  static Cost of(Child.Run run) {
    List<String> output = run.output();
    String line = output.stream().filter(l -> l.startsWith(KEY)).findFirst().orElseThrow();
    return new Cost(run.cpu(), run.wall(), Double.parseDouble(line.substring(KEY.length())));
  }
}
