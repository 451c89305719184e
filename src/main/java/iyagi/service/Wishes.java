package iyagi.service;

import iyagi.library.PackageOrder;
import iyagi.report.Incoming.Wanted;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Brings the story packages that the library wishes to be on this robot, each once. What fails is
 * tried again with the next wish, at the next start, or after {@link #AGAIN}. Any thread wishes;
 * one thread calls {@link #await}, which blocks for the network.
 */
public final class Wishes {
  /** After a package could not be brought. */
  static final Duration AGAIN = Duration.ofHours(6);

  /** How packages come. */
  interface Delivery {
    /** Whether the very package of this check sum is on the shelf. */
    boolean has(String sha256);

    /** Brings one; false if that failed, which has been told then. */
    boolean bring(PackageOrder order);
  }

  private final NanoClock clock;
  private final Delivery delivery;
  private final BlockingQueue<List<Wanted>> mailbox = new LinkedBlockingQueue<>();
  private List<Wanted> open = List.of();
  private long dueNanos;

  Wishes(NanoClock clock, Delivery delivery) {
    this.clock = clock;
    this.delivery = delivery;
  }

  /** Takes over a wish in place of the one before. */
  void wish(List<Wanted> wanted) {
    mailbox.add(wanted.stream().filter(Wishes::whole).toList());
  }

  private static boolean whole(Wanted w) {
    return w != null && w.url() != null && w.sha256() != null && w.signature() != null;
  }

  /** Waits for a wish, at most so long, and does what is due. */
  public void await(Duration most) throws InterruptedException {
    List<Wanted> wish = mailbox.poll(most.toNanos(), TimeUnit.NANOSECONDS);
    while (wish != null) {
      open = wish;
      dueNanos = clock.nanos();
      wish = mailbox.poll();
    }
    if (!open.isEmpty() && clock.nanos() - dueNanos >= 0) {
      open = open.stream().filter(wanted -> !satisfied(wanted)).toList();
      dueNanos = clock.nanos() + AGAIN.toNanos();
    }
  }

  private boolean satisfied(Wanted wanted) {
    return delivery.has(wanted.sha256())
        || delivery.bring(new PackageOrder(wanted.url(), wanted.sha256(), wanted.signature()));
  }
}
