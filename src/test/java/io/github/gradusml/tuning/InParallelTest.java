package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
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
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> InParallel.run(1_000_000, threads, task -> work(done)));
    assertTrue(Thread.interrupted());
    assertEquals("interrupted before all trainings were done", failure.getMessage());
    assertEquals(0, done[0], "whoever is interrupted before begins no task");
  }

  private static void work(int[] done) {
    done[0]++;
  }
}
