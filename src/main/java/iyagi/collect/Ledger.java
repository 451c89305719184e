package iyagi.collect;

import java.time.Instant;
import java.util.List;

/** Where the library keeps what its robots tell. Several collectors may write into one ledger. */
public interface Ledger extends AutoCloseable {
  /**
   * Tries whether it can be used, and makes what is not there. Not needed before anything else:
   * what has failed here may work later.
   *
   * @throws Unkept if it cannot be used now
   */
  void open();

  /**
   * Stores letters, all or none; those that are there already change nothing. When this returns
   * they outlive a power failure. Blocks for the disk or the network.
   *
   * @throws Unkept if it could not be done; trying again later is right
   */
  Kept store(List<Letter> letters);

  /**
   * What the sessions that ended within a time come to, trials and resumptions too. One entry for
   * each combination of robot, kind, story and so on, in that order.
   *
   * @param from included
   * @param until not included
   * @throws Unkept if the ledger cannot be read
   */
  List<Tally> tallies(Instant from, Instant until);

  /** Gives the database back. */
  @Override
  void close();

  /**
   * What has been stored.
   *
   * @param watermarks one for each robot and epoch that the letters were about, as it is now
   * @param fresh the events that were not there before
   */
  record Kept(List<Watermark> watermarks, List<Letter.Event> fresh) {
    /** Copies. */
    public Kept {
      watermarks = List.copyOf(watermarks);
      fresh = List.copyOf(fresh);
    }
  }

  /**
   * Everything of a robot up to here is in the ledger or will never come.
   *
   * @param epoch run of the robot's sequences
   * @param upTo 0 if there is nothing; never goes back
   * @param current whether it is the epoch that the robot named last, as far as we know
   */
  record Watermark(String robot, String epoch, long upTo, boolean current) {}

  /** Thrown when the database cannot be used; its message is for a librarian. */
  final class Unkept extends RuntimeException {
    /** Why, in words, with the vendor's reason kept. */
    public Unkept(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
