package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient norm of the history is the slope of the objective, and 0 at its minimum. */
class GradientNormTest {
  static List<Cases.Pair> smoothPairs() {
    return List.of(
        new Cases.Pair(Loss.squaredError(), Activation.identity()),
        new Cases.Pair(Loss.squaredError(), Activation.gelu()),
        new Cases.Pair(Loss.logCosh(), Activation.tanh()),
        new Cases.Pair(Loss.huber(0.5), Activation.softplus()),
        new Cases.Pair(Loss.crossEntropy(), Activation.sigmoid()),
        new Cases.Pair(Loss.squaredHinge(), Activation.sign()));
  }

  @ParameterizedTest
  @MethodSource("smoothPairs")
  void itEqualsCentralDifferencesOfTheObjective(Cases.Pair pair) {
    Dataset data = Cases.rows(pair.loss(), 40, 3, 1);
    Regularizer penalty = Regularizer.l2(0.1);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(pair.loss())
            .withRegularizer(penalty)
            .withEpochs(3)
            .fit(pair.random(3), data);
    double[] theta = result.model().parameters();
    double h = 1e-5;
    double square = 0;
    for (int j = 0; j < theta.length; j++) {
      double up = objective(pair.loss(), penalty, result.model(), j, h, data);
      double down = objective(pair.loss(), penalty, result.model(), j, -h, data);
      double slope = (up - down) / (2 * h);
      square += slope * slope;
    }
    // Differences are off by h² = 1e-10 of the third derivative and by 1e-16/h = 1e-11 of rounding.
    assertEquals(Math.sqrt(square), result.history().last().gradientNorm(), 1e-8);
  }

  private static double objective(
      Loss loss, Regularizer penalty, Perceptron model, int parameter, double step, Dataset data) {
    double[] theta = model.parameters();
    theta[parameter] += step;
    return Metric.meanLoss(loss).of(model.withParameters(theta), data)
        + penalty.value(theta, 0, model.features());
  }

  @Test
  void atTheMinimumOfAnL1ObjectiveItIsZeroAlthoughTheLossStillSlopes() {
    Dataset data = Cases.rows(Loss.squaredError(), 40, 3, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.3))
            .withEpochs(500);
    TrainingResult<Perceptron> result =
        trainer
            .withRegularizer(Regularizer.l1(0.3))
            .fit(Perceptron.zeros(3, Activation.identity()), data);
    assertTrue(result.model().weight(1) == 0, "a weight that L1 holds at 0");
    // Sums of 40 products of numbers around 1 round to about 1e-15.
    assertEquals(0, result.history().last().gradientNorm(), 1e-13);
    EpochRecord withoutPenalty =
        trainer
            .withEpochs(1)
            .withLearningRate((update, epoch) -> 0)
            .fit(result.model(), data)
            .history()
            .last();
    assertTrue(withoutPenalty.gradientNorm() > 0.3, "the loss alone slopes by α and more");
  }
}
