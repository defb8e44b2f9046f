package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.FormulaValue;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of optimizers and penalties make the same step as these themselves. */
class RulesInFormulasTest {
  private static final double ETA = 0.3;

  /** A dozen operations on numbers of a size around 1, in another order. */
  private static final double ROUNDING = 1e-13;

  static List<Optimizer> optimizers() {
    return List.of(
        Optimizer.gradientDescent(),
        Optimizer.momentum(0.9),
        Optimizer.nesterov(0.8),
        Optimizer.adaGrad(),
        Optimizer.rmsProp(0.9),
        Optimizer.adam(),
        Optimizer.gradientDescent().withClippedNorm(0.1),
        Optimizer.momentum(0.5).withClippedNorm(100),
        Optimizer.adam().withClippedValues(0.05));
  }

  static List<Regularizer> penalties() {
    return List.of(
        Regularizer.none(),
        Regularizer.l1(0.2),
        Regularizer.l2(0.2),
        Regularizer.elasticNet(0.2, 0.25),
        Regularizer.decoupled(0.2),
        Regularizer.l1Subgradient(0.2),
        Regularizer.l1Cumulative(0.2),
        Regularizer.elasticNetCumulative(0.2, 0.25));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void anOptimizersFormulasMakeItsThirdStep(Optimizer optimizer) {
    double[] theta = {0.4, -1.2};
    double[][] state = new double[optimizer.stateVectors()][2];
    assertEquals(state.length, optimizer.memory().size());
    optimizer.step(theta, new double[] {0.6, -0.1}, ETA, state, 1);
    optimizer.step(theta, new double[] {-0.3, 0.7}, ETA, state, 2);
    double[] gradient = {0.5, 0.25};
    Map<String, Double> values = new TreeMap<>();
    for (int k = 0; k < state.length; k++) {
      values.put(optimizer.memory().get(k), state[k][1]);
    }
    values.putAll(Map.of("θ", theta[1], "g", gradient[1], "η", ETA, "ᵗ", 3.0));
    values.put("‖g‖", Math.sqrt(0.25 + 0.0625));
    optimizer.step(theta, gradient, ETA, state, 3);
    follow(optimizer.formulas(), values);
    assertEquals(theta[1], values.get("θ"), ROUNDING);
    for (int k = 0; k < state.length; k++) {
      assertEquals(state[k][1], values.get(optimizer.memory().get(k)), ROUNDING);
    }
  }

  /** Each line sets what the lines behind it find. */
  private static void follow(List<String> formulas, Map<String, Double> values) {
    for (String formula : formulas) {
      String[] sides = formula.split(" ← ");
      double before = values.getOrDefault(sides[0], 0.0);
      double after = FormulaValue.of(sides[1], values);
      values.put(sides[0], after);
      if (sides[0].equals("w")) {
        values.put("change", after - before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void aPenaltysFormulasMakeWhatItDoesToEachWeight(Regularizer penalty) {
    for (double w : new double[] {0.9, -0.7, 0.04, -0.04}) {
      double[] theta = {0.5, w};
      double[][] state = new double[penalty.stateVectors()][2];
      assertEquals(state.length, penalty.memory().size());
      penalty.afterStep(theta, 0, 2, ETA, state); // so that there is something to remember
      Map<String, Double> values = new TreeMap<>();
      for (int k = 0; k < state.length; k++) {
        values.put(penalty.memory().get(k), state[k][1]);
        values.put(penalty.memory().get(k) + "₀", state[k][0]);
      }
      values.putAll(Map.of("w", theta[1], "g", 0.1, "η", ETA));
      double[] gradient = {0, 0.1};
      penalty.addGradient(theta, gradient, 0, 2);
      penalty.beforeStep(theta, 0, 2, ETA);
      penalty.afterStep(theta, 0, 2, ETA, state);
      follow(penalty.formulas(), values);
      assertEquals(gradient[1], values.get("g"), ROUNDING, penalty + " at " + w);
      assertEquals(theta[1], values.get("w"), ROUNDING, penalty + " at " + w);
    }
  }

  @Test
  void whatIsSomebodysOwnSaysNothingUnlessItDoes() {
    Optimizer own = (theta, gradient, eta, state, t) -> theta[0] -= eta * gradient[0];
    assertTrue(own.formulas().isEmpty());
    assertTrue(own.memory().isEmpty());
    assertFalse(Optimizer.adam().formulas().isEmpty());
  }
}
