package io.github.gradusml.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered tasks on several threads, of which the caller's is one. */
public final class ThreadPool implements Workers {
  /** Threads end by themselves where nobody does: a training may be left in its midst. */
  private static final int SECONDS_OF_IDLENESS = 1;

  private final int threads;
  private final ExecutorService pool;

  /**
   * Makes workers; their threads begin when they are first needed.
   *
   * @param threads at least 2, the caller's among them
   */
  public ThreadPool(int threads) {
    this.threads = threads;
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads - 1,
            threads - 1,
            SECONDS_OF_IDLENESS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            ThreadPool::daemon);
    executor.allowCoreThreadTimeOut(true);
    this.pool = executor;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gradus");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs tasks 0 … tasks−1, and returns when all are done.
   *
   * <p>What a task throws is thrown here, when those already begun are done; tasks not yet begun
   * are then left. An interrupt of the caller is left to the tasks to look at.
   *
   * @param tasks how many
   * @param task given its number
   */
  @Override
  public void run(int tasks, IntConsumer task) {
    run(tasks, task, () -> {});
  }

  /**
   * Runs tasks 0 … tasks−1, and returns when all are done.
   *
   * @param tasks how many
   * @param task given its number
   * @param whenInterrupted called by the caller's thread where it has none of the tasks left to do,
   *     waits for the others, and is interrupted
   */
  public void run(int tasks, IntConsumer task, Runnable whenInterrupted) {
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
              task.accept(i);
            }
          } finally {
            next.set(tasks); // after an exception, nobody begins another
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int k = 1; k < Math.min(threads, tasks); k++) {
      others.add(pool.submit(share));
    }
    Throwable failure = null;
    try {
      share.run();
    } catch (Throwable e) { // thrown below, when the others are done
      failure = e;
    }
    for (Future<?> other : others) {
      Throwable e = failureOf(other, whenInterrupted);
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      ThreadPool.<RuntimeException>rethrow(failure);
    }
  }

  /** Waits even if interrupted: what the others write must not be read before they are done. */
  private static Throwable failureOf(Future<?> share, Runnable whenInterrupted) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          share.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
          whenInterrupted.run();
        } catch (ExecutionException e) {
          return e.getCause();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Throws what a task threw, as it is: a task in another language may throw a checked exception.
   */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void rethrow(Throwable failure) throws T {
    throw (T) failure;
  }

  /** Ends the threads. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
