package io.github.gradusml.optimizer;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every update rule. */
class OptimizerTest {
  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Optimizer.gradientDescent(),
        Optimizer.momentum(0.9),
        Optimizer.nesterov(0.9),
        Optimizer.adaGrad(),
        Optimizer.rmsProp(0.9),
        Optimizer.adam(),
        Optimizer.momentum(0.9).withClippedNorm(0.5),
        Optimizer.adam().withClippedValues(0.5),
        Optimizer.adam().withClippedValues(0.5).withClippedNorm(0.7));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void leavesTheGradientAsItWas(Optimizer rule) {
    double[] gradient = {3, -4, 0, 1e-3};
    walk(rule, gradient);
    assertArrayEquals(new double[] {3, -4, 0, 1e-3}, gradient);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void doesNotMoveWithoutAGradient(Optimizer rule) {
    double[] theta = walk(rule, new double[4]);
    assertArrayEquals(new double[] {1, 2, 3, 4}, theta);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void remembersNothingButWhatLiesInTheState(Optimizer rule) {
    double[] gradient = {3, -4, 0, 1e-3};
    assertArrayEquals(walk(rule, gradient), walk(rule, gradient));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void goesDownABowl(Optimizer rule) {
    double[] theta = {1, 2, 3, 4};
    double[] gradient = new double[4];
    double[][] state = new double[rule.stateVectors()][4];
    for (int t = 1; t <= 1000; t++) {
      for (int j = 0; j < 4; j++) {
        gradient[j] = (j + 1) * theta[j];
      }
      rule.step(theta, gradient, 0.05, state, t);
    }
    for (int j = 0; j < 4; j++) {
      // RMSProp goes to and fro by half the rate or so; AdaGrad is slow.
      assertEquals(0, theta[j], (j + 1) / 2.0, rule.toString());
    }
  }

  @Test
  void onlyPlainGradientDescentLeavesRoomForL1() {
    assertTrue(Optimizer.gradientDescent().allowsShrinking());
    optimizers().skip(1).forEach(rule -> assertFalse(rule.allowsShrinking(), rule.toString()));
    assertFalse(Optimizer.gradientDescent().withClippedNorm(1).allowsShrinking());
  }

  @Test
  void withoutMomentumMomentumIsPlainGradientDescent() {
    double[] gradient = {3, -4, 0, 1e-3};
    double[] plain = walk(Optimizer.gradientDescent(), gradient);
    assertArrayEquals(plain, walk(Optimizer.momentum(0), gradient));
    assertArrayEquals(plain, walk(Optimizer.nesterov(0), gradient));
  }

  @Test
  void aShortGradientIsNotClipped() {
    double[] gradient = {3, -4, 0, 1e-3};
    double[] plain = walk(Optimizer.gradientDescent(), gradient);
    assertArrayEquals(plain, walk(Optimizer.gradientDescent().withClippedNorm(5.01), gradient));
    assertArrayEquals(plain, walk(Optimizer.gradientDescent().withClippedValues(4), gradient));
  }

  @Test
  void aClippedGradientThatIsNaNStaysNaN() {
    double[] gradient = {Double.NaN, 1, 1, 1};
    for (Optimizer rule :
        new Optimizer[] {
          Optimizer.gradientDescent().withClippedNorm(1),
          Optimizer.gradientDescent().withClippedValues(1)
        }) {
      assertTrue(Double.isNaN(walk(rule, gradient)[0]), rule.toString());
    }
  }

  @Test
  void anUpdateRuleOfYourOwnIsALambda() {
    Optimizer signs =
        (theta, gradient, eta, state, t) -> {
          for (int j = 0; j < theta.length; j++) {
            theta[j] -= eta * Math.signum(gradient[j]);
          }
        };
    assertEquals(0, signs.stateVectors());
    assertTrue(Double.isNaN(signs.stabilityLimit()));
    assertArrayEquals(new double[] {0.5, 2.5, 3, 3.5}, walk(signs, new double[] {3, -4, 0, 1e-3}));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "0.5", "0.9", "0.99"})
  void theStabilityLimitIsWhereAQuadraticBeginsToGrow(double momentum) {
    for (Optimizer rule :
        new Optimizer[] {Optimizer.momentum(momentum), Optimizer.nesterov(momentum)}) {
      assertTrue(afterSteps(rule, 0.99 * rule.stabilityLimit()) < 1e-3, rule + " below");
      assertTrue(afterSteps(rule, 1.01 * rule.stabilityLimit()) > 1e3, rule + " above");
    }
  }

  /** |θ| after many steps down θ²/2, whose curvature is 1, or when it is beyond doubt. */
  private static double afterSteps(Optimizer rule, double eta) {
    double[] theta = {1};
    double[][] state = new double[rule.stateVectors()][1];
    for (int t = 1; t <= 4000 && Math.abs(theta[0]) < 1e6; t++) {
      rule.step(theta, theta.clone(), eta, state, t);
    }
    return Math.abs(theta[0]);
  }

  static Stream<Arguments> mistakes() {
    Optimizer plain = Optimizer.gradientDescent();
    return Stream.of(
        with("momentum must be in [0, 1), but was -0.1", () -> Optimizer.momentum(-0.1)),
        with("momentum must be in [0, 1), but was 1.0", () -> Optimizer.momentum(1)),
        with("momentum must be in [0, 1), but was NaN", () -> Optimizer.nesterov(Double.NaN)),
        with("rho must be in [0, 1), but was 1.0", () -> Optimizer.rmsProp(1)),
        with("rho must be in [0, 1), but was NaN", () -> Optimizer.rmsProp(Double.NaN)),
        with("beta1 must be in [0, 1), but was 1.0", () -> Optimizer.adam(1, 0.999)),
        with("beta2 must be in [0, 1), but was -0.5", () -> Optimizer.adam(0.9, -0.5)),
        with("limit must be finite and > 0, but was 0.0", () -> plain.withClippedNorm(0)),
        with("limit must be finite and > 0, but was NaN", () -> plain.withClippedNorm(Double.NaN)),
        with("limit must be finite and > 0, but was -1.0", () -> plain.withClippedValues(-1)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void badParametersAreRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; gradient descent",
        "1; momentum(0.9)",
        "2; nesterov(0.9)",
        "3; adagrad",
        "4; rmsprop(rho 0.9)",
        "5; adam(beta1 0.9, beta2 0.999)",
        "6; momentum(0.9) clipping the norm to 0.5",
        "7; adam(beta1 0.9, beta2 0.999) clipping values to 0.5",
      })
  void saysWhatItIs(int index, String name) {
    assertEquals(name, optimizers().toList().get(index).toString());
  }

  @Test
  void equalSettingsMakeEqualRules() {
    assertEquals(optimizers().toList(), optimizers().toList());
    assertEquals(Optimizer.adam(0.9, 0.999), Optimizer.adam());
    assertFalse(Optimizer.momentum(0.9).equals(Optimizer.momentum(0.8)));
  }

  @Test
  void clippingShortensTheStepAndKeepsItsDirection() {
    Random random = new Random(1);
    double[] gradient = random.doubles(4, -10, 10).toArray();
    double[] step = walk(Optimizer.gradientDescent().withClippedNorm(1), gradient);
    double length = 0;
    for (int j = 0; j < 4; j++) {
      double moved = step[j] - (j + 1);
      assertTrue(moved * gradient[j] <= 0, "down");
      length += moved * moved;
    }
    // One step of rate 0.5 and length 1.
    assertEquals(0.5, Math.sqrt(length), 1e-15);
  }

  /** θ after one step of rate 0.5 from (1, 2, 3, 4). */
  private static double[] walk(Optimizer rule, double[] gradient) {
    double[] theta = {1, 2, 3, 4};
    rule.step(theta, gradient, 0.5, new double[rule.stateVectors()][4], 1);
    return theta;
  }

  /** Those that leave a parameter alone whose gradient is 0, and what they remember of it. */
  @Test
  void rulesThatRestAreWhereTheyWouldBeAfterStepsOfGradientZero() {
    for (Optimizer rule :
        List.of(
            Optimizer.gradientDescent(),
            Optimizer.adaGrad(),
            Optimizer.rmsProp(0.9),
            Optimizer.rmsProp(0),
            Optimizer.rmsProp(0.9).withClippedNorm(1),
            Optimizer.adaGrad().withClippedValues(1))) {
      assertTrue(rule.rests(), rule.toString());
      double[] theta = {1, 2};
      double[][] stepped = new double[rule.stateVectors()][2];
      rule.step(theta, new double[] {0.5, -0.25}, 0.1, stepped, 1);
      double[] before = theta.clone();
      double[][] rested = Arrays.stream(stepped).map(double[]::clone).toArray(double[][]::new);
      for (int t = 2; t <= 41; t++) {
        rule.step(theta, new double[2], 0.1, stepped, t);
      }
      rule.rest(rested, 0, 1, 0);
      rule.rest(rested, 0, 2, 40);
      assertArrayEquals(before, theta, rule.toString());
      for (int k = 0; k < rule.stateVectors() && !rule.memory().get(k).equals("g"); k++) {
        assertArrayEquals(stepped[k], rested[k], 1e-15, rule.toString());
      }
    }
  }

  @Test
  void rulesThatMoveByWhatTheyRememberDoNotRest() {
    for (Optimizer rule :
        List.of(
            Optimizer.momentum(0.9),
            Optimizer.nesterov(0.9),
            Optimizer.adam(),
            Optimizer.adam().withClippedNorm(1))) {
      assertFalse(rule.rests(), rule.toString());
    }
  }
}
