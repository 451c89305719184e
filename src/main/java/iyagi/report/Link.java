package iyagi.report;

/**
 * One connection to a broker. Only one thread may use it. Nothing here throws for a connection that
 * has been lost: that is told as {@link LinkEvent.Lost}.
 */
public interface Link extends AutoCloseable {
  /**
   * Sends a message; what became of it is told as {@link LinkEvent.Acknowledged} or {@link
   * LinkEvent.Failed} with the same ticket. May wait while the network is slow, for a few seconds
   * at most.
   *
   * @param ticket the caller's own number for it
   */
  void publish(long ticket, Message message);

  /** Tells the broker that a message has been dealt with; only on a link with manual terms. */
  void acknowledge(LinkEvent.Arrived arrived);

  /**
   * Says goodbye, so that the broker forgets the will, then closes. At most a second. To be called
   * instead of, or before, {@link #close}.
   */
  void leave();

  /** Gives everything back at once, without a goodbye; the will stands. At most a second. */
  @Override
  void close();
}
