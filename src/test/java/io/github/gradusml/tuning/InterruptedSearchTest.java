package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingListener;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever is interrupted gets a CancellationException within an epoch, from whatever trains: these
 * trainings would go on for years.
 */
@Timeout(20)
class InterruptedSearchTest {
  private static final int YEARS = Integer.MAX_VALUE;
  private static final Dataset DATA =
      Standardizer.fit(Datasets.diabetes()).apply(Datasets.diabetes());
  private static final Perceptron START = Perceptron.zeros(10, Activation.identity());
  private static final Metric R2 = Metric.r2();
  private final Thread caller = Thread.currentThread();
  private final AtomicInteger epochs = new AtomicInteger();

  /** Interrupts the caller in the third epoch of all, whichever thread that falls to. */
  private final Trainer interrupting =
      Trainer.minimizing(Loss.squaredError())
          .withEpochs(YEARS)
          .withListener(
              new TrainingListener() {
                @Override
                public void epochEnded(EpochRecord epoch, Training<?> training) {
                  if (epochs.incrementAndGet() == 3) {
                    caller.interrupt();
                  }
                }
              });

  @AfterEach
  void noThreadIsLeftInterruptedForTheNextTest() {
    Thread.interrupted();
  }

  private static CrossValidation folds(int threads) {
    return CrossValidation.kFold(5).withThreads(threads);
  }

  private void assertCancelled(String message, Executable call) {
    CancellationException e = assertThrows(CancellationException.class, call);
    assertEquals(message, e.getMessage());
    assertTrue(Thread.currentThread().isInterrupted(), "the caller is told by the flag as well");
    assertNoThreadIsAtWork();
  }

  /** Idle threads of a pool that was closed may still be on their way out. */
  private static void assertNoThreadIsAtWork() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("gradus")) {
        for (StackTraceElement frame : thread.getStackTrace()) {
          assertFalse(frame.getClassName().contains(".training."), "still trains: " + frame);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aCrossValidation(int threads) {
    assertCancelled(
        "interrupted when 0 of 5 trainings were done",
        () -> folds(threads).score(interrupting, START, DATA, R2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void predictionsOfEveryRow(int threads) {
    assertCancelled(
        "interrupted when 0 of 5 trainings were done",
        () -> folds(threads).predict(interrupting, START, DATA));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aGridSearch(int threads) {
    GridSearch search =
        GridSearch.of(interrupting, folds(threads), R2)
            .with(
                "alpha",
                Values.of(0.1, 1.0),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)));
    assertCancelled("interrupted when 0 of 10 trainings were done", () -> search.run(START, DATA));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aLearningCurve(int threads) {
    LearningCurve curve = LearningCurve.of(interrupting, folds(threads), R2).withShares(0.5, 1);
    assertCancelled("interrupted when 0 of 10 trainings were done", () -> curve.run(START, DATA));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aMetricThatInterruptsItsOwnThreadInterruptsTheSearch(int threads) {
    Trainer brief = Trainer.minimizing(Loss.squaredError()).withEpochs(1);
    Metric interrupts =
        Metric.of(
            "interrupts",
            true,
            scores -> {
              Thread.currentThread().interrupt();
              return 1;
            });
    CancellationException e =
        assertThrows(
            CancellationException.class,
            () -> folds(threads).withRepetitions(100).score(brief, START, DATA, interrupts));
    assertTrue(e.getMessage().endsWith(" of 500 trainings were done"), e.getMessage());
    assertTrue(Thread.currentThread().isInterrupted());
  }

  @Test
  void aPath() {
    assertCancelled(
        "interrupted when 0 of 3 trainings were done",
        () ->
            RegularizationPath.of(
                interrupting,
                Values.of(0.1, 1.0, 10.0),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)),
                START,
                DATA));
  }

  /** Listeners are left aside there, so that it is a penalty that interrupts. */
  @Test
  void aRangeTest() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withRegularizer(new Interrupting(caller, 3));
    assertCancelled(
        "range test was interrupted before all 1000000 rates were tried",
        () -> LearningRateRangeTest.exponential(trainer).withRates(1_000_000).run(START, DATA));
  }

  @Test
  void anAccuracyRangeTest() {
    Dataset cancer = Datasets.breastCancer();
    Dataset classes = Standardizer.fit(cancer).apply(cancer);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withRegularizer(new Interrupting(caller, 3));
    assertCancelled(
        "range test was interrupted before all 1000000 rates were tried",
        () ->
            LearningRateRangeTest.linear(trainer)
                .withRates(1_000_000)
                .run(Perceptron.zeros(30, Activation.sigmoid()), classes));
  }

  /** The curve asks for one gradient an update: the line search begins after 20. */
  @Test
  void aLineSearch() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withEpochs(YEARS)
            .withRegularizer(new Interrupting(caller, 1000));
    assertCancelled(
        "line search was interrupted when 0 of at most 4 trainings were done",
        () ->
            LearningRateRangeTest.exponential(trainer)
                .withRates(400)
                .withLineSearch(4)
                .run(START, DATA));
  }

  /** No penalty, but an interrupt in one of its updates. */
  private record Interrupting(Thread whom, int at, AtomicInteger updates) implements Regularizer {
    Interrupting(Thread whom, int at) {
      this(whom, at, new AtomicInteger());
    }

    @Override
    public double value(double[] theta, int from, int to) {
      return 0;
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {
      if (updates.incrementAndGet() == at) {
        whom.interrupt();
      }
    }
  }
}
