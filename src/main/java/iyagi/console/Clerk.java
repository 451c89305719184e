package iyagi.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the robot's memory on a thread of its own: the database is native code, and would hold up
 * the threads that all requests share.
 */
final class Clerk implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("console-memory").factory());

  /** What comes of it; waits for that. */
  <T> T ask(Callable<T> question) {
    Future<T> answer = thread.submit(question);
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(503, "ending");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof IOException trouble) {
        throw Trouble.of(trouble);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
