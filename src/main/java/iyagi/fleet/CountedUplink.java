package iyagi.fleet;

import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Uplink;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An uplink of which is known how many connections have come about. Any thread. */
final class CountedUplink implements Uplink {
  private final Uplink uplink;
  private final AtomicInteger opened = new AtomicInteger();

  CountedUplink(Uplink uplink) {
    this.uplink = uplink;
  }

  @Override
  public Link open(Terms terms, Consumer<LinkEvent> mailbox) {
    Link link = uplink.open(terms, mailbox);
    opened.incrementAndGet();
    return link;
  }

  @Override
  public String address() {
    return uplink.address();
  }

  /** How often it has connected after the first time. */
  int again() {
    return Math.max(0, opened.get() - 1);
  }
}
