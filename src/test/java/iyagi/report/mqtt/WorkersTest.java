package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  private static final long PATIENCE_SECONDS = 20;

  private final AtomicInteger running = new AtomicInteger();
  private final BlockingQueue<Throwable> crashes = new LinkedBlockingQueue<>();
  private final Workers workers = new Workers(running, crashes::add);

  @Test
  void allTasksRunAtOnceOnVirtualThreads() throws InterruptedException {
    int many = 50;
    CountDownLatch together = new CountDownLatch(many);
    BlockingQueue<Boolean> virtual = new LinkedBlockingQueue<>();
    for (int i = 0; i < many; i++) {
      workers.execute(
          () -> {
            together.countDown();
            virtual.add(Thread.currentThread().isVirtual());
            await(together);
          });
    }
    assertTrue(together.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(true, virtual.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    end();
  }

  @Test
  void aDelayedTaskRunsOnAThreadOfItsOwn() throws InterruptedException {
    BlockingQueue<Boolean> virtual = new LinkedBlockingQueue<>();
    var _ =
        workers.schedule(
            () -> {
              virtual.add(Thread.currentThread().isVirtual());
            },
            1,
            TimeUnit.MILLISECONDS);
    assertEquals(true, virtual.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    end();
  }

  @Test
  void aTaskThatFailsIsToldHoweverItWasGiven() throws InterruptedException {
    Runnable failing =
        () -> {
          throw new IllegalStateException("a test's task");
        };
    workers.execute(failing);
    assertEquals("a test's task", crash());
    var _ = workers.submit(failing);
    assertEquals("a test's task", crash());
    end();
  }

  @Test
  void whatIsAtWorkIsInterruptedAtTheEndAndNothingNewIsTaken() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    workers.execute(
        () -> {
          begun.countDown();
          await(new CountDownLatch(1));
        });
    assertTrue(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(1, running.get());
    end();
    assertThrows(RejectedExecutionException.class, () -> workers.execute(() -> {}));
  }

  private void end() throws InterruptedException {
    workers.shutdownNow();
    assertTrue(workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(0, running.get());
  }

  private String crash() throws InterruptedException {
    return crashes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS).getMessage();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
