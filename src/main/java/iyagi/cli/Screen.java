package iyagi.cli;

import iyagi.motion.Pose;
import java.io.PrintWriter;

/**
 * Where a reading is shown. On a terminal a face moves under the lines that have been read;
 * elsewhere there are only the lines. Any thread.
 */
final class Screen {
  private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

  private final PrintWriter out;
  private final boolean face;
  private boolean drawn;
  private String last = "";

  Screen(PrintWriter out, boolean face) {
    this.out = out;
    this.face = face;
  }

  /** A line that stays. */
  synchronized void line(String text) {
    wipe();
    out.println(text);
    out.flush();
  }

  /** The face, if this screen shows one. */
  synchronized void show(Pose pose) {
    if (!face) {
      return;
    }
    String now = String.join("\n", Face.of(pose));
    if (now.equals(last) && drawn) {
      return;
    }
    wipe();
    out.println(now);
    out.flush();
    last = now;
    drawn = true;
  }

  /** A person has typed a line: under the face it is taken away, so that the face stays whole. */
  synchronized void typed() {
    if (drawn) {
      out.print(UP_AND_CLEAR);
      out.flush();
    }
  }

  /** Takes the face away. */
  synchronized void wipe() {
    if (drawn) {
      for (int i = 0; i < Face.LINES; i++) {
        out.print(UP_AND_CLEAR);
      }
      drawn = false;
    }
  }
}
