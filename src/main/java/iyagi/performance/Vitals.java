package iyagi.performance;

/** Whether a player and a motion loop have gone on since somebody asked last. One thread. */
public final class Vitals {
  private final Player player;
  private final MotionLoop loop;
  private long beat;
  private long ticks;

  /** Those of one performance. */
  public Vitals(Player player, MotionLoop loop) {
    this.player = player;
    this.loop = loop;
    beat = player.stage().beatNanos();
    ticks = loop.ticks();
  }

  /** Whether both have taken a step since the last question. */
  public boolean beating() {
    long beatNow = player.stage().beatNanos();
    long ticksNow = loop.ticks();
    boolean both = beatNow != beat && ticksNow != ticks;
    beat = beatNow;
    ticks = ticksNow;
    return both;
  }
}
