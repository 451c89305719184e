package iyagi.cli;

import iyagi.motion.Joint;
import iyagi.motion.Pose;
import java.util.ArrayList;
import java.util.List;

/**
 * The robot's face in letters: eyes, mouth and where the head is turned. A pure function of the
 * pose.
 */
final class Face {
  /** Lines of every face. */
  static final int LINES = 7;

  /** Columns of every face. */
  static final int COLUMNS = 44;

  private static final double DEGREES_PER_COLUMN = 6;

  private Face() {}

  /** The face for a pose, always {@link #LINES} lines. */
  static List<String> of(Pose pose) {
    int turn = (int) Math.round(pose.degrees(Joint.HEAD_YAW, 0) / DEGREES_PER_COLUMN);
    int nod = (int) Math.round(-pose.degrees(Joint.HEAD_PITCH, 0) / 12);
    String eye = eye(pose.degrees(Joint.EYELIDS, 0) / Joint.EYELIDS.high());
    String left = arm(pose.degrees(Joint.LEFT_ARM, 0));
    String right = arm(pose.degrees(Joint.RIGHT_ARM, 0));
    List<String> lines = new ArrayList<>();
    lines.add("  ,-.-----------.-.");
    lines.add(" /                 \\");
    lines.add("|" + between(nod < 0 ? eyes(eye, turn) : "", 19) + "|");
    lines.add("|" + between(nod == 0 ? eyes(eye, turn) : "", 19) + "|");
    lines.add("|" + between(nod > 0 ? eyes(eye, turn) : shift("v", turn), 19) + "|");
    lines.add(" \\" + between(shift(mouth(pose.degrees(Joint.MOUTH, 0)), turn), 17) + "/");
    lines.add("  `---------------'");
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String arms = i == 4 ? right : "   ";
      String other = i == 4 ? left : "   ";
      placed.add(pad("      " + arms + " " + pad(lines.get(i), 21) + " " + other, COLUMNS));
    }
    return placed;
  }

  private static String eyes(String eye, int turn) {
    return shift(eye + "     " + eye, turn);
  }

  private static String eye(double shut) {
    return shut > 0.7 ? "-" : shut > 0.3 ? "o" : "O";
  }

  private static String mouth(double degrees) {
    return degrees < 1.5 ? "-----" : degrees < 6 ? "(---)" : degrees < 12 ? "( o )" : "( O )";
  }

  private static String arm(double degrees) {
    return degrees > 80 ? "\\o/" : degrees > 30 ? "--o" : " ' ";
  }

  /** Moves text by columns, right for positive. */
  private static String shift(String text, int columns) {
    int by = Math.clamp(columns, -4, 4);
    return by > 0 ? " ".repeat(2 * by) + text : text + " ".repeat(-2 * by);
  }

  private static String between(String text, int width) {
    int left = Math.max(0, (width - text.length()) / 2);
    return pad(" ".repeat(left) + text, width);
  }

  private static String pad(String text, int width) {
    return text.length() >= width
        ? text.substring(0, width)
        : text + " ".repeat(width - text.length());
  }
}
