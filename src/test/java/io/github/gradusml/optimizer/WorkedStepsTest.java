package io.github.gradusml.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/**
 * Two steps of each rule with pencil and paper: from θ = (1, −1) with rate 0.1 and the gradients
 * (3, −4), then (1, 2).
 */
class WorkedStepsTest {
  /** A few roundings of numbers around 1. */
  private static final double ROUNDING = 2e-15;

  /** Where ε = 1e-8 beside a root of at least 0.5 is left out of the sum on paper. */
  private static final double EPSILON = 1e-8;

  @Test
  void gradientDescent() {
    // 1 − 0.3 − 0.1, −1 + 0.4 − 0.2.
    assertSteps(Optimizer.gradientDescent(), 0.6, -0.8, ROUNDING);
  }

  @Test
  void momentum() {
    // v = (3, −4), then 0.5·v + g = (2.5, 0): 1 − 0.3 − 0.25, −1 + 0.4.
    assertSteps(Optimizer.momentum(0.5), 0.45, -0.6, ROUNDING);
  }

  @Test
  void nesterov() {
    // v as before; g + 0.5·v = (4.5, −6), then (2.25, 2): 1 − 0.45 − 0.225, −1 + 0.6 − 0.2.
    assertSteps(Optimizer.nesterov(0.5), 0.325, -0.6, ROUNDING);
  }

  @Test
  void adaGrad() {
    // s = (9, 16), then (10, 20): 1 − 0.1·(3/3) − 0.1·(1/√10), −1 + 0.1·(4/4) − 0.1·(2/√20).
    assertSteps(
        Optimizer.adaGrad(), 0.9 - 0.1 / Math.sqrt(10), -0.9 - 0.2 / Math.sqrt(20), EPSILON);
  }

  @Test
  void rmsProp() {
    // s = 0.75·(9, 16) = (6.75, 12), then 0.25·s + 0.75·(1, 4) = (2.4375, 6).
    assertSteps(
        Optimizer.rmsProp(0.25),
        1 - 0.3 / Math.sqrt(6.75) - 0.1 / Math.sqrt(2.4375),
        -1 + 0.4 / Math.sqrt(12) - 0.2 / Math.sqrt(6),
        EPSILON);
  }

  @Test
  void adam() {
    // The first step is η·sign(g), whatever the gradient's size: (0.9, −0.9).
    // m = (1.5, −2), then 0.5·m + 0.5·g = (1.25, 0); over 1 − 0.5²: (5/3, 0).
    // v = 0.75·(9, 16), then 0.25·v + 0.75·(1, 4) = (2.4375, 6); over 1 − 0.25²: (2.6, 6.4).
    assertSteps(Optimizer.adam(0.5, 0.25), 0.9 - 0.1 * 5 / 3 / Math.sqrt(2.6), -0.9, EPSILON);
  }

  @Test
  void clippingTheNorm() {
    // ‖(3, −4)‖ = 5 is cut to 2.5: (1.5, −2). ‖(1, 2)‖ = √5 is not.
    assertSteps(Optimizer.gradientDescent().withClippedNorm(2.5), 0.75, -1, ROUNDING);
  }

  @Test
  void withClippedValuess() {
    // (1.5, −1.5), then (1, 1.5).
    assertSteps(Optimizer.gradientDescent().withClippedValues(1.5), 0.75, -1, ROUNDING);
  }

  @Test
  void clippingBeforeMomentum() {
    // v = (1.5, −2), then 0.5·v + (1, 2) = (1.75, 1).
    assertSteps(Optimizer.momentum(0.5).withClippedNorm(2.5), 0.675, -0.9, ROUNDING);
  }

  private static void assertSteps(Optimizer rule, double first, double second, double tolerance) {
    double[] theta = {1, -1};
    double[][] state = new double[rule.stateVectors()][2];
    rule.step(theta, new double[] {3, -4}, 0.1, state, 1);
    rule.step(theta, new double[] {1, 2}, 0.1, state, 2);
    assertArrayEquals(new double[] {first, second}, theta, tolerance);
  }
}
