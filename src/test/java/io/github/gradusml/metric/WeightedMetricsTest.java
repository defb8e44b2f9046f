package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of weighted rows, and balanced class weights, against those of scikit-learn 1.2.1. */
class WeightedMetricsTest {
  /** Sums of a few hundred numbers in another order. */
  private static final double TOLERANCE = 1e-12;

  /** Models whose net input is the only feature, so that a row is its own score. */
  private static final Perceptron PROBABILITY =
      Perceptron.of(new double[] {1}, 0, Activation.sigmoid());

  private static final Perceptron NUMBER =
      Perceptron.of(new double[] {1}, 0, Activation.identity());

  /** The rows that the references are of, with the weights 0, ½, 1, 1½, 0, … */
  private static Dataset weighted(String file, String scores, String targets) {
    Reference reference = Reference.of("metrics/" + file);
    double[][] x =
        Arrays.stream(reference.array(scores))
            .mapToObj(z -> new double[] {z})
            .toArray(double[][]::new);
    return Dataset.of(x, reference.array(targets))
        .withWeights(IntStream.range(0, x.length).mapToDouble(i -> i % 4 / 2.0).toArray());
  }

  static Stream<Arguments> classification() {
    return MetricsTest.classification();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classification")
  void aClassifiersWeightedScoreIsThatOfScikitLearn(String name, Metric metric) {
    double expected = Reference.of("weights/classification").get(name);
    Dataset data = weighted("classification", "score", "label");
    assertEquals(expected, metric.of(PROBABILITY, data), TOLERANCE);
  }

  @Test
  void theConfusionMatrixSumsTheWeights() {
    Reference reference = Reference.of("weights/classification");
    assertEquals(
        Counts.of(
            reference.get("true_negatives"),
            reference.get("false_positives"),
            reference.get("false_negatives"),
            reference.get("true_positives")),
        ConfusionMatrix.of(PROBABILITY, weighted("classification", "score", "label")));
  }

  static Stream<Arguments> regression() {
    return MetricsTest.regression();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regression")
  void aRegressionsWeightedScoreIsThatOfScikitLearn(String name, Metric metric) {
    double expected = Reference.of("weights/regression").get(name);
    Dataset data = weighted("regression", "predicted", "target");
    assertEquals(expected, metric.of(NUMBER, data), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"breast_cancer, 2", "digits, 10"})
  void balancedClassWeightsAreThoseOfScikitLearn(String name, int classes) {
    Dataset data = name.equals("digits") ? Datasets.digits() : Datasets.breastCancer();
    Dataset balanced = data.withBalancedClasses();
    double[] expected = Reference.of("weights/balanced_" + name).array("class");
    assertEquals(classes, expected.length);
    for (int i = 0; i < balanced.rows(); i++) {
      // A product and a quotient, each rounded once.
      assertEquals(expected[(int) balanced.target(i)], balanced.weight(i), 1e-15);
    }
  }

  @Test
  void targetsThatDifferOnlyInRowsOfWeightZeroAreAllTheSame() {
    Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {9, 5, 5});
    assertEquals(
        "targets must differ for R², but all are 5.0",
        Rejected.message(() -> Metric.r2().of(NUMBER, data.withWeights(0, 1, 1))));
  }
}
