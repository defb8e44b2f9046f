package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard errors by resampling are those of the formulas, where there are formulas. */
class BootstrapTest {
  /** A thousand resamples know a deviation to 1/√2000, 2.2 percent; four times that. */
  private static final double TOLERANCE = 0.09;

  private static final Output SIGMOID = Output.of(Activation.sigmoid());
  private static final Output IDENTITY = Output.of(Activation.identity());

  private static double error(Metric metric, Output output, Scores scores) {
    return Bootstrap.standardErrors(List.of(metric), output, scores)[0];
  }

  private static Scores scores(Output output, double[] z, double... y) {
    return Scores.ofNetInputs(output, z, Dataset.of(new double[y.length][1], y));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 1000, 30_000})
  void thatOfTheAccuracyIsThatOfAShare(int n) {
    double[] z = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2;
      z[i] = i % 10 < 8 == (y[i] == 1) ? 1 : -1; // right in 8 of 10
    }
    double error = error(Metric.accuracy(), SIGMOID, scores(SIGMOID, z, y));
    double share = Metric.accuracy().of(scores(SIGMOID, z, y));
    double formula = Math.sqrt(share * (1 - share) / n);
    assertEquals(formula, error, TOLERANCE * formula);
  }

  @Test
  void thatOfAMeanErrorIsItsDeviationByTheRootOfTheRows() {
    int n = 500;
    Random random = new Random(1);
    double[] z = random.doubles(n).toArray();
    double[] y = new double[n];
    double mean = Arrays.stream(z).sum() / n;
    double deviation = Math.sqrt(Arrays.stream(z).map(e -> (e - mean) * (e - mean)).sum() / n);
    double formula = deviation / Math.sqrt(n);
    double error = error(Metric.meanAbsoluteError(), IDENTITY, scores(IDENTITY, z, y));
    assertEquals(formula, error, TOLERANCE * formula);
  }

  /**
   * By the placements of each row among those of the other class: E. DeLong, D. DeLong, D.
   * Clarke-Pearson, Comparing the areas under two or more correlated ROC curves, Biometrics 44
   * (1988).
   */
  @Test
  void thatOfTheAreaUnderTheCurveIsThatOfDeLong() {
    int half = 150;
    Random random = new Random(2);
    double[] z = new double[2 * half];
    double[] y = new double[2 * half];
    for (int i = 0; i < z.length; i++) {
      y[i] = i < half ? 0 : 1;
      z[i] = random.nextGaussian() + y[i];
    }
    double[] below = new double[half];
    double[] above = new double[half];
    for (int i = 0; i < half; i++) {
      for (int j = 0; j < half; j++) {
        double won = z[half + j] > z[i] ? 1.0 / half : 0;
        above[j] += won;
        below[i] += won;
      }
    }
    double formula = Math.sqrt((variance(above) + variance(below)) / half);
    double error = error(Metric.rocAuc(), SIGMOID, scores(SIGMOID, z, y));
    assertEquals(formula, error, TOLERANCE * formula);
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  /** Σ sᵢ²·(eᵢ − ē)² / (Σ sᵢ)², the variance of a ratio of two means. */
  @Test
  void rowsCountAsTheirWeightsSay() {
    int n = 400;
    Random random = new Random(3);
    double[] z = random.doubles(n).toArray();
    double[] weights = random.doubles(n, 0, 3).toArray();
    weights[7] = 0;
    Dataset rows = Dataset.of(new double[n][1], new double[n]).withWeights(weights);
    Scores scores = Scores.ofNetInputs(IDENTITY, z, rows);
    double mean = Metric.meanAbsoluteError().of(scores);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i] * weights[i] * (z[i] - mean) * (z[i] - mean);
    }
    double formula = Math.sqrt(sum) / Arrays.stream(weights).sum();
    assertEquals(formula, error(Metric.meanAbsoluteError(), IDENTITY, scores), TOLERANCE * formula);
  }

  @Test
  void itIsTheSameEveryTimeAndZeroWhereNoRowDiffers() {
    Scores scores = scores(SIGMOID, new double[] {1, 1, -1}, 1, 0, 0);
    assertEquals(
        error(Metric.accuracy(), SIGMOID, scores), error(Metric.accuracy(), SIGMOID, scores));
    Scores right = scores(SIGMOID, new double[] {0.1, 0.1, 0.1}, 1, 1, 1);
    assertEquals(0, error(Metric.accuracy(), SIGMOID, right));
    assertEquals(0, error(Metric.logLoss(), SIGMOID, right));
  }

  @Test
  void whereTheMetricHasNoValueInHalfOfTheResamplesThereIsNone() {
    Scores one = scores(SIGMOID, new double[] {1, 2, 3}, 1, 1, 1);
    assertTrue(Double.isNaN(error(Metric.rocAuc(), SIGMOID, one)));
    // One row of five is of class 0: in (4/5)⁵, a third of the resamples, there is none.
    Scores few = scores(SIGMOID, new double[] {1, 2, 3, 4, 2.5}, 1, 0, 1, 1, 1);
    assertTrue(error(Metric.rocAuc(), SIGMOID, few) > 0);
    Scores infinite = scores(IDENTITY, new double[] {Double.POSITIVE_INFINITY, 2}, 1, 1);
    assertTrue(Double.isNaN(error(Metric.meanAbsoluteError(), IDENTITY, infinite)));
  }
}
