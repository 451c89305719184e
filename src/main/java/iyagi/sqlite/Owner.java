package iyagi.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which program has a session open: its process and when that was started, in the kernel's own
 * ticks since power-on, so that neither a process number used again nor a wall clock that was set
 * can mislead.
 */
final class Owner {
  private static final int STARTED_FIELD = 19;

  private Owner() {}

  /** This program. */
  static String self() {
    return of(ProcessHandle.current().pid());
  }

  /** Whether that program still runs, in this same boot. */
  static boolean alive(String owner) {
    int colon = owner.indexOf(':');
    return colon > 0 && of(Long.parseLong(owner.substring(0, colon))).equals(owner);
  }

  private static String of(long process) {
    return process + ":" + started(process);
  }

  private static String started(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[STARTED_FIELD];
    } catch (IOException elsewhere) {
      boolean alive = ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
      return alive ? "alive" : "gone";
    }
  }
}
