package iyagi.bench;

import iyagi.report.Incoming;
import iyagi.report.Json;
import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Message;
import iyagi.report.Topics;
import iyagi.report.Uplink;
import iyagi.report.mqtt.PahoUplink;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A library's server that keeps nothing: it takes one robot's events and confirms how far it has
 * come, with one confirmation on its way at a time. Where it is to be silent it only listens.
 */
final class ConfirmingServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 100;

  private final BlockingQueue<LinkEvent> mailbox = new LinkedBlockingQueue<>();
  private final Topics topics;
  private final String epoch;
  private final boolean confirms;
  private final Link link;
  private final Thread thread;
  private volatile boolean open = true;
  private volatile long taken;
  private long told;
  private boolean underWay;
  private long tickets;

  /**
   * Listens.
   *
   * @param epoch of the robot's
   */
  ConfirmingServer(PahoUplink uplink, String robot, String epoch, boolean confirms) {
    this.epoch = epoch;
    this.confirms = confirms;
    topics = new Topics(robot);
    link =
        uplink.open(
            new Uplink.Terms(
                "bench-server",
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                PATIENCE,
                Optional.empty(),
                Duration.ZERO,
                200,
                List.of(topics.events()),
                false),
            mailbox::add);
    thread = Thread.ofPlatform().name("server").daemon().start(this::run);
  }

  /** How many events have come. */
  long taken() {
    return taken;
  }

  private void run() {
    try {
      while (open) {
        LinkEvent event = mailbox.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        for (; event != null; event = mailbox.poll()) {
          take(event);
        }
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only this thread writes
  private void take(LinkEvent event) {
    switch (event) {
      case LinkEvent.Arrived _ -> taken++;
      case LinkEvent.Acknowledged _, LinkEvent.Failed _ -> underWay = false;
      case LinkEvent.Lost(Sentence reason) -> throw new IllegalStateException(reason.toString());
    }
  }

  /** The robot sends in order, so what has been counted is also how far it has come. */
  private void tell() {
    if (confirms && !underWay && taken > told) {
      told = taken;
      underWay = true;
      tickets++;
      link.publish(
          tickets,
          new Message(
              topics.confirm(),
              Json.bytes(new Incoming.Confirm(epoch, told)),
              1,
              true,
              Message.Properties.PLAIN));
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    link.close();
  }
}
