package iyagi.bench;

/**
 * Every benchmark but the long ones ({@link DrainBench}, {@link FleetBench}), one after the other;
 * src/docs/benchmarks.md says what each of them measures. Needs the packaged program in
 * target/iyagi, and Linux.
 */
public final class AllBenches {
  private AllBenches() {}

  /** Runs them all; none of them can fail for a slow machine. */
  public static void main(String[] args) throws Exception {
    String[] usual = {};
    BodyBench.main(usual);
    StartBench.main(usual);
    ReadyBench.main(usual);
    MemoryBench.main(usual);
    CheckBench.main(usual);
    MotionBench.main(usual);
    WatchersBench.main(usual);
    FirstPageBench.main(usual);
    PrepareBench.main(usual);
    OutboxBench.main(usual);
    ReconnectBench.main(usual);
  }
}
