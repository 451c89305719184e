package iyagi.report;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which report is sent next, and when one is sent again. Reports go in order, few at a time; one
 * leaves only when it is confirmed: by the server, or, where a library's server cannot do that, by
 * the broker. Knows nothing of links. One thread.
 */
public final class Flow {
  private static final int READ_AT_ONCE = 200;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration FIRST_HOLD = Duration.ofSeconds(5);
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

  private final Outbox outbox;
  private final Tempo tempo;
  private final boolean byServer;
  private final Deque<Report> read = new ArrayDeque<>();

  /** Sent and not acknowledged, by when. */
  private final NavigableMap<Long, Long> sent = new TreeMap<>();

  /** Acknowledged out of order, above {@link #confirmed}; only where the broker confirms. */
  private final TreeSet<Long> acknowledged = new TreeSet<>();

  private String epoch;
  private long confirmed;
  private long stored;
  private long givenUp;
  private long cursor;
  private long progressNanos;
  private long lookedNanos;
  private Duration patience;
  private long holdUntilNanos;
  private Duration hold = Duration.ZERO;
  private boolean holding;

  /**
   * From where the outbox stands.
   *
   * @param byServer whether the server confirms; else the broker's acknowledgement is enough
   */
  public Flow(Outbox outbox, Tempo tempo, boolean byServer, long nowNanos) {
    this.outbox = outbox;
    this.tempo = tempo;
    this.byServer = byServer;
    begin(nowNanos);
  }

  private void begin(long nowNanos) {
    epoch = outbox.epoch();
    confirmed = outbox.confirmed();
    stored = confirmed;
    cursor = confirmed;
    patience = tempo.confirm();
    progressNanos = nowNanos;
    lookedNanos = nowNanos;
    read.clear();
    sent.clear();
    acknowledged.clear();
  }

  /** Which run of sequences is being sent. */
  public String epoch() {
    return epoch;
  }

  /** Everything up to here is confirmed. */
  public long confirmed() {
    return confirmed;
  }

  /** How many reports are on their way and have not been answered. */
  public int underWay() {
    return sent.size();
  }

  /** The next report to be sent, noted as sent; nothing if none may be sent now. */
  public Optional<Report> next(long nowNanos) {
    if (sent.size() >= tempo.window()
        || (byServer && cursor - confirmed >= tempo.unconfirmed())
        || held(nowNanos)) {
      return Optional.empty();
    }
    if (read.isEmpty()) {
      read.addAll(outbox.after(cursor, READ_AT_ONCE));
      skipGivenUp();
    }
    Report report = read.poll();
    if (report == null) {
      return Optional.empty();
    }
    if (cursor == confirmed) {
      progressNanos = nowNanos;
    }
    cursor = report.sequence();
    sent.put(cursor, nowNanos);
    return Optional.of(report);
  }

  /** Reports may have been given up since, because too many wait. */
  private void skipGivenUp() {
    Report first = read.peek();
    if (first != null && first.sequence() > cursor + 1) {
      givenUp = first.sequence() - 1;
      confirmed = Math.max(confirmed, givenUp);
      stored = Math.max(stored, givenUp);
      cursor = givenUp;
      sent.headMap(givenUp, true).clear();
      acknowledged.headSet(givenUp, true).clear();
    }
  }

  /** The highest sequence that was given up and will never come; 0 if none was. */
  public long givenUp() {
    return givenUp;
  }

  private boolean held(long nowNanos) {
    if (holding && nowNanos - holdUntilNanos >= 0) {
      holding = false;
    }
    return holding;
  }

  /** The broker has taken a report. */
  public void acknowledged(long sequence) {
    if (sent.remove(sequence) == null) {
      return;
    }
    hold = Duration.ZERO;
    if (!byServer && sequence > confirmed) {
      acknowledged.add(sequence);
      while (acknowledged.remove(confirmed + 1)) {
        confirmed++;
      }
    }
  }

  /**
   * The broker would not take a report, or nobody is subscribed: it is tried again, after a while
   * that grows.
   *
   * @return how long that is
   */
  public Duration refused(long sequence, long nowNanos) {
    sent.remove(sequence);
    back(Math.min(cursor, sequence - 1));
    if (!holding) {
      Duration longer = hold.isZero() ? FIRST_HOLD : hold.multipliedBy(2);
      hold = longer.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : longer;
      holding = true;
      holdUntilNanos = nowNanos + hold.toNanos();
    }
    return hold;
  }

  /** What the server has said. */
  public enum Word {
    /** It goes on. */
    TAKEN,
    /** It speaks of another epoch, an older one mostly; nothing follows from it. */
    OTHER_EPOCH,
    /** It has more of this epoch than was ever written here: this outbox is an older copy. */
    OLDER_COPY
  }

  /** The server has everything up to a sequence. */
  public Word confirmed(String ofEpoch, long upTo, long nowNanos) {
    if (!ofEpoch.equals(epoch)) {
      return Word.OTHER_EPOCH;
    }
    if (upTo > outbox.last()) {
      return Word.OLDER_COPY;
    }
    if (upTo > confirmed) {
      confirmed = upTo;
      progressNanos = nowNanos;
      patience = tempo.confirm();
      sent.headMap(upTo, true).clear();
      if (cursor < upTo) {
        back(upTo);
      }
    }
    return Word.TAKEN;
  }

  /** Whether the broker has left a report unanswered for too long. Looks only now and then. */
  public boolean overdue(long nowNanos) {
    if (nowNanos - lookedNanos < LOOK.toNanos()) {
      return false;
    }
    lookedNanos = nowNanos;
    return sent.values().stream().anyMatch(at -> nowNanos - at > tempo.acknowledge().toNanos());
  }

  /**
   * Begins again behind the last confirmed report, if nothing has been confirmed for too long.
   *
   * @return whether it does
   */
  public boolean again(long nowNanos) {
    boolean waiting = byServer && cursor > confirmed;
    if (!waiting || nowNanos - progressNanos < patience.toNanos()) {
      return false;
    }
    Duration longer = patience.multipliedBy(2);
    patience = longer.compareTo(tempo.longestConfirm()) > 0 ? tempo.longestConfirm() : longer;
    progressNanos = nowNanos;
    back(confirmed);
    return true;
  }

  /** The link is lost: what was not acknowledged is sent again on the next one. */
  public void lost() {
    if (!sent.isEmpty()) {
      back(Math.min(cursor, sent.firstKey() - 1));
    }
    sent.clear();
  }

  /** Writes down how far it is, if that has changed. Blocks for the disk. */
  public void keep() {
    if (confirmed > stored) {
      outbox.confirm(confirmed);
      stored = confirmed;
    }
  }

  /** How many confirmed reports have not been written down as such. */
  public long unkept() {
    return confirmed - stored;
  }

  /** Begins anew with another epoch, because this outbox is an older copy. */
  public void beginEpoch(long nowNanos) {
    keep();
    outbox.beginEpoch();
    begin(nowNanos);
  }

  private void back(long to) {
    cursor = Math.max(to, confirmed);
    read.clear();
  }
}
