package io.github.gradusml.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on several threads. Each task writes its result under its own number, so that
 * the results do not depend on which thread was faster.
 */
final class Workers {
  private Workers() {}

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Runs tasks 0 … tasks−1, and returns when all are done; with one thread, in the caller's, in
   * order.
   *
   * @throws IllegalStateException if the caller was interrupted; tasks not yet begun are then left
   */
  static void run(int tasks, int threads, IntConsumer task) {
    if (threads == 1 || tasks <= 1) {
      for (int i = 0; i < tasks; i++) {
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted(null);
        }
        task.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          try {
            int i = next.getAndIncrement();
            while (i < tasks && !Thread.currentThread().isInterrupted()) {
              task.accept(i);
              i = next.getAndIncrement();
            }
          } finally {
            next.set(tasks); // after an exception, nobody begins another
          }
        };
    int workers = Math.min(threads, tasks);
    ExecutorService pool = Executors.newFixedThreadPool(workers, Workers::daemon);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int k = 0; k < workers; k++) {
        running.add(pool.submit(worker));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gradus-tuning");
    thread.setDaemon(true);
    return thread;
  }

  private static IllegalStateException interrupted(Exception cause) {
    return new IllegalStateException("interrupted before all trainings were done", cause);
  }
}
