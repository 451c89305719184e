package iyagi.motion.pi4j;

/** What Pi4J means, from under its layers. */
final class Reasons {
  private Reasons() {}

  /** The words of the innermost cause. */
  static String of(Throwable refused) {
    Throwable root = refused;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
