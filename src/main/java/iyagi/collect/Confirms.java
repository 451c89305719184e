package iyagi.collect;

import iyagi.collect.Ledger.Watermark;
import iyagi.report.Incoming;
import iyagi.report.Json;
import iyagi.report.Link;
import iyagi.report.Message;
import iyagi.report.Topics;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The words to robots that their reports have arrived: for each robot one at a time on its way, the
 * newest next. Used up with its link. One thread.
 */
final class Confirms {
  private record Underway(Watermark watermark, long sinceNanos) {
    String robot() {
      return watermark.robot();
    }
  }

  private final Link link;
  private final int window;
  private final Map<Long, Underway> underway = new TreeMap<>();
  private final Map<String, Watermark> waiting = new LinkedHashMap<>();
  private long tickets;

  /**
   * Nothing is on its way.
   *
   * @param window so many may be on their way at once
   */
  Confirms(Link link, int window) {
    this.link = link;
    this.window = window;
  }

  /** A robot is to be told. Of two epochs the one that the robot named last goes first. */
  void add(Watermark watermark) {
    if (watermark.upTo() > 0) {
      waiting.merge(
          watermark.robot(),
          watermark,
          (old, next) -> old.current() && !next.current() ? old : next);
    }
  }

  /** Sends what may be sent now. */
  void pump(long nowNanos) {
    Iterator<Watermark> next = waiting.values().iterator();
    while (underway.size() < window && next.hasNext()) {
      Watermark watermark = next.next();
      if (underway.values().stream().noneMatch(u -> u.robot().equals(watermark.robot()))) {
        next.remove();
        tickets++;
        underway.put(tickets, new Underway(watermark, nowNanos));
        link.publish(tickets, message(watermark));
      }
    }
  }

  /**
   * The broker has answered, or one has failed. A confirmation that has failed is not sent again:
   * the robot sends its reports again, and is told then.
   */
  void answered(long ticket) {
    underway.remove(ticket);
  }

  /** What the broker has not answered for, in the order in which it is to be said. */
  List<Watermark> unsaid() {
    return Stream.concat(
            underway.values().stream().map(Underway::watermark), waiting.values().stream())
        .toList();
  }

  /** Whether all have been answered. */
  boolean quiet() {
    return underway.isEmpty() && waiting.isEmpty();
  }

  /** Whether the broker has left one unanswered for so long. */
  boolean overdue(long nowNanos, long mostNanos) {
    return underway.values().stream().anyMatch(u -> nowNanos - u.sinceNanos() > mostNanos);
  }

  private static Message message(Watermark watermark) {
    return new Message(
        new Topics(watermark.robot()).confirm(),
        Json.bytes(new Incoming.Confirm(watermark.epoch(), watermark.upTo())),
        1,
        true,
        Message.Properties.PLAIN);
  }
}
