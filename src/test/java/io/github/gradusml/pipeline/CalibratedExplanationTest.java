package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Terms of a net input that a calibration makes a probability of. */
class CalibratedExplanationTest {
  private static final FittedPreparation NONE = FittedPreparation.of(List.of());

  private static final Dataset TWO =
      Dataset.of(new double[][] {{1, 10}, {3, 30}, {5, 20}}, new double[] {0, 1, 1})
          .withFeatureNames("age", "size");

  /**
   * The terms of a model that ranks the wrong way round still speak for the class that they name.
   */
  @Test
  void aCalibrationThatTurnsAModelRoundTurnsItsTerms() {
    Perceptron model = Perceptron.of(new double[] {2, -0.1}, 0.5, Activation.sigmoid());
    Pipeline<Perceptron> turned =
        Pipeline.of(NONE, model, TWO).withCalibration(new Calibration(-2, 1));
    Explanation explanation = turned.explain(3, 10);
    assertEquals(-5.5, explanation.netInput());
    assertEquals(-6, explanation.contributions().get(0).value());
    assertEquals(OptionalDouble.of(-10), explanation.calibratedNetInput());
    assertEquals(5.5, explanation.ofClass(0).netInput());
    assertEquals(OptionalDouble.of(10), explanation.ofClass(0).calibratedNetInput());
  }

  @Test
  void aCalibrationIsSaidButNotExplained() {
    Perceptron model = Perceptron.of(new double[] {1, 1}, 0, Activation.sigmoid());
    Pipeline<Perceptron> pipeline =
        Pipeline.of(NONE, model, TWO).withCalibration(new Calibration(2, -1));
    Explanation explanation = pipeline.explain(1, 2);
    assertEquals(3, explanation.netInput());
    assertEquals(OptionalDouble.of(5), explanation.calibratedNetInput());
    assertEquals(Activation.sigmoid().value(5), explanation.probability().orElseThrow());
    assertEquals(OptionalDouble.of(-5), explanation.ofClass(0).calibratedNetInput());
    assertEquals(1, explanation.probability().orElseThrow() + chance(explanation.ofClass(0)));
  }

  private static double chance(Explanation explanation) {
    return explanation.probability().orElseThrow();
  }
}
