package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Update rules within a training: penalties beside them, and no memory between trainings. */
class OptimizersInTrainingTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 40, 3, 1);

  static Stream<Optimizer> allButPlain() {
    return Stream.of(
        Optimizer.momentum(0.9),
        Optimizer.nesterov(0.9),
        Optimizer.adaGrad(),
        Optimizer.rmsProp(0.9),
        Optimizer.adam(),
        Optimizer.gradientDescent().withClippedNorm(0.1),
        Optimizer.gradientDescent().withClippedValues(0.1));
  }

  @Test
  void forPlainGradientDescentDecoupledDecayIsL2() {
    double[] l2 = train(Optimizer.gradientDescent(), Regularizer.l2(0.3)).parameters();
    double[] decay = train(Optimizer.gradientDescent(), Regularizer.decoupled(0.3)).parameters();
    // 40 updates of numbers around 1, each rounded in another place.
    assertArrayEquals(l2, decay, 1e-14);
  }

  @ParameterizedTest
  @MethodSource("allButPlain")
  void forOtherRulesDecoupledDecayIsNotL2(Optimizer rule) {
    double[] l2 = train(rule, Regularizer.l2(0.3)).parameters();
    double[] decay = train(rule, Regularizer.decoupled(0.3)).parameters();
    assertNotEquals(l2[0], decay[0], 1e-4);
  }

  @ParameterizedTest
  @MethodSource("allButPlain")
  void l1IsRefused(Optimizer rule) {
    for (Regularizer kinked : List.of(Regularizer.l1(0.1), Regularizer.elasticNet(0.1, 0.5))) {
      assertEquals(
          "regularizer "
              + kinked
              + " needs Optimizer.gradientDescent(): its proximal step would shrink by the wrong"
              + " amount behind "
              + rule
              + "; take L2 or decoupled decay, or plain gradient descent",
          Rejected.message(() -> train(rule, kinked)));
    }
  }

  @ParameterizedTest
  @MethodSource("allButPlain")
  void anElasticNetWithoutL1IsL2(Optimizer rule) {
    Perceptron l2 = train(rule, Regularizer.l2(0.1));
    assertArrayEquals(Cases.bits(l2), Cases.bits(train(rule, Regularizer.elasticNet(0.1, 0))));
  }

  @ParameterizedTest
  @MethodSource("allButPlain")
  void oneRuleServesManyTrainings(Optimizer rule) {
    Perceptron first = train(rule, Regularizer.l2(0.1));
    train(rule, Regularizer.none());
    assertArrayEquals(Cases.bits(first), Cases.bits(train(rule, Regularizer.l2(0.1))));
  }

  @Test
  void clippingByNormLooksAtWeightsAndBiasTogether() {
    // One step from 0: the gradient is longer than 1e-3, and what remains of it is 1e-3 long.
    Trainer trainer =
        trainer(Optimizer.gradientDescent().withClippedNorm(1e-3), Regularizer.none())
            .withEpochs(1);
    double[] theta = trainer.fit(zeros(), ROWS.select(0)).model().parameters();
    double squares = 0;
    for (double value : theta) {
      squares += value * value;
    }
    assertEquals(0.05 * 1e-3, Math.sqrt(squares), 1e-15);
    assertTrue(theta[3] != 0, "the bias has its share");
  }

  private static Perceptron train(Optimizer rule, Regularizer regularizer) {
    return trainer(rule, regularizer).fit(zeros(), ROWS).model();
  }

  private static Trainer trainer(Optimizer rule, Regularizer regularizer) {
    return Trainer.minimizing(Loss.squaredError())
        .withOptimizer(rule)
        .withRegularizer(regularizer)
        .withLearningRate(LearningRate.constant(0.05))
        .withEpochs(20);
  }

  private static Perceptron zeros() {
    return Perceptron.zeros(3, Activation.identity());
  }
}
