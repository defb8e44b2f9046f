package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.step.ExplainedParameter;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Locale;

/**
 * One update, written out: two flowers tell a perceptron with a sigmoid how to move its weights.
 *
 * <p>Work through the page with a pocket calculator. Then look at a later update of the same
 * training: the memory of the optimizer is no longer 0.
 *
 * <p>Try: a rate of 5, where the second update makes the loss of its own two flowers larger; {@code
 * Optimizer.gradientDescent()}; {@code Regularizer.l1(0.1)} with it; {@code Loss.hinge()} with
 * {@code Activation.sign()} and {@code data.withTargets(-1, 1)}.
 */
public final class OneStep {
  private OneStep() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset irises =
        Datasets.iris()
            .selectClasses("versicolor", "virginica")
            .selectFeatures("petal_length_cm", "petal_width_cm")
            .withFeatureNames("length", "width");
    Dataset data = Standardizer.fit(irises).apply(irises);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(2))
            .withRegularizer(Regularizer.l2(0.01))
            .withOptimizer(Optimizer.momentum(0.9))
            .withLearningRate(LearningRate.constant(0.5))
            .withSeed(4);
    Perceptron start = Perceptron.of(new double[] {1, -1}, 0, Activation.sigmoid());

    // 1. The first update, line by line.
    ExplainedStep first = ExplainedStep.ofUpdate(trainer, start, data, 1);
    System.out.println(first.toText());

    // 2. The same numbers as a value, here those of some later updates.
    System.out.println("update   loss before   after   velocity of length   weight of length");
    for (int update : new int[] {1, 2, 5, 20, 100}) {
      ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, data, update);
      ExplainedParameter length = step.parameters().get(0);
      System.out.printf(
          Locale.ROOT,
          "%6d %13.4f %7.4f %20.4f %18.4f%n",
          step.update(),
          step.objectiveBefore().objective(),
          step.objectiveAfter().objective(),
          length.memoryAfter().get(0),
          length.after());
    }
  }
}
