package iyagi.report.mqtt;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The threads of one link. Paho occupies three of them for as long as it is connected and hangs
 * when it does not get a fourth, so every task has a virtual thread of its own: a thousand links in
 * one process cost nothing. Its pings are timed by one thread for all links, on monotonic time.
 */
final class Workers extends AbstractExecutorService implements ScheduledExecutorService {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("uplink-", 0).factory());
  private final AtomicInteger running;
  private final Consumer<Throwable> crashed;

  /**
   * Threads for one link.
   *
   * @param running counts the tasks at work; may be shared by links
   * @param crashed is told what ended a task that should not have ended, on its thread
   */
  Workers(AtomicInteger running, Consumer<Throwable> crashed) {
    this.running = running;
    this.crashed = crashed;
  }

  private static ScheduledThreadPoolExecutor timer() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("uplink-timer").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(
        () -> {
          running.incrementAndGet();
          try {
            task.run();
          } catch (RuntimeException | Error fault) {
            crashed.accept(fault);
          } finally {
            running.decrementAndGet();
          }
        });
  }

  /** A task that says when it has crashed: its future, which Paho never asks, would swallow it. */
  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return new FutureTask<>(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error fault) {
            crashed.accept(fault);
          }
        },
        value);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return TIMER.schedule(
        () -> {
          if (!isShutdown()) {
            execute(task);
          }
        },
        delay,
        unit);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("Paho schedules its ping, which gives nothing back");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("Paho schedules each ping by itself");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("Paho schedules each ping by itself");
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  /** Takes nothing more and interrupts what is at work. */
  @Override
  public List<Runnable> shutdownNow() {
    return threads.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return threads.awaitTermination(timeout, unit);
  }
}
