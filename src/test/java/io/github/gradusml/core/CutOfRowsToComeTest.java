package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** Where two classes are cut when their rows come little by little, or do not count. */
class CutOfRowsToComeTest {
  @Test
  void onlineLeastSquaresOnZeroAndOneIsCutBetweenThemThoughEachRowHasOneTarget() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(1);
    Dataset zero = Dataset.of(new double[][] {{0}}, new double[] {0});
    Dataset one = Dataset.of(new double[][] {{1}}, new double[] {1});
    TrainingResult<Perceptron> online =
        trainer.begin(Perceptron.zeros(1, Activation.identity()), zero).result();
    for (int k = 0; k < 50; k++) {
      online = trainer.resume(trainer.resume(online, zero), one);
    }
    assertEquals(0.5, online.model().output().cut());
    assertEquals(0, online.model().classify(0));
    assertEquals(1, online.model().classify(1));
  }

  @Test
  void targetsSeenBeforeCountWhereTrainingIsResumed() {
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(1);
    Dataset numbers = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[] {0, 1, 5});
    TrainingResult<Perceptron> regression =
        trainer.fit(Perceptron.zeros(1, Activation.identity()), numbers);
    Perceptron resumed = trainer.resume(regression, numbers.select(0, 1)).model();
    assertEquals(Double.NaN, resumed.output().cut(), "a regression stays one");
  }

  @Test
  void aTargetOfWeightZeroDoesNotCount() {
    Dataset rows = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[] {9, 1, 0});
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(1);
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    assertEquals(0.5, trainer.fit(start, rows.withWeights(0, 1, 1)).model().output().cut());
    assertEquals(Double.NaN, trainer.fit(start, rows).model().output().cut());
  }

  @Test
  void theMiddleOfTwoHugeTargetsIsFinite() {
    Output number = Output.of(Activation.identity());
    double[] huge = {-1.5e308, 1.5e308};
    assertEquals(0, number.fittedTo(Loss.squaredError(), huge).cut());
  }
}
