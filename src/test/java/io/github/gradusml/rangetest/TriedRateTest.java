package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Trainer;
import org.junit.jupiter.api.Test;

/** What a training of a line search says of its end. */
class TriedRateTest {
  private static final Dataset ONE_ROW = Dataset.of(new double[][] {{1}}, new double[] {0});

  /** After a training whose objective had these values; of w·x with x = 1, y = 0 it is ½w². */
  private static TriedRate tried(double... objectives) {
    Trainer scripted =
        Trainer.minimizing(Loss.squaredError())
            .withEpochs(objectives.length)
            .withOptimizer(
                (theta, gradient, eta, state, t) ->
                    theta[0] = Math.sqrt(2 * objectives[(int) t - 1]));
    return TriedRate.of(0.1, scripted.fit(new OneSlope(1), ONE_ROW));
  }

  /** Of ½w² of w from a root: two roundings. */
  private static void assertAbout(double expected, double actual) {
    assertEquals(expected, actual, 1e-14);
  }

  @Test
  void itEndsWithTheLastObjective() {
    TriedRate three = tried(9, 4, 0.5);
    assertAbout(0.5, three.objective());
    assertEquals(0.1, three.learningRate());
  }

  @Test
  void aSteadyFallIsNotUnsteady() {
    assertAbout(0, tried(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).unsteadiness());
  }

  @Test
  void jumpsCountAsAShareOfTheEnd() {
    // |1 − 2·3 + 1|/2 = 2, and 2/1 = 200%.
    assertAbout(2, tried(9, 9, 9, 9, 9, 9, 9, 1, 3, 1).unsteadiness());
  }

  @Test
  void jumpsBeforeTheLastFifthDoNotCount() {
    assertAbout(0, tried(1, 9, 1, 9, 1, 9, 1, 3, 2, 1).unsteadiness());
  }

  @Test
  void twoEpochsAreTooFewToSee() {
    assertEquals(0, tried(9, 1).unsteadiness());
    assertEquals(0, tried(9).unsteadiness());
  }

  @Test
  void jumpsBeforeAnEndAtZeroCountAsAShareOfTheLargest() {
    // |0 − 2·4 + 0|/2 = 4, and 4/4 = 100%.
    assertAbout(1, tried(9, 9, 9, 9, 9, 9, 9, 0, 4, 0).unsteadiness());
    assertEquals(0, tried(9, 9, 9, 9, 9, 9, 0, 0, 0, 0).unsteadiness());
  }

  @Test
  void whatDivergedEndsAtInfinity() {
    TriedRate diverged = tried(1, Double.NaN);
    assertEquals(Double.POSITIVE_INFINITY, diverged.objective());
    assertEquals(Double.POSITIVE_INFINITY, diverged.unsteadiness());
  }
}
