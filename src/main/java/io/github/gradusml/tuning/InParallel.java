package io.github.gradusml.tuning;

import io.github.gradusml.internal.ThreadPool;
import io.github.gradusml.internal.Workers;
import java.util.function.IntConsumer;

/**
 * Spreads the trainings of a search over threads, until all are done or the caller is interrupted.
 */
final class InParallel {
  private InParallel() {}

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Runs tasks 0 … tasks−1, and returns when all are done; the caller's thread is one of those at
   * work.
   *
   * @throws IllegalStateException if the caller was interrupted; tasks not yet begun are then left
   */
  static void run(int tasks, int threads, IntConsumer task) {
    Thread caller = Thread.currentThread();
    try (Workers workers = threads == 1 ? Workers.caller() : new ThreadPool(threads)) {
      workers.run(
          tasks,
          i -> {
            if (caller.isInterrupted()) {
              throw new IllegalStateException("interrupted before all trainings were done");
            }
            task.accept(i);
          });
    }
  }
}
