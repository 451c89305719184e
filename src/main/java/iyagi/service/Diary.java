package iyagi.service;

import iyagi.time.Moment;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last sentences that the robot has told since it was put into service, in memory only. Nothing
 * that opens a door is told to it. Any thread.
 */
public final class Diary {
  /** Beyond so many the oldest are forgotten. */
  public static final int MOST = 200;

  private final Watch watch;
  private final Deque<Entry> entries = new ArrayDeque<>();

  /** One sentence, and when it was told. */
  public record Entry(Moment at, Sentence sentence) {}

  /** An empty one. */
  public Diary(Watch watch) {
    this.watch = watch;
  }

  /** Writes a sentence down. */
  public synchronized void tell(Sentence sentence) {
    if (entries.size() == MOST) {
      entries.removeLast();
    }
    entries.addFirst(new Entry(watch.now(), sentence));
  }

  /** What has been told, newest first. */
  public synchronized List<Entry> newest() {
    return List.copyOf(entries);
  }
}
