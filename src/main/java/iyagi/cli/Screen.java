package iyagi.cli;

import iyagi.motion.Pose;
import iyagi.words.Sentence;
import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where a reading is shown. On a terminal a face moves under the lines that have been read;
 * elsewhere there are only the lines. Any thread may call; one thread of its own writes, so that a
 * terminal that has been stopped stops nobody else. What it cannot take any more is left out.
 */
final class Screen implements AutoCloseable {
  private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";
  private static final int WAITING_LINES = 500;
  private static final long LAST_SECONDS = 2;

  private final PrintWriter out;
  private final boolean face;
  private final Consumer<Sentence> diary;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_LINES),
          Thread.ofPlatform().daemon().name("screen").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  // All below belongs to the thread that writes.
  private boolean drawn;
  private String last = "";

  Screen(PrintWriter out, boolean face) {
    this(out, face, _ -> {});
  }

  /**
   * A screen whose lines are also written down.
   *
   * @param diary takes every sentence
   */
  Screen(PrintWriter out, boolean face, Consumer<Sentence> diary) {
    this.out = out;
    this.face = face;
    this.diary = diary;
  }

  /** A line that stays; in English. */
  void line(Sentence sentence) {
    diary.accept(sentence);
    line(sentence.toString());
  }

  /** A line that stays here and is written down nowhere else. */
  void line(String text) {
    writer.execute(
        () -> {
          wipe();
          out.println(text);
          out.flush();
        });
  }

  /** The face, if this screen shows one and has nothing else to do. */
  void show(Pose pose) {
    if (face && writer.getQueue().isEmpty()) {
      writer.execute(() -> draw(String.join("\n", Face.of(pose))));
    }
  }

  /** A person has typed a line: under the face it is taken away, so that the face stays whole. */
  void typed() {
    writer.execute(
        () -> {
          if (drawn) {
            out.print(UP_AND_CLEAR);
            out.flush();
          }
        });
  }

  /** Takes the face away and waits a little for the last lines. */
  @Override
  public void close() {
    writer.execute(this::wipe);
    writer.shutdown();
    try {
      writer.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw(String now) {
    if (!now.equals(last) || !drawn) {
      wipe();
      out.println(now);
      out.flush();
      last = now;
      drawn = true;
    }
  }

  private void wipe() {
    if (drawn) {
      for (int i = 0; i < Face.LINES; i++) {
        out.print(UP_AND_CLEAR);
      }
      out.flush();
      drawn = false;
    }
  }
}
