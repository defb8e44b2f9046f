package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest eigenvalue from products alone, held to the one from all entries. */
class LanczosTest {
  /** What the Javadoc promises, relative to the eigenvalue. */
  private static final double PROMISED = 1e-10;

  /**
   * Among eigenvalues that differ by as little as 1e-6, a step may gain less than 1e-12 before the
   * largest is reached. A learning rate does not need more digits than these.
   */
  private static final double CROWDED = 1e-7;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 10, 17, 30, 60})
  void randomMatricesLikeThoseOfData(int size) {
    for (int seed = 0; seed < 5; seed++) {
      // As many rows as columns, fewer (so that the rank is deficient), and more.
      for (int rows : new int[] {size, (size + 1) / 2, 3 * size}) {
        RealMatrix x = gaussian(rows, size, seed);
        assertLargest(x.transpose().multiply(x).scalarMultiply(1.0 / rows));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 10, 30, 60})
  void clusteredEigenvalues(int size) {
    for (double gap : new double[] {0, 1e-12, 1e-9, 1e-6, 1e-3}) {
      double[] eigenvalues = new double[size];
      Arrays.setAll(eigenvalues, i -> 1 - gap * i);
      assertLargest(withEigenvalues(eigenvalues, 1), CROWDED);
      // Half of them in the cluster, and half far below.
      Arrays.setAll(eigenvalues, i -> i < size / 2 ? 1 - gap * i : 1e-3 * i / size);
      assertLargest(withEigenvalues(eigenvalues, 2), CROWDED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 60})
  void eigenvaluesOfManyOrdersOfMagnitude(int size) {
    double[] eigenvalues = new double[size];
    Arrays.setAll(eigenvalues, i -> Math.pow(10, 8 - 16.0 * i / size));
    assertLargest(withEigenvalues(eigenvalues, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 60})
  void rankOne(int size) {
    double[] eigenvalues = new double[size];
    eigenvalues[size / 2] = 7;
    assertLargest(withEigenvalues(eigenvalues, 4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-150, 1e-12, 1, 1e12, 1e150})
  void anyScale(double scale) {
    RealMatrix x = gaussian(20, 12, 5);
    assertLargest(x.transpose().multiply(x).scalarMultiply(scale));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void zeroMatrix(int size) {
    assertEquals(0, Lanczos.largestEigenvalue(size, v -> new double[size]));
  }

  /** Too large for entries: a diagonal with values 1 … 1/100,000, and one of 1.1 on top. */
  @Test
  void aHundredThousandDimensions() {
    int size = 100_000;
    double largest =
        Lanczos.largestEigenvalue(
            size,
            v -> {
              double[] product = v.clone();
              for (int j = 0; j < size; j++) {
                product[j] *= j == 77 ? 1.1 : 1.0 / (j + 1);
              }
              return product;
            });
    assertEquals(1.1, largest, 1.1 * PROMISED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
  void whatOverflowsIsInfinite(double scale) {
    assertEquals(Double.POSITIVE_INFINITY, largestOfScaled(scale));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e200})
  void numbersWhoseSquaresOverflowAreNoTrouble(double scale) {
    assertEquals(Math.max(1, scale), largestOfScaled(scale), PROMISED * Math.max(1, scale));
  }

  private static double largestOfScaled(double scale) {
    return Lanczos.largestEigenvalue(3, v -> new double[] {scale * v[0], scale * v[1], v[2]});
  }

  private static void assertLargest(RealMatrix matrix) {
    assertLargest(matrix, PROMISED);
  }

  private static void assertLargest(RealMatrix matrix, double tolerance) {
    double expected =
        Arrays.stream(new EigenDecomposition(matrix).getRealEigenvalues()).max().orElseThrow();
    double actual = Lanczos.largestEigenvalue(matrix.getRowDimension(), matrix::operate);
    assertEquals(expected, actual, tolerance * expected);
    // From below, up to the rounding of either.
    assertTrue(actual <= expected * (1 + 1e-13), () -> actual + " > " + expected);
  }

  private static RealMatrix gaussian(int rows, int columns, int seed) {
    Random random = new Random(seed);
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return MatrixUtils.createRealMatrix(x);
  }

  /** Q·diag·Qᵀ with a random orthogonal Q, made symmetric to the bit. */
  private static RealMatrix withEigenvalues(double[] eigenvalues, int seed) {
    int size = eigenvalues.length;
    RealMatrix q = new QRDecomposition(gaussian(size, size, seed)).getQ();
    RealMatrix a =
        q.multiply(MatrixUtils.createRealDiagonalMatrix(eigenvalues)).multiply(q.transpose());
    return a.add(a.transpose()).scalarMultiply(0.5);
  }
}
