package iyagi.collect;

import iyagi.collect.Ledger.Unkept;
import iyagi.collect.Letter.Unread;
import iyagi.report.Link;
import iyagi.report.LinkEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What has come from robots and is not in the ledger yet. The broker is answered in the order in
 * which messages came, as MQTT wants it. One thread.
 */
final class Intake {
  /** So many letters are stored in one transaction at most. */
  private static final int BATCH = 200;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private record Item(LinkEvent.Arrived arrived, Optional<Letter> letter) {}

  private final Collector.Parts parts;
  private final Told told;
  private final Deque<Item> items = new ArrayDeque<>();
  private long fresh;
  private long again;
  private long unusable;
  private boolean waiting;
  private long waitUntilNanos;
  private Duration pause = FIRST_PAUSE;

  Intake(Collector.Parts parts, Told told) {
    this.parts = parts;
    this.told = told;
  }

  Collector.Count count() {
    return new Collector.Count(fresh, again, unusable);
  }

  /** A message has come. While the ledger cannot be used, what the broker does not keep is not. */
  void add(LinkEvent.Arrived arrived) {
    if (waiting && arrived.message().qos() == 0) {
      return;
    }
    Optional<Letter> letter = LetterReader.read(arrived.message(), parts.wall().instant());
    if (letter.isEmpty() ? arrived.message().body().length > 0 : letter.get() instanceof Unread) {
      unusable++;
      String sender = LetterReader.sender(arrived.message().topic()).orElse("");
      told.once(Unreadable.words(sender, letter.map(Unread.class::cast)));
    }
    items.add(new Item(arrived, letter));
  }

  /** Stores what has come, answers the broker, and notes what robots are to be told. */
  void work(Link link, Confirms confirms) {
    if (waiting && parts.clock().nanos() - waitUntilNanos < 0) {
      return;
    }
    try {
      while (!items.isEmpty()) {
        store(link, confirms, items.stream().limit(BATCH).toList());
      }
    } catch (Unkept trouble) {
      waitForLedger(trouble);
    }
  }

  private void store(Link link, Confirms confirms, List<Item> batch) {
    List<Letter> letters = new ArrayList<>();
    batch.forEach(item -> item.letter().ifPresent(letters::add));
    if (!letters.isEmpty()) {
      Ledger.Kept kept = parts.ledger().store(letters);
      ledgerWorks();
      kept.watermarks().forEach(confirms::add);
      long events = letters.stream().filter(Letter.Event.class::isInstance).count();
      fresh += kept.fresh().size();
      again += events - kept.fresh().size();
      kept.fresh().forEach(parts.hears()::stored);
    }
    for (Item item : batch) {
      items.remove();
      answer(link, item.arrived());
    }
  }

  /** Tells the broker that a message has been dealt with; of QoS 0 it does not want to know. */
  void answer(Link link, LinkEvent.Arrived arrived) {
    if (arrived.message().qos() > 0) {
      link.acknowledge(arrived);
    }
  }

  private void waitForLedger(Unkept trouble) {
    if (!waiting) {
      parts
          .hears()
          .sentence(
              trouble.getMessage()
                  + ". Nothing is lost: the broker and the robots keep the reports until it can be"
                  + " used again.");
    }
    waiting = true;
    waitUntilNanos = parts.clock().nanos() + pause.toNanos();
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    items.removeIf(item -> item.arrived().message().qos() == 0);
  }

  private void ledgerWorks() {
    if (waiting) {
      parts.hears().sentence("The database can be used again; reports are stored.");
    }
    waiting = false;
    pause = FIRST_PAUSE;
  }

  /** The link is gone: the broker sends all of it again. */
  void clear() {
    items.clear();
  }
}
