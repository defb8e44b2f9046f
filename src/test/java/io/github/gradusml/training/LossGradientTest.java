package io.github.gradusml.training;

import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Inputs;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.AllFunctions;
import io.github.gradusml.core.AllFunctions.OfPrediction;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossGradientTest {
  private static final int FEATURES = 5;
  private static final double[] THETA = {0.5, -1, 0.25, 2, -0.75, 0.1};

  static Stream<OfPrediction> losses() {
    return AllFunctions.losses();
  }

  /** Rows of numbers like those of standardized data, with two targets in turn. */
  private static Dataset rows(int n, double... targets) {
    Random random = new Random(17);
    double[] x = random.doubles((long) n * FEATURES, -2, 2).toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = targets[i % targets.length];
    }
    return Dataset.of(table(x), y);
  }

  private static double[][] table(double[] x) {
    double[][] table = new double[x.length / FEATURES][];
    for (int i = 0; i < table.length; i++) {
      table[i] = Arrays.copyOfRange(x, i * FEATURES, (i + 1) * FEATURES);
    }
    return table;
  }

  private static LossGradient gradientOf(Loss loss, Dataset rows) {
    return gradientOf(loss, rows, rows.rows());
  }

  private static LossGradient gradientOf(Loss loss, Dataset rows, int batch) {
    double[] weights = OrderedRows.relativeWeights(rows);
    OrderedRows asTheyLie = new OrderedRows(rows, weights, null, batch);
    return new LossGradient(Perceptron.zeros(FEATURES, Activation.sigmoid()), loss, asTheyLie);
  }

  /** The formula, one number after the other: Σ δᵢ·xᵢ, Σ δᵢ and, behind them, Σ L. */
  private static double[] literal(Loss loss, Dataset rows, int from, int to) {
    ComposedLoss composed = loss.compose(Activation.sigmoid());
    double[] sums = new double[FEATURES + 2];
    for (int i = from; i < to; i++) {
      double z = THETA[FEATURES];
      for (int j = 0; j < FEATURES; j++) {
        z += THETA[j] * rows.value(i, j);
      }
      double delta = composed.derivative(z, rows.target(i));
      for (int j = 0; j < FEATURES; j++) {
        sums[j] += delta * rows.value(i, j);
      }
      sums[FEATURES] += delta;
      sums[FEATURES + 1] += composed.value(z, rows.target(i));
    }
    return sums;
  }

  private static double[] computed(Loss loss, Dataset rows, int from, int to) {
    double[] gradient = new double[FEATURES + 1];
    double sum = gradientOf(loss, rows).gradient(from, to, to, THETA, gradient, true);
    double[] sums = Arrays.copyOf(gradient, FEATURES + 2);
    sums[FEATURES + 1] = sum;
    return sums;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 200})
  void lossAndGradientAreTheLiteralSumsForAnyNumberOfRows(int n) {
    Dataset rows = rows(n, 0, 1);
    // 200 summands below 4 and a net input of 6, each rounded: 1e-13 is ten times what may add up.
    assertArrayEquals(
        literal(Loss.crossEntropy(), rows, 0, n), computed(Loss.crossEntropy(), rows, 0, n), 1e-13);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void lossAndGradientAreTheLiteralSumsForAnyLossOverSomeOfTheRows(OfPrediction f) {
    Dataset rows = rows(150, f.targets());
    double[] expected = literal(f.loss(), rows, 37, 142);
    double[] sums = computed(f.loss(), rows, 37, 142);
    for (int k = 0; k < sums.length; k++) {
      // As above, for summands as large as half the square of 1000.
      assertEquals(expected[k], sums[k], 1e-13 * Math.max(1, Math.abs(expected[FEATURES + 1])));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theGradientIsTheSlopeOfTheLossInEveryParameter(OfPrediction f) {
    // Random features keep clear of every kink.
    Dataset rows = rows(20, f.targets());
    LossGradient loss = gradientOf(f.loss(), rows);
    double[] gradient = new double[FEATURES + 1];
    loss.gradient(0, 20, 20, THETA, gradient, false);
    for (int k = 0; k < gradient.length; k++) {
      int moved = k;
      assertSlope(
          value -> {
            double[] theta = THETA.clone();
            theta[moved] = value;
            return loss.loss(0, 20, theta);
          },
          THETA[k],
          gradient[k]);
    }
  }

  @Test
  void aRowOfWeightTwoIsTheRowTwiceAndOfWeightZeroNoRow() {
    Dataset plain = rows(3, 0, 1);
    Dataset weighted = plain.withWeights(2, 0, 1);
    double[] sums = computed(Loss.crossEntropy(), weighted, 0, 3);
    double[] first = literal(Loss.crossEntropy(), plain, 0, 1);
    double[] third = literal(Loss.crossEntropy(), plain, 2, 3);
    for (int k = 0; k < sums.length; k++) {
      // Two summands below 8, each rounded.
      assertEquals(2 * first[k] + third[k], sums[k], 1e-14);
    }
  }

  @Test
  void theGradientTakesThePlaceOfWhatWasThere() {
    LossGradient loss = gradientOf(Loss.crossEntropy(), rows(3, 0, 1));
    double[] onZeros = new double[FEATURES + 1];
    loss.gradient(0, 3, 3, THETA, onZeros, false);
    double[] gradient = {1, 2, 3, 4, 5, 6};
    loss.gradient(0, 3, 3, THETA, gradient, false);
    assertArrayEquals(onZeros, gradient);
  }

  /** Where 7 rows are fetched together, no run of 64 is: they go through by 63. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 37, 64, 100, 199})
  void theGradientIsTheSameBitsHoweverManyRowsAreFetchedTogether(int batch) {
    Dataset rows = rows(200, 0, 1);
    double[] whole = new double[FEATURES + 1];
    gradientOf(Loss.crossEntropy(), rows).gradient(0, 200, 200, THETA, whole, false);
    double[] parts = new double[FEATURES + 1];
    gradientOf(Loss.crossEntropy(), rows, batch).gradient(0, 200, 200, THETA, parts, false);
    assertArrayEquals(whole, parts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 200})
  void onePassForBothIsTheSameBitsAsOneForEach(int n) {
    Dataset rows = rows(n, 0, 1);
    LossGradient loss = gradientOf(Loss.crossEntropy(), rows);
    double[] apart = new double[FEATURES + 1];
    loss.gradient(0, n, n, THETA, apart, false);
    double[] together = new double[FEATURES + 1];
    double sum = loss.gradient(0, n, n, THETA, together, true);
    assertEquals(loss.loss(0, n, THETA), sum);
    assertArrayEquals(apart, together);
  }

  @Test
  void rowsAndParametersAreLeftAsTheyWere() {
    Dataset rows = rows(10, 0, 1);
    double[] x = Inputs.of(rows);
    double[] y = rows.targets();
    double[] theta = THETA.clone();
    gradientOf(Loss.crossEntropy(), rows).gradient(0, 10, 10, theta, new double[6], true);
    assertArrayEquals(x, Inputs.of(rows));
    assertArrayEquals(y, rows.targets());
    assertArrayEquals(THETA, theta);
  }
}
