package io.github.gradusml.regularization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How weights are shrunk, and that they reach exactly 0. */
class ShrinkingTest {
  private static double shrunk(Regularizer penalty, double weight, double eta) {
    double[] theta = {weight};
    penalty.proximalStep(theta, 0, 1, eta);
    return theta[0];
  }

  /** With η·α = 0.25, exact in binary. */
  @ParameterizedTest
  @CsvSource({
    "2, 1.75",
    "-2, -1.75",
    "0.5, 0.25",
    "0.25, 0",
    "-0.25, 0",
    "0.1, 0",
    "-0.1, 0",
    "0, 0",
    "-0.0, 0"
  })
  void l1MovesAWeightTowardsZeroAndStopsThere(double weight, double expected) {
    // assertEquals tells 0 from −0.0.
    assertEquals(expected, shrunk(Regularizer.l1(0.5), weight, 0.5));
  }

  @Test
  void theProximalStepMinimizesThePenaltyAndTheDistance() {
    // prox(v) = argmin over w of ½(w − v)² + η·α·|w|; the neighbors on both sides cost more.
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double v = 4 * random.nextDouble() - 2;
      double threshold = 0.4 * 0.7;
      double best = shrunk(Regularizer.l1(0.7), v, 0.4);
      for (double other : new double[] {best - 1e-3, best + 1e-3, 0}) {
        assertTrue(cost(best, v, threshold) <= cost(other, v, threshold), "v = " + v);
      }
    }
  }

  private static double cost(double w, double v, double threshold) {
    return 0.5 * (w - v) * (w - v) + threshold * Math.abs(w);
  }

  @Test
  void anElasticNetShrinksByItsShareOfL1() {
    // 0.5·0.5·0.5 = 0.125
    assertEquals(0.875, shrunk(Regularizer.elasticNet(0.5, 0.5), 1, 0.5));
    assertEquals(0, shrunk(Regularizer.elasticNet(0.5, 0.5), 0.125, 0.5));
  }

  @Test
  void smoothPenaltiesAndTheSubgradientDoNotShrink() {
    assertEquals(2, shrunk(Regularizer.l2(0.5), 2, 0.5));
    assertEquals(2, shrunk(Regularizer.none(), 2, 0.5));
    assertEquals(2, shrunk(Regularizer.l1Subgradient(0.5), 2, 0.5));
    assertFalse(Regularizer.l2(0.5).shrinks());
    assertFalse(Regularizer.elasticNet(0.5, 0).shrinks());
    assertTrue(Regularizer.elasticNet(0.5, 0.1).shrinks());
    assertTrue(Regularizer.l1(0.5).shrinks());
    assertTrue(Regularizer.l1Cumulative(0.5).shrinks());
  }

  @Test
  void nanIsNotShrunkAway() {
    assertEquals(Double.NaN, shrunk(Regularizer.l1(0.5), Double.NaN, 0.5));
  }

  @Test
  void decoupledDecayMultipliesTheWeightsByOneMinusItsShare() {
    double[] theta = {8, -4, 100};
    Regularizer.decoupled(0.5).beforeStep(theta, 0, 2, 0.5);
    assertArrayEquals(new double[] {6, -3, 100}, theta);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, -2})
  void theCumulativePenaltyIsPaidBackWhenTheWeightMovesAway(double start) {
    // Tsuruoka and others, with η·α = 0.25 a step, by hand: u is what is due, q what was received.
    double sign = Math.signum(start);
    Regularizer penalty = Regularizer.l1Cumulative(0.5);
    double[] theta = {start};
    double[][] state = new double[penalty.stateVectors()][1];
    penalty.afterStep(theta, 0, 1, 0.5, state); // u = 0.25: 2 − 0.25; q = −0.25
    assertEquals(sign * 1.75, theta[0]);
    penalty.afterStep(theta, 0, 1, 0.5, state); // u = 0.5: 1.75 − (0.5 − 0.25); q = −0.5
    assertEquals(sign * 1.5, theta[0]);
    theta[0] = sign * 0.125;
    penalty.afterStep(theta, 0, 1, 0.5, state); // u = 0.75: only 0.125 can be taken; q = −0.625
    assertEquals(0, theta[0]);
    theta[0] = sign * 1;
    penalty.afterStep(
        theta, 0, 1, 0.5, state); // u = 1: 1 − (1 − 0.625), 0.125 still due from before
    assertEquals(sign * 0.625, theta[0]);
  }

  @Test
  void withoutPauseTheCumulativePenaltyIsL1() {
    Regularizer plain = Regularizer.l1(0.5);
    Regularizer cumulative = Regularizer.l1Cumulative(0.5);
    double[] expected = {3, -2, 0.5};
    double[] theta = expected.clone();
    double[][] state = new double[2][3];
    for (int step = 0; step < 10; step++) {
      plain.proximalStep(expected, 0, 3, 0.5);
      cumulative.afterStep(theta, 0, 3, 0.5, state);
      assertArrayEquals(expected, theta);
    }
  }

  @Test
  void blocksOfWeightsRememberApart() {
    Regularizer penalty = Regularizer.l1Cumulative(0.5);
    double[] theta = {1, 1};
    double[][] state = new double[2][2];
    penalty.afterStep(theta, 0, 1, 0.5, state);
    penalty.afterStep(theta, 1, 2, 0.5, state);
    assertArrayEquals(new double[] {0.75, 0.75}, theta);
  }

  @Test
  void curvatureIsWhatAPenaltyAddsToThatOfTheLoss() {
    assertEquals(0, Regularizer.none().curvature());
    assertEquals(0, Regularizer.l1(0.5).curvature());
    assertEquals(0, Regularizer.l1Cumulative(0.5).curvature());
    assertEquals(0.5, Regularizer.l2(0.5).curvature());
    assertEquals(0.375, Regularizer.elasticNet(0.5, 0.25).curvature());
    assertEquals(0.5, Regularizer.decoupled(0.5).curvature());
    assertEquals(Double.POSITIVE_INFINITY, Regularizer.l1Subgradient(0.5).curvature());
  }

  /** What a step makes of a weight that no gradient of the loss moves. */
  @Test
  void ofAWeightThatRestsAStepIsKnownByCurvatureAndShrinkage() {
    for (Regularizer penalty :
        List.of(
            Regularizer.none(),
            Regularizer.l1(0.5),
            Regularizer.l2(0.5),
            Regularizer.elasticNet(0.5, 0.25),
            Regularizer.elasticNetCumulative(0.5, 1),
            Regularizer.decoupled(0.5))) {
      double[] theta = {3};
      double[] gradient = {0};
      double[][] state = new double[penalty.stateVectors()][1];
      penalty.addGradient(theta, gradient, 0, 1);
      penalty.beforeStep(theta, 0, 1, 0.5);
      theta[0] -= 0.5 * gradient[0];
      penalty.afterStep(theta, 0, 1, 0.5, state);
      boolean isRemembered = penalty.stateVectors() > 0;
      double taken = 0.5 * (isRemembered ? 0.5 : penalty.shrinkage());
      assertEquals((1 - 0.5 * penalty.curvature()) * 3 - taken, theta[0], penalty.toString());
    }
  }

  @Test
  void whatAPenaltyRemembersIsPaidByAStepOfRateZero() {
    Regularizer penalty = Regularizer.l1Cumulative(0.5);
    double[] theta = {3, 3};
    double[][] state = new double[2][2];
    penalty.afterStep(theta, 0, 1, 0.5, state); // the second weight rests
    penalty.afterStep(theta, 0, 2, 0, state);
    assertArrayEquals(new double[] {2.75, 2.75}, theta);
    assertEquals(0, penalty.shrinkage());
  }

  @Test
  void aPenaltyWhoseStepsDoNotComposeSaysSo() {
    assertEquals(Double.NaN, Regularizer.l1Subgradient(0.5).shrinkage());
    assertEquals(Double.NaN, Regularizer.elasticNetCumulative(0.5, 0.5).shrinkage());
  }
}
