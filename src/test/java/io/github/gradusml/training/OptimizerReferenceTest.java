package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every update rule gives PyTorch's weights: 50 full-batch steps of logistic regression on the
 * breast cancer data, standardized.
 */
class OptimizerReferenceTest {
  /** The files themselves were checked to 1e-12; sums in another order make up for the rest. */
  private static final double TOLERANCE = 1e-10;

  /**
   * PyTorch's clipping divides by ‖g‖ + 1e-6, so that 50 steps differ by some 1e-6 of their size.
   */
  private static final double TORCH_CLIPPING = 2e-5;

  private static final Dataset DATA = Cases.standardized(Datasets.breastCancer());

  static Stream<Arguments> rules() {
    Optimizer plain = Optimizer.gradientDescent();
    Regularizer none = Regularizer.none();
    Regularizer l2 = Regularizer.l2(0.01);
    return Stream.of(
        arguments("gradient_descent", 0.1, plain, none, TOLERANCE),
        arguments("gradient_descent_l2", 0.1, plain, l2, TOLERANCE),
        arguments("momentum", 0.05, Optimizer.momentum(0.9), none, TOLERANCE),
        arguments("momentum_l2", 0.05, Optimizer.momentum(0.9), l2, TOLERANCE),
        arguments("nesterov", 0.05, Optimizer.nesterov(0.9), none, TOLERANCE),
        arguments("adagrad", 0.1, Optimizer.adaGrad(), none, TOLERANCE),
        arguments("rmsprop", 0.01, Optimizer.rmsProp(0.9), none, TOLERANCE),
        arguments("adam", 0.001, Optimizer.adam(), none, TOLERANCE),
        arguments("adam_fast", 0.05, Optimizer.adam(), none, TOLERANCE),
        arguments("adam_l2", 0.05, Optimizer.adam(), l2, TOLERANCE),
        arguments("adamw", 0.05, Optimizer.adam(), Regularizer.decoupled(0.01), TOLERANCE),
        arguments("clip_norm", 0.1, plain.withClippedNorm(0.3), none, TOLERANCE),
        arguments("clip_norm_torch", 0.1, plain.withClippedNorm(0.3), none, TORCH_CLIPPING),
        arguments("clip_value", 0.1, plain.withClippedValues(0.05), none, TOLERANCE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void fiftySteps(
      String name, double rate, Optimizer rule, Regularizer regularizer, double tolerance) {
    Reference reference = Reference.of("optimizers/" + name);
    for (int steps : new int[] {1, 10, 50}) {
      TrainingResult<Perceptron> result =
          Trainer.minimizing(Loss.crossEntropy())
              .withUpdates(UpdateStrategy.batch())
              .withOptimizer(rule)
              .withRegularizer(regularizer)
              .withLearningRate(LearningRate.constant(rate))
              .withEpochs(steps)
              .fit(Perceptron.zeros(DATA.features(), Activation.sigmoid()), DATA);
      String step = "step" + steps + ".";
      double[] weights = reference.array(step + "w");
      assertEquals(30, weights.length);
      for (int j = 0; j < weights.length; j++) {
        assertEquals(weights[j], result.model().weight(j), tolerance, step + "w" + j);
      }
      assertEquals(reference.get(step + "bias"), result.model().bias(), tolerance, step + "bias");
      double loss = result.history().last().dataLoss();
      assertEquals(reference.get(step + "loss"), loss, tolerance, step + "loss");
    }
  }
}
