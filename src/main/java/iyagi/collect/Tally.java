package iyagi.collect;

/**
 * Sessions that agree in all that figures are asked by, added up.
 *
 * @param kind "programme" or "free"
 * @param ages as the story's author wrote them; "" where nothing is said
 * @param result how they ended: "completed", "stopped" and so on
 * @param trial whether they were too short to be readings
 * @param resumed whether they go on with other sessions, which have been counted
 * @param sessions how many, at least 1
 * @param seconds that were read, without pauses
 * @param counted for how many of them somebody counted heads
 */
public record Tally(
    String robot,
    String kind,
    String language,
    String ages,
    String story,
    String result,
    boolean trial,
    boolean resumed,
    long sessions,
    long seconds,
    long counted,
    long children,
    long grownUps) {
  /** Readings: neither trials nor the second half of one. */
  public long readings() {
    return trial || resumed ? 0 : sessions;
  }

  /** Those that were read to the last word. */
  public long completed() {
    return !trial && result.equals("completed") ? sessions : 0;
  }
}
