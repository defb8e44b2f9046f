package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadPoolTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void everyTaskIsDoneOnceAtEachCall(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(50);
    try (Workers workers = threads == 1 ? Workers.caller() : new ThreadPool(threads)) {
      for (int call = 1; call <= 20; call++) {
        workers.run(50, done::incrementAndGet);
        for (int i = 0; i < 50; i++) {
          assertEquals(call, done.get(i), "task " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatATaskThrowsReachesTheCaller(int threads) {
    RuntimeException thrown = new IllegalStateException("task 4");
    try (Workers workers = threads == 1 ? Workers.caller() : new ThreadPool(threads)) {
      RuntimeException caught =
          assertThrows(
              IllegalStateException.class,
              () ->
                  workers.run(
                      10,
                      task -> {
                        if (task == 4) {
                          throw thrown;
                        }
                      }));
      assertSame(thrown, caught);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anErrorReachesTheCallerToo(int threads) {
    try (Workers workers = threads == 1 ? Workers.caller() : new ThreadPool(threads)) {
      assertThrows(
          StackOverflowError.class,
          () ->
              workers.run(
                  10,
                  task -> {
                    throw new StackOverflowError();
                  }));
    }
  }

  @Test
  void afterAFailureNoTaskIsStillAtWork() {
    AtomicInteger atWork = new AtomicInteger();
    try (Workers workers = new ThreadPool(3)) {
      for (int call = 0; call < 50; call++) {
        CyclicBarrier all = new CyclicBarrier(3);
        assertThrows(
            IllegalStateException.class,
            () ->
                workers.run(
                    3,
                    task -> {
                      atWork.incrementAndGet();
                      try {
                        meet(all);
                        if (task > 0) {
                          throw new IllegalStateException("task " + task);
                        }
                        Thread.yield();
                      } finally {
                        atWork.decrementAndGet();
                      }
                    }));
        assertEquals(0, atWork.get());
      }
    }
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anInterruptedCallerStillGetsEverythingDoneAndStaysInterrupted(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(10);
    try (Workers workers = threads == 1 ? Workers.caller() : new ThreadPool(threads)) {
      Thread.currentThread().interrupt();
      workers.run(10, done::incrementAndGet);
      assertTrue(Thread.interrupted());
    }
    assertEquals("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", done.toString());
  }
}
