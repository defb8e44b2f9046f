package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InParallelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void everyTaskIsDoneOnce(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(50);
    InParallel.run(50, threads, done::incrementAndGet);
    for (int i = 0; i < 50; i++) {
      assertEquals(1, done.get(i), "task " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatATaskThrowsReachesTheCaller(int threads) {
    RuntimeException thrown = new IllegalStateException("task 4");
    RuntimeException caught =
        assertThrows(
            IllegalStateException.class,
            () ->
                InParallel.run(
                    10,
                    threads,
                    task -> {
                      if (task == 4) {
                        throw thrown;
                      }
                    }));
    assertEquals(thrown, caught);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anErrorReachesTheCaller(int threads) {
    assertThrows(
        StackOverflowError.class,
        () ->
            InParallel.run(
                10,
                threads,
                task -> {
                  throw new StackOverflowError();
                }));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whoeverIsInterruptedIsToldAndStaysInterrupted(int threads) {
    Thread.currentThread().interrupt();
    int[] done = new int[1];
    CancellationException failure =
        assertThrows(
            CancellationException.class,
            () -> InParallel.run(1_000_000, threads, task -> work(done)));
    assertTrue(Thread.interrupted());
    assertEquals("interrupted when 0 of 1000000 trainings were done", failure.getMessage());
    assertEquals(0, done[0], "whoever is interrupted before begins no task");
  }

  /** One of two tasks goes on until its own thread is interrupted; the caller, done, waits. */
  @Test
  @Timeout(20)
  void anInterruptOfACallerWhoWaitsReachesThoseAtWork() {
    Thread caller = Thread.currentThread();
    AtomicBoolean hasBegun = new AtomicBoolean();
    CancellationException failure =
        assertThrows(
            CancellationException.class,
            () ->
                InParallel.run(
                    2,
                    2,
                    task -> {
                      if (Thread.currentThread() != caller) {
                        while (!hasBegun.get()) {
                          Thread.onSpinWait();
                        }
                        caller.interrupt();
                        while (!Thread.currentThread().isInterrupted()) {
                          Thread.onSpinWait();
                        }
                        throw new CancellationException("after epoch 7");
                      }
                      hasBegun.set(true); // an interrupt before would leave the task undone
                      // The other task must be begun by the other thread.
                      while (!caller.isInterrupted()) {
                        Thread.onSpinWait();
                      }
                    }));
    assertTrue(Thread.interrupted());
    assertEquals("interrupted when 1 of 2 trainings were done", failure.getMessage());
    assertEquals("after epoch 7", failure.getCause().getMessage());
  }

  private static void work(int[] done) {
    done[0]++;
  }
}
