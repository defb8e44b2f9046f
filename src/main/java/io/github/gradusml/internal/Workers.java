package io.github.gradusml.internal;

import java.util.function.IntConsumer;

/**
 * Runs numbered tasks. Each task writes its result under its own number, so that the results do not
 * depend on who ran it.
 *
 * @see ThreadPool
 */
public interface Workers extends AutoCloseable {
  /**
   * Runs tasks 0 … tasks−1, and returns when all are done.
   *
   * @param tasks how many
   * @param task given its number
   */
  void run(int tasks, IntConsumer task);

  /** Ends what was begun for the work. */
  @Override
  default void close() {}

  /**
   * Returns the caller's own thread, which runs the tasks in order.
   *
   * @return the worker
   */
  static Workers caller() {
    return (tasks, task) -> {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
    };
  }
}
