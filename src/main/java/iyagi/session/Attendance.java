package iyagi.session;

/**
 * How many were there, as a librarian counted; numbers only.
 *
 * @param children 0 to 999
 * @param grownUps 0 to 999
 */
public record Attendance(int children, int grownUps) {
  /** More than any library's hall holds. */
  public static final int MOST = 999;

  /** Checks both. */
  public Attendance {
    check("children", children);
    check("grown-ups", grownUps);
  }

  private static void check(String who, int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException(who + " = " + count + " is outside 0.." + MOST);
    }
  }
}
