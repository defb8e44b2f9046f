package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** Training ends where the gradient is shorter than the tolerance. */
class ToleranceTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 30, 2, 1);
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(LearningRate.constant(0.5))
        .withEpochs(1000);
  }

  @Test
  void trainingEndsAtTheFirstEpochWhoseGradientIsShorter() {
    TrainingResult<Perceptron> result = trainer().withTolerance(1e-6).fit(START, ROWS);
    double[] norms = result.history().each(EpochRecord::gradientNorm);
    assertEquals(StopReason.CONVERGED, result.stopReason());
    assertTrue(norms[norms.length - 1] < 1e-6, "the last");
    assertTrue(norms[norms.length - 2] >= 1e-6, "the one before");
  }

  @Test
  void withoutAToleranceAllEpochsAreDone() {
    TrainingResult<Perceptron> result = trainer().fit(START, ROWS);
    assertEquals(StopReason.EPOCHS_DONE, result.stopReason());
    assertEquals(1000, result.epochs());
  }

  /** At the minimum of one row's loss the gradient is exactly 0, and 0 is not below 0. */
  @Test
  void aToleranceOfZeroNeverEndsTraining() {
    TrainingResult<Perceptron> result =
        trainer()
            .withTolerance(0)
            .withEpochs(3)
            .fit(Perceptron.zeros(1, Activation.identity()), Cases.oneRow());
    assertEquals(0, result.history().last().gradientNorm());
    assertEquals(3, result.epochs());
  }

  @Test
  void theEpochThatConvergedCountsForEarlyStoppingToo() {
    // w = 2, then w = 0, the minimum: the best weights are those of the last epoch.
    TrainingResult<Perceptron> result =
        trainer()
            .withTolerance(1e-6)
            .withEarlyStopping(EarlyStopping.onTrainingLoss(5))
            .withOptimizer(Cases.scripted(2, 0))
            .withEpochs(2)
            .fit(Perceptron.zeros(1, Activation.identity()), Cases.oneRow());
    assertEquals(StopReason.CONVERGED, result.stopReason());
    assertEquals(0, result.model().weight(0));
  }

  @Test
  void anEpochHasToBeMeasuredForIt() {
    Trainer trainer = trainer().withTolerance(1e-6).withHistory(HistoryDetail.FINAL);
    assertEquals(
        "history must be EPOCH or UPDATE for early stopping and tolerance, which look at every"
            + " epoch, but was FINAL",
        Rejected.message(() -> trainer.fit(START, ROWS)));
  }
}
