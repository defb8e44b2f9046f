package io.github.gradusml.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on several threads, of which the caller's is one. Each task writes its result
 * under its own number, so that the results do not depend on which thread was faster.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /**
   * Makes workers; their threads begin when they are first needed.
   *
   * @param threads at least 1, the caller's among them
   */
  public Workers(int threads) {
    this.threads = threads;
    this.pool = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, Workers::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gradus");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs tasks 0 … tasks−1, and returns when all are done. With one thread they run in order.
   *
   * <p>What a task throws is thrown here, when those already begun are done; tasks not yet begun
   * are then left. An interrupt of the caller is left to the tasks to look at.
   *
   * @param tasks how many
   * @param task given its number
   */
  public void run(int tasks, IntConsumer task) {
    if (pool == null || tasks <= 1) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
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
      Throwable e = failureOf(other);
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      Workers.<RuntimeException>rethrow(failure);
    }
  }

  /** Waits even if interrupted: what the others write must not be read before they are done. */
  private static Throwable failureOf(Future<?> share) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          share.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
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
    if (pool != null) {
      pool.shutdown();
    }
  }
}
