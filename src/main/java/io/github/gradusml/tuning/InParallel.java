package io.github.gradusml.tuning;

import io.github.gradusml.internal.Cancelled;
import io.github.gradusml.internal.ThreadPool;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Spreads the trainings of a search over threads, until all are done or the caller is interrupted.
 *
 * <p>An interrupt of the caller is one of all threads: a training looks at its own thread alone. So
 * is an interrupt of one of them, as a user's own metric may cause: what happens does not depend on
 * the number of threads.
 */
final class InParallel {
  private static final int MOST_TASKS = 10_000_000;

  private final Thread caller = Thread.currentThread();
  private final Set<Thread> others = new HashSet<>();
  private int done;
  private boolean interrupted;

  private InParallel() {}

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Returns how many trainings there are, if that is not beyond all measure.
   *
   * @throws IllegalArgumentException if there are more than ten million
   */
  static int tasks(int settings, int folds) {
    long tasks = (long) settings * folds;
    if (tasks > MOST_TASKS) {
      throw new IllegalArgumentException(
          "trainings must be at most "
              + MOST_TASKS
              + ", but "
              + settings
              + " settings in "
              + folds
              + " folds are "
              + tasks);
    }
    return (int) tasks;
  }

  /**
   * Runs tasks 0 … tasks−1, and returns when all are done; the caller's thread is one of those at
   * work.
   *
   * @throws CancellationException if the caller was interrupted: tasks not yet begun are left, and
   *     trainings under way end with their epoch; nobody is at work any more
   */
  static void run(int tasks, int threads, IntConsumer task) {
    InParallel work = new InParallel();
    try {
      if (threads == 1) {
        for (int i = 0; i < tasks; i++) {
          work.run(i, task);
        }
      } else {
        try (ThreadPool pool = new ThreadPool(threads)) {
          pool.run(tasks, i -> work.run(i, task), work::interruptOthers);
        }
      }
    } catch (CancellationException e) {
      throw Cancelled.because(
          "interrupted when " + work.done + " of " + tasks + " trainings were done", e);
    }
  }

  private void run(int i, IntConsumer task) {
    if (caller.isInterrupted() || !begin()) {
      throw new CancellationException("interrupted before training " + (i + 1) + " began");
    }
    try {
      task.accept(i);
      oneMoreDone();
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    if (Thread.currentThread() != caller) {
      others.add(Thread.currentThread());
    }
    return !interrupted;
  }

  private synchronized void oneMoreDone() {
    done++;
  }

  private synchronized void end() {
    others.remove(Thread.currentThread());
    if (Thread.currentThread().isInterrupted()) {
      caller.interrupt();
    }
  }

  private synchronized void interruptOthers() {
    interrupted = true;
    others.forEach(Thread::interrupt);
  }
}
