package iyagi.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reports, in order, from when they are written until the server has confirmed them, and for a
 * while beyond. They are put in by the session log. Calls may block for the disk.
 */
public interface Outbox {
  /** Beyond so many waiting reports the oldest are given up, and the server is told. */
  int MOST_WAITING = 200_000;

  /** So long a confirmed report is kept, in case that it has to be sent again. */
  Duration KEPT = Duration.ofDays(90);

  /** Which run of sequences this is: a random id made with the outbox. */
  String epoch();

  /** The lowest sequence that is still waiting or will be given next. */
  long first();

  /** The highest sequence given so far; 0 before the first. */
  long last();

  /** Everything up to this sequence the server has, or it has been given up. */
  long confirmed();

  /** Reports with a higher sequence than the one given, in order, at most so many. */
  List<Report> after(long sequence, int most);

  /**
   * The server has everything up to here.
   *
   * @param upTo not above {@link #last}; lower than {@link #confirmed} does nothing
   */
  void confirm(long upTo);

  /**
   * This outbox is an older copy of one that has been further: begins a new epoch, in which the
   * waiting reports are numbered from 1, with the ids that they have.
   */
  void beginEpoch();

  /** How many wait, and since when as far as is known. */
  Waiting waiting();

  /** Asks for reports to be sent again, whether confirmed or not. Survives a restart. */
  void sendAgain(long fromSequence);

  /** The next sequence that is to be sent again, if any. */
  Optional<Long> again();

  /** Up to here everything has been sent again. */
  void sentAgain(long upTo);

  /** Counts a connection to the broker, from 1. */
  long nextConnection();

  /** The answer that was given to a command, if it has been seen. */
  Optional<String> answered(String command);

  /** Remembers the answer to a command; the oldest are forgotten. */
  void answer(String command, String result);

  /** The wishes of the library that were taken over last, as JSON. */
  Optional<String> desired();

  /** Remembers the library's wishes. */
  void desired(String json);

  /**
   * Reports that the server has not confirmed.
   *
   * @param count how many
   * @param oldest how long the oldest has waited, as far as the clocks tell; zero if none waits
   */
  record Waiting(long count, Duration oldest) {}
}
