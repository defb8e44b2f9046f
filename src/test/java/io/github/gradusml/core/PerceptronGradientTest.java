package io.github.gradusml.core;

import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.AllFunctions.OfPrediction;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptronGradientTest {
  private static final int FEATURES = 5;
  private static final double[] THETA = {0.5, -1, 0.25, 2, -0.75, 0.1};

  static Stream<OfPrediction> losses() {
    return AllFunctions.losses();
  }

  /** Rows of numbers like those of standardized data, with two targets in turn. */
  private static RowBlock rows(int n, double... targets) {
    Random random = new Random(17);
    double[] x = random.doubles((long) n * FEATURES, -2, 2).toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = targets[i % targets.length];
    }
    return new RowBlock(x, FEATURES, n, y);
  }

  private static LossGradient gradientOf(Loss loss) {
    return Perceptron.zeros(FEATURES, Activation.sigmoid()).lossGradient(loss);
  }

  /** The formula, one number after the other: Σ δᵢ·xᵢ, Σ δᵢ and, behind them, Σ L. */
  private static double[] literal(Loss loss, RowBlock rows, int from, int to) {
    ComposedLoss composed = loss.compose(Activation.sigmoid());
    double[] sums = new double[FEATURES + 2];
    for (int i = from; i < to; i++) {
      double z = THETA[FEATURES];
      for (int j = 0; j < FEATURES; j++) {
        z += THETA[j] * rows.x()[i * FEATURES + j];
      }
      double delta = composed.derivative(z, rows.y()[i]);
      for (int j = 0; j < FEATURES; j++) {
        sums[j] += delta * rows.x()[i * FEATURES + j];
      }
      sums[FEATURES] += delta;
      sums[FEATURES + 1] += composed.value(z, rows.y()[i]);
    }
    return sums;
  }

  private static double[] computed(Loss loss, RowBlock rows, int from, int to) {
    double[] gradient = new double[FEATURES + 1];
    double sum = gradientOf(loss).addLossAndGradient(rows, from, to, THETA, gradient);
    double[] sums = Arrays.copyOf(gradient, FEATURES + 2);
    sums[FEATURES + 1] = sum;
    return sums;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 200})
  void lossAndGradientAreTheLiteralSumsForAnyNumberOfRows(int n) {
    RowBlock rows = rows(n, 0, 1);
    // 200 summands below 4 and a net input of 6, each rounded: 1e-13 is ten times what may add up.
    assertArrayEquals(
        literal(Loss.crossEntropy(), rows, 0, n), computed(Loss.crossEntropy(), rows, 0, n), 1e-13);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void lossAndGradientAreTheLiteralSumsForAnyLossOverSomeOfTheRows(OfPrediction f) {
    RowBlock rows = rows(150, f.targets());
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
    RowBlock rows = rows(20, f.targets());
    LossGradient loss = gradientOf(f.loss());
    double[] gradient = new double[FEATURES + 1];
    loss.addGradient(rows, 0, 20, THETA, gradient);
    for (int k = 0; k < gradient.length; k++) {
      int moved = k;
      assertSlope(
          value -> {
            double[] theta = THETA.clone();
            theta[moved] = value;
            return loss.loss(rows, 0, 20, theta);
          },
          THETA[k],
          gradient[k]);
    }
  }

  @Test
  void aRowOfWeightTwoIsTheRowTwiceAndOfWeightZeroNoRow() {
    RowBlock plain = rows(3, 0, 1);
    RowBlock weighted = new RowBlock(plain.x(), FEATURES, 3, plain.y(), new double[] {2, 0, 1});
    double[] sums = computed(Loss.crossEntropy(), weighted, 0, 3);
    double[] first = literal(Loss.crossEntropy(), plain, 0, 1);
    double[] third = literal(Loss.crossEntropy(), plain, 2, 3);
    for (int k = 0; k < sums.length; k++) {
      // Two summands below 8, each rounded.
      assertEquals(2 * first[k] + third[k], sums[k], 1e-14);
    }
  }

  @Test
  void theGradientIsAddedToWhatIsThere() {
    RowBlock rows = rows(3, 0, 1);
    double[] gradient = {1, 2, 3, 4, 5, 6};
    gradientOf(Loss.crossEntropy()).addGradient(rows, 0, 3, THETA, gradient);
    double[] expected = literal(Loss.crossEntropy(), rows, 0, 3);
    for (int k = 0; k < gradient.length; k++) {
      // Three summands below 2, each rounded.
      assertEquals(k + 1 + expected[k], gradient[k], 1e-14);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 37, 64, 100, 199})
  void theGradientIsTheSameBitsHoweverTheRowsAreCut(int cut) {
    RowBlock rows = rows(200, 0, 1);
    LossGradient loss = gradientOf(Loss.crossEntropy());
    double[] whole = new double[FEATURES + 1];
    loss.addGradient(rows, 0, 200, THETA, whole);
    double[] parts = new double[FEATURES + 1];
    loss.addGradient(rows, 0, cut, THETA, parts);
    loss.addGradient(rows, cut, 200, THETA, parts);
    assertArrayEquals(whole, parts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 200})
  void onePassForBothIsTheSameBitsAsOneForEach(int n) {
    RowBlock rows = rows(n, 0, 1);
    LossGradient loss = gradientOf(Loss.crossEntropy());
    double[] apart = new double[FEATURES + 1];
    loss.addGradient(rows, 0, n, THETA, apart);
    double[] together = new double[FEATURES + 1];
    double sum = loss.addLossAndGradient(rows, 0, n, THETA, together);
    assertEquals(loss.loss(rows, 0, n, THETA), sum);
    assertArrayEquals(apart, together);
  }

  @Test
  void rowsAndParametersAreLeftAsTheyWere() {
    RowBlock rows = rows(10, 0, 1);
    double[] x = rows.x().clone();
    double[] y = rows.y().clone();
    double[] theta = THETA.clone();
    gradientOf(Loss.crossEntropy()).addLossAndGradient(rows, 0, 10, theta, new double[6]);
    assertArrayEquals(x, rows.x());
    assertArrayEquals(y, rows.y());
    assertArrayEquals(THETA, theta);
  }
}
