package iyagi.fleet;

/**
 * How one robot stands, or many together.
 *
 * @param robots how many
 * @param connected of those, how many have a connection
 * @param reading of those, how many are in a session or writing it down
 * @param sessions ended since the beginning of this run
 * @param reports in their memories, confirmed ones too
 * @param confirmed of those, how many have arrived for certain
 * @param waiting of those, how many have not
 * @param again connections made after the first of each
 */
public record Census(
    int robots,
    int connected,
    int reading,
    long sessions,
    long reports,
    long confirmed,
    long waiting,
    long again) {
  /** Nobody. */
  static final Census NOBODY = new Census(0, 0, 0, 0, 0, 0, 0, 0);

  Census plus(Census other) {
    return new Census(
        robots + other.robots,
        connected + other.connected,
        reading + other.reading,
        sessions + other.sessions,
        reports + other.reports,
        confirmed + other.confirmed,
        waiting + other.waiting,
        again + other.again);
  }

  /** Whether nothing is being read and every report has arrived. */
  public boolean home() {
    return reading == 0 && waiting == 0;
  }
}
