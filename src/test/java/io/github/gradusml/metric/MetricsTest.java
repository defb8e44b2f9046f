package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics against scikit-learn's, and by hand. */
class MetricsTest {
  /** Models whose net input is the only feature, so that a row is its own score. */
  private static final Perceptron PROBABILITY =
      Perceptron.of(new double[] {1}, 0, Activation.sigmoid());

  private static final Perceptron NUMBER =
      Perceptron.of(new double[] {1}, 0, Activation.identity());

  /** Sums of a few hundred numbers in another order. */
  private static final double TOLERANCE = 1e-12;

  private static Dataset scores(double[] scores, double... targets) {
    double[][] rows =
        Arrays.stream(scores).mapToObj(z -> new double[] {z}).toArray(double[][]::new);
    return Dataset.of(rows, targets);
  }

  private static double[] of(double... values) {
    return values;
  }

  private static Dataset scored(Reference reference) {
    return scores(reference.array("score"), reference.array("label"));
  }

  static Stream<Arguments> classification() {
    return Stream.of(
        Arguments.of("accuracy", Metric.accuracy()),
        Arguments.of("precision", Metric.precision()),
        Arguments.of("recall", Metric.recall()),
        Arguments.of("f1", Metric.f1()),
        Arguments.of("roc_auc", Metric.rocAuc()),
        Arguments.of("log_loss_from_z", Metric.logLoss()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classification")
  void aClassifiersScoreIsThatOfScikitLearn(String name, Metric metric) {
    Reference reference = Reference.of("metrics/classification");
    assertEquals(reference.get(name), metric.of(PROBABILITY, scored(reference)), TOLERANCE);
  }

  /** All but the log loss, which takes probabilities. */
  static Stream<Arguments> byClass() {
    return classification().filter(arguments -> !arguments.get()[0].equals("log_loss_from_z"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("byClass")
  void targetsOfMinusOneAndOneScoreAsZeroAndOneDo(String name, Metric metric) {
    Dataset data = scored(Reference.of("metrics/classification"));
    assertEquals(metric.of(PROBABILITY, data), metric.of(PROBABILITY, data.withTargets(-1, 1)));
  }

  @Test
  void theConfusionMatrixIsThatOfScikitLearn() {
    Reference reference = Reference.of("metrics/classification");
    ConfusionMatrix matrix = ConfusionMatrix.of(PROBABILITY, scored(reference));
    assertEquals(
        Counts.of(
            reference.get("true_negatives"),
            reference.get("false_positives"),
            reference.get("false_negatives"),
            reference.get("true_positives")),
        matrix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics/ties_z", "metrics/ties_p"})
  void tiedScoresCountHalfInTheAreaUnderTheCurve(String file) {
    Reference reference = Reference.of(file);
    assertEquals(
        reference.get("roc_auc"), Metric.rocAuc().of(PROBABILITY, scored(reference)), TOLERANCE);
  }

  @Test
  void theAreaUnderTheCurveByHand() {
    double[] y = {0, 0, 1, 1};
    assertEquals(1, Metric.rocAuc().of(NUMBER, scores(of(1, 2, 3, 4), y)));
    assertEquals(0, Metric.rocAuc().of(NUMBER, scores(of(4, 3, 2, 1), y)));
    assertEquals(0.5, Metric.rocAuc().of(NUMBER, scores(of(7, 7, 7, 7), y)));
    // Of the pairs (1,2), (1,4), (3,2), (3,4) one is in the wrong order.
    assertEquals(0.75, Metric.rocAuc().of(NUMBER, scores(of(1, 3, 2, 4), y)));
    assertEquals(
        0.5, Metric.rocAuc().of(NUMBER, scores(of(0.0, -0.0, -0.0, 0.0), y)), "±0 is one score");
  }

  static Stream<Arguments> regression() {
    return Stream.of(
        Arguments.of("mse", Metric.meanSquaredError()),
        Arguments.of("rmse", Metric.rootMeanSquaredError()),
        Arguments.of("mae", Metric.meanAbsoluteError()),
        Arguments.of("r2", Metric.r2()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regression")
  void aRegressionsScoreIsThatOfScikitLearn(String name, Metric metric) {
    Reference reference = Reference.of("metrics/regression");
    Dataset data = scores(reference.array("predicted"), reference.array("target"));
    assertEquals(reference.get(name), metric.of(NUMBER, data), TOLERANCE);
  }

  @Test
  void explainedVarianceByHand() {
    assertEquals(1, Metric.r2().of(NUMBER, scores(of(1, 2, 3), 1, 2, 3)));
    assertEquals(0, Metric.r2().of(NUMBER, scores(of(2, 2, 2), 1, 2, 3)));
    // Errors 4 + 0 + 4 over 1 + 0 + 1.
    assertEquals(-3, Metric.r2().of(NUMBER, scores(of(3, 2, 1), 1, 2, 3)));
  }

  @Test
  void logLossIsFiniteWhereTheProbabilityRoundsToZeroOrOne() {
    // Row 0 is right beyond doubt; row 1 is as wrong, and costs −ln σ(−800) = 800.
    assertEquals(400, Metric.logLoss().of(PROBABILITY, scores(of(800, -800), 1, 1)));
  }

  @Test
  void theMeanLossIsThatOfTheLoss() {
    Dataset data = scores(of(0.5, 3), 1, -1);
    // Hinge: 1 − 0.5 and 1 + 3. Half squared error: ½·0.25 and ½·16.
    assertEquals(2.25, Metric.meanLoss(Loss.hinge()).of(NUMBER, data));
    assertEquals(4.0625, Metric.meanLoss(Loss.squaredError()).of(NUMBER, data));
  }

  @Test
  void aRowOnTheBoundaryIsTakenForClassOne() {
    assertEquals(Counts.of(0, 1, 0, 1), ConfusionMatrix.of(PROBABILITY, scores(of(0, 0), 0, 1)));
  }

  @Test
  void whereNothingIsFoundThereIsNoDivisionByZero() {
    Dataset none = scores(of(-1, -2), 0, 0);
    assertEquals(1, Metric.accuracy().of(PROBABILITY, none));
    assertEquals(0, Metric.precision().of(PROBABILITY, none));
    assertEquals(0, Metric.recall().of(PROBABILITY, none));
    assertEquals(0, Metric.f1().of(PROBABILITY, none));
  }

  @Test
  void aRowOfWeightTwoIsTheRowTwiceAndOfWeightZeroNoRow() {
    double[] z = {-2, 1, -0.5, 3, 0.25};
    Dataset data = scores(z, 0, 1, 1, 0, 1);
    Dataset weighted = data.withWeights(2, 1, 0, 3, 1);
    Dataset repeated = data.select(0, 0, 1, 3, 3, 3, 4);
    Stream<Function<Dataset, Double>> metrics =
        Stream.concat(classification(), regression())
            .map(arguments -> (Metric) arguments.get()[1])
            .map(metric -> rows -> metric.of(PROBABILITY, rows));
    double[][] values =
        metrics
            .map(metric -> of(metric.apply(repeated), metric.apply(weighted)))
            .toArray(double[][]::new);
    for (double[] pair : values) {
      // Sums of seven numbers below 4 against sums of five products.
      assertEquals(pair[0], pair[1], 1e-14);
    }
  }

  @Test
  void measuringLeavesTheDataAsTheyWere() {
    Dataset data = scores(of(3, 1, 2), 1, 0, 1);
    Metric.rocAuc().of(PROBABILITY, data);
    Metric.logLoss().of(PROBABILITY, data);
    assertArrayEquals(of(3, 1, 2), data.column(0));
    assertArrayEquals(of(1, 0, 1), data.targets());
  }
}
