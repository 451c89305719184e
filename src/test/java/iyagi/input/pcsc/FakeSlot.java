package iyagi.input.pcsc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader with room for one card, which a test places and takes away. */
final class FakeSlot implements CardSlot, CardSlot.Finder {
  private final Semaphore changed = new Semaphore(0);
  private final Semaphore noticed = new Semaphore(0);
  private final Semaphore asks = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean unplugged;
  private volatile boolean card;
  private volatile byte[] answer = {};
  private volatile int silentFor;

  /** A card that gives this number. */
  void place(String number) {
    placeOther(HexFormat.of().parseHex(number + "9000"));
  }

  /** A card that gives any answer; an empty one for a card that is silent. */
  void placeOther(byte[] bytes) {
    answer = bytes;
    card = true;
    changed.release();
  }

  /** The next card is silent so many times. */
  void silentFor(int times) {
    asked.set(0);
    silentFor = times;
  }

  int asked() {
    return asked.get();
  }

  /** Waits until a card has been asked so often. */
  void awaitAsks(int times) {
    acquire(asks, times);
  }

  /** Takes a card away that was given up, and waits until that was noticed. */
  void removeAndBeNoticed() {
    noticed.drainPermits();
    remove();
    acquire(noticed, 1);
    asks.drainPermits();
  }

  private static void acquire(Semaphore semaphore, int permits) {
    try {
      assertTrue(semaphore.tryAcquire(permits, 30, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  void remove() {
    card = false;
    changed.release();
  }

  void unplugged(boolean now) {
    unplugged = now;
    changed.release();
  }

  @Override
  public CardSlot find(String words) throws IOException {
    if (unplugged) {
      throw new IOException("there is no such reader; connected are none; plug it in");
    }
    return this;
  }

  @Override
  public boolean awaitCard(Duration patience) throws IOException {
    return await(true, patience);
  }

  @Override
  public boolean awaitNone(Duration patience) throws IOException {
    boolean none = await(false, patience);
    if (none) {
      noticed.release();
    }
    return none;
  }

  private boolean await(boolean wanted, Duration patience) throws IOException {
    changed.drainPermits();
    if (!unplugged && card != wanted) {
      try {
        var _ = changed.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
    if (unplugged) {
      throw new IOException("it does not answer (SCARD_E_READER_UNAVAILABLE); plug it in again");
    }
    return card == wanted;
  }

  @Override
  public byte[] ask(byte[] command) throws NoCard {
    // GET DATA of PC/SC part 3: FF CA 00 00 00
    if (!Arrays.equals(HexFormat.of().parseHex("ffca000000"), command)) {
      throw new AssertionError("asked " + HexFormat.of().formatHex(command));
    }
    asks.release();
    if (asked.incrementAndGet() <= silentFor || answer.length == 0) {
      throw new NoCard(new IOException("silent"));
    }
    return answer.clone();
  }

  @Override
  public void close() {}
}
