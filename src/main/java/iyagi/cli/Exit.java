package iyagi.cli;

/** What a command ends with. */
final class Exit {
  /** All went well. */
  static final int OK = 0;

  /** The input or the robot has a problem, which was explained. */
  static final int PROBLEM = 1;

  /** The command was not written as it has to be. */
  static final int USAGE = 2;

  private Exit() {}
}
