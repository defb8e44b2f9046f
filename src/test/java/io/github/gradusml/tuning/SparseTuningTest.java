package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** Folds, paths and their bounds of sparse rows are those of the same rows written out. */
class SparseTuningTest {
  private static final Dataset DENSE = SparseCopy.mostlyZeros(60, 10, 3);
  private static final Dataset SPARSE = SparseCopy.of(DENSE);
  private static final Perceptron START = Perceptron.zeros(10, Activation.sigmoid());

  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(8))
          .withEpochs(4)
          .withSeed(1);

  @Test
  void aCrossValidationFitsItsScalingInEveryFold() {
    CrossValidation folds =
        CrossValidation.stratified(4).withPreparation(Preparation.scalingMaxAbs());
    assertEquals(
        folds.score(TRAINER, START, DENSE, Metric.logLoss()).mean(),
        folds.score(TRAINER, START, SPARSE, Metric.logLoss()).mean());
  }

  @Test
  void thePenaltyThatLeavesNoWeightIsTheSame() {
    assertEquals(
        RegularizationPath.alphaMax(Loss.crossEntropy(), Activation.sigmoid(), DENSE),
        RegularizationPath.alphaMax(Loss.crossEntropy(), Activation.sigmoid(), SPARSE));
  }

  @Test
  void aPathHasTheSameWeights() {
    Values<Double> alphas = Values.of(0.1, 0.01);
    RegularizationPath dense =
        RegularizationPath.of(
            TRAINER, alphas, (t, a) -> t.withRegularizer(Regularizer.l2(a)), START, DENSE);
    RegularizationPath sparse =
        RegularizationPath.of(
            TRAINER, alphas, (t, a) -> t.withRegularizer(Regularizer.l2(a)), START, SPARSE);
    assertEquals(dense.points().get(1).model(), sparse.points().get(1).model());
  }
}
