package iyagi.input.pi4j;

import iyagi.input.Button;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Contacts that a test closes and opens. */
final class FakeContacts implements Contacts, Contacts.Opener {
  private volatile Set<Button> closed = Set.of();
  private volatile boolean unplugged;
  private volatile CountDownLatch looked = new CountDownLatch(1);
  private volatile int held;

  void contact(Button button, boolean isClosed) {
    EnumSet<Button> all = EnumSet.noneOf(Button.class);
    all.addAll(closed);
    if (isClosed) {
      all.add(button);
    } else {
      all.remove(button);
    }
    closed = all;
  }

  void unplugged(boolean now) {
    looked = new CountDownLatch(1);
    unplugged = now;
  }

  void awaitALook() {
    try {
      looked.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** How many times it is open. */
  int held() {
    return held;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public Contacts open() throws IOException {
    if (unplugged) {
      throw new IOException("no chip; plug it in");
    }
    held++;
    return this;
  }

  @Override
  public Set<Button> closed() throws IOException {
    if (unplugged) {
      throw new IOException("the chip is gone; plug it in");
    }
    Set<Button> now = closed;
    looked.countDown();
    return now;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void close() {
    held--;
  }
}
