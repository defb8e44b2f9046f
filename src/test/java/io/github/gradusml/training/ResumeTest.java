package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A training that is resumed goes on as if it had never stopped. */
class ResumeTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 37, 3, 1);
  private static final Perceptron START = Perceptron.random(3, Activation.identity(), 2);

  @Test
  void shuffledMiniBatchesWithAFallingRate() {
    assertContinues(
        trainer()
            .withRegularizer(Regularizer.l1(0.01))
            .withLearningRate(LearningRate.inverseTime(0.1, 0.05)));
  }

  @Test
  void anOptimizerThatRemembers() {
    assertContinues(trainer().withOptimizer(new CheckpointCases.Ball(0.9)));
  }

  @Test
  void aRateThatReactsToTheLoss() {
    // Small enough a patience and large enough a rate for several reductions within ten epochs.
    LearningRate plateau = LearningRate.reduceOnPlateau(LearningRate.constant(0.5), 0.5, 1);
    TrainingResult<Perceptron> whole = assertContinues(trainer().withLearningRate(plateau));
    assertTrue(whole.history().last().learningRate() < 0.5);
  }

  @Test
  void countsGoOn() {
    TrainingResult<Perceptron> first = trainer().withEpochs(2).fit(START, ROWS);
    TrainingResult<Perceptron> more =
        trainer().withEpochs(3).withHistory(HistoryDetail.UPDATE).resume(first, ROWS);
    assertEquals(5, more.epochs());
    assertEquals(5 * 5, more.updates());
    assertArrayEquals(new double[] {3, 4, 5}, more.history().each(EpochRecord::epoch));
    assertEquals(2 * 5 + 1, more.history().updates().get(0).update());
  }

  @Test
  void whatIsResumedIsLeftAsItWas() {
    Trainer trainer = trainer().withOptimizer(new CheckpointCases.Ball(0.9)).withEpochs(2);
    TrainingResult<Perceptron> first = trainer.fit(START, ROWS);
    Perceptron once = trainer.resume(first, ROWS).model();
    assertEquals(once, trainer.resume(first, ROWS).model(), "a second time from the same point");
  }

  @Test
  void onlineLearningRowByRowEqualsOneStochasticEpochInOrder() {
    Trainer trainer =
        trainer().withUpdates(UpdateStrategy.stochastic().withoutShuffling()).withEpochs(1);
    TrainingResult<Perceptron> online = trainer.begin(START, ROWS.select(0)).result();
    for (int i = 0; i < ROWS.rows(); i++) {
      online = trainer.resume(online, ROWS.select(i));
    }
    double[] atOnce = trainer.fit(START, ROWS).model().parameters();
    assertArrayEquals(atOnce, online.model().parameters());
    assertEquals(ROWS.rows(), online.updates());
  }

  /** Two classes are asked for at the start of a training alone. */
  @Test
  void onlineLearningTakesRowsOfOneClass() {
    Dataset rows = Cases.rows(Loss.hinge(), 20, 3, 1);
    Trainer trainer = Trainer.minimizing(Loss.hinge()).withEpochs(1);
    TrainingResult<Perceptron> first = trainer.fit(Perceptron.zeros(3, Activation.sign()), rows);
    assertEquals(2, trainer.resume(first, rows.select(0)).epochs());
  }

  @Test
  void aChangedRateIsHonoured() {
    TrainingResult<Perceptron> first = trainer().withEpochs(2).fit(START, ROWS);
    LearningRate smaller = LearningRate.constant(1e-3);
    TrainingResult<Perceptron> more = trainer().withLearningRate(smaller).resume(first, ROWS);
    assertEquals(1e-3, more.history().last().learningRate());
  }

  @Test
  void aWarmStartBeginsAtTheWeightsOfTheModelAndAtUpdateZero() {
    Trainer trainer = trainer().withLearningRate(LearningRate.inverseTime(0.1, 0.05));
    Perceptron trained = trainer.fit(START, ROWS).model();
    TrainingResult<Perceptron> warm =
        trainer.withHistory(HistoryDetail.UPDATE).withEpochs(1).fit(trained, ROWS);
    assertEquals(0.1, warm.history().updates().get(0).learningRate());
    assertEquals(1, warm.epochs());
  }

  @Test
  void anotherOptimizerIsRejected() {
    TrainingResult<Perceptron> first = trainer().withEpochs(1).fit(START, ROWS);
    Trainer other = trainer().withOptimizer(Optimizer.momentum(0.9));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> other.resume(first, ROWS));
    assertTrue(
        e.getMessage()
            .startsWith(
                "optimizer must be the one of the training to resume, gradient descent, but was"),
        e.getMessage());
  }

  @Test
  void rowsOfAnotherWidthAreRejected() {
    TrainingResult<Perceptron> first = trainer().withEpochs(1).fit(START, ROWS);
    Dataset wider = Cases.rows(Loss.squaredError(), 5, 4, 1);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> trainer().resume(first, wider));
    assertEquals("data must have 3 features, as the model has, but has 4", e.getMessage());
  }

  @Test
  void aTrainingThatDivergedIsRejected() {
    Trainer tooFast = trainer().withLearningRate(LearningRate.constant(1e6));
    TrainingResult<Perceptron> diverged = tooFast.withEpochs(100).fit(START, ROWS);
    assertThrows(TrainingDivergedException.class, () -> trainer().resume(diverged, ROWS));
  }

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.miniBatch(8))
        .withLearningRate(LearningRate.constant(0.05))
        .withEpochs(10);
  }

  /** 4 epochs and then 6 more are 10, to the bit; returns the training of 10. */
  private static TrainingResult<Perceptron> assertContinues(Trainer trainer) {
    TrainingResult<Perceptron> whole = trainer.withEpochs(10).fit(START, ROWS);
    TrainingResult<Perceptron> part = trainer.withEpochs(4).fit(START, ROWS);
    TrainingResult<Perceptron> resumed = trainer.withEpochs(6).resume(part, ROWS);
    assertArrayEquals(Cases.bits(whole.model()), Cases.bits(resumed.model()));
    assertArrayEquals(
        Arrays.copyOfRange(whole.history().losses(), 4, 10), resumed.history().losses());
    return whole;
  }
}
