package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bias is the same to the last bit whether a penalty sees it or not: for every penalty with
 * every update rule. The pairs that are refused are asserted to be.
 */
class BiasIsNotPenalizedTest {
  private static final Dataset ROWS =
      Cases.standardized(Datasets.breastCancer()).select(IntStream.range(0, 60).toArray());

  static List<Regularizer> penalties() {
    return List.of(
        Regularizer.none(),
        Regularizer.l1(0.05),
        Regularizer.l1Cumulative(0.05),
        Regularizer.l1Subgradient(0.05),
        Regularizer.l2(0.1),
        Regularizer.elasticNet(0.1, 0.25),
        Regularizer.elasticNetCumulative(0.1, 0.25),
        Regularizer.decoupled(0.1));
  }

  static List<Optimizer> optimizers() {
    return List.of(
        Optimizer.gradientDescent(),
        Optimizer.momentum(0.9),
        Optimizer.nesterov(0.9),
        Optimizer.adaGrad(),
        Optimizer.rmsProp(0.9),
        Optimizer.adam(),
        Optimizer.adam(0.8, 0.99),
        Optimizer.gradientDescent().withClippedNorm(0.1),
        Optimizer.gradientDescent().withClippedValues(0.05),
        Optimizer.adam().withClippedNorm(0.1));
  }

  static Stream<Arguments> pairs() {
    return penalties().stream()
        .flatMap(penalty -> optimizers().stream().map(rule -> arguments(penalty, rule)));
  }

  @Test
  void everyPenaltyAndEveryUpdateRuleIsTestedHere() {
    assertEquals(factories(Regularizer.class), penalties().size());
    // Three more of them clip, which is no factory.
    assertEquals(factories(Optimizer.class), optimizers().size() - 3);
  }

  private static long factories(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(m -> m.getReturnType() == type && Modifier.isStatic(m.getModifiers()))
        .count();
  }

  private static Trainer trainer(Regularizer penalty, Optimizer rule) {
    return Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(UpdateStrategy.miniBatch(8))
        .withRegularizer(penalty)
        .withOptimizer(rule)
        .withLearningRate(LearningRate.constant(0.05))
        .withEpochs(5);
  }

  private static boolean refused(Regularizer penalty, Optimizer rule, Perceptron start) {
    if (!penalty.shrinks() || rule.allowsShrinking()) {
      return false;
    }
    assertEquals(
        "regularizer " + penalty + " needs Optimizer.gradientDescent()",
        Rejected.message(() -> trainer(penalty, rule).fit(start, ROWS)).split(":")[0]);
    return true;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pairs")
  void thePenaltyNeedNotSeeTheBias(Regularizer penalty, Optimizer rule) {
    Perceptron start = Perceptron.random(ROWS.features(), Activation.sigmoid(), 7);
    if (!refused(penalty, rule, start)) {
      Perceptron seen = trainer(penalty, rule).fit(start, ROWS).model();
      Perceptron hidden = trainer(new Blindfolded(penalty), rule).fit(start, ROWS).model();
      assertArrayEquals(Cases.bits(hidden), Cases.bits(seen));
    }
  }

  /** With features of 0 no weight has a say in the bias, so that only a penalty on it could. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pairs")
  void whereTheWeightsHaveNoSayTheBiasIsThatWithoutPenalty(Regularizer penalty, Optimizer rule) {
    Dataset blank = Dataset.of(new double[ROWS.rows()][2], ROWS.targets());
    // Weights of 0, as the norm that is clipped is that of weights and bias together.
    Perceptron start = Perceptron.of(new double[2], 3, Activation.sigmoid());
    if (!refused(penalty, rule, Perceptron.zeros(ROWS.features(), Activation.sigmoid()))) {
      Perceptron with = trainer(penalty, rule).fit(start, blank).model();
      Perceptron without = trainer(Regularizer.none(), rule).fit(start, blank).model();
      assertEquals(
          Double.doubleToRawLongBits(without.bias()), Double.doubleToRawLongBits(with.bias()));
    }
  }

  /**
   * A penalty that is shown NaN in place of all that is no weight, and cannot change it either.
   *
   * @param penalty the penalty
   */
  private record Blindfolded(Regularizer penalty) implements Regularizer {
    private static double[] hidden(double[] theta, int from, int to) {
      double[] copy = theta.clone();
      for (int j = 0; j < copy.length; j++) {
        copy[j] = j >= from && j < to ? copy[j] : Double.NaN;
      }
      return copy;
    }

    private static void show(double[] copy, double[] theta, int from, int to) {
      System.arraycopy(copy, from, theta, from, to - from);
    }

    @Override
    public double value(double[] theta, int from, int to) {
      return penalty.value(hidden(theta, from, to), from, to);
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {
      double[] copy = hidden(gradient, from, to);
      penalty.addGradient(hidden(theta, from, to), copy, from, to);
      show(copy, gradient, from, to);
    }

    @Override
    public void proximalStep(double[] theta, int from, int to, double eta) {
      double[] copy = hidden(theta, from, to);
      penalty.proximalStep(copy, from, to, eta);
      show(copy, theta, from, to);
    }

    @Override
    public void afterStep(double[] theta, int from, int to, double eta, double[][] state) {
      double[] copy = hidden(theta, from, to);
      penalty.afterStep(copy, from, to, eta, state);
      show(copy, theta, from, to);
    }

    @Override
    public void beforeStep(double[] theta, int from, int to, double eta) {
      double[] copy = hidden(theta, from, to);
      penalty.beforeStep(copy, from, to, eta);
      show(copy, theta, from, to);
    }

    @Override
    public int stateVectors() {
      return penalty.stateVectors();
    }

    @Override
    public boolean shrinks() {
      return penalty.shrinks();
    }

    @Override
    public boolean decays() {
      return penalty.decays();
    }

    @Override
    public double curvature() {
      return penalty.curvature();
    }
  }
}
