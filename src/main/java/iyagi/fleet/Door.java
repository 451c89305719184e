package iyagi.fleet;

import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Uplink;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * An uplink through which only a few may come at once; the others wait before they begin. Paho
 * 1.2.5 makes room for 65,535 messages before it has connected, a quarter of a megabyte, which a
 * thousand robots in one program do not have to spare at once. Any thread.
 */
final class Door implements Uplink {
  private static final int AT_ONCE = 40;

  private final Uplink uplink;
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  Door(Uplink uplink) {
    this.uplink = uplink;
  }

  @Override
  public Link open(Terms terms, Consumer<LinkEvent> mailbox) {
    free.acquireUninterruptibly();
    try {
      return uplink.open(terms, mailbox);
    } finally {
      free.release();
    }
  }

  @Override
  public String address() {
    return uplink.address();
  }
}
