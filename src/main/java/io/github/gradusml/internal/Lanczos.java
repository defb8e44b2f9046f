package io.github.gradusml.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The largest eigenvalue of a symmetric matrix that is known by its products with vectors alone.
 *
 * <p>Each step asks for one product and adds a dimension to a Krylov space, in which the matrix is
 * tridiagonal; the largest eigenvalue of that small matrix rises towards the one sought.
 *
 * <p>Source: C. Lanczos, An iteration method for the solution of the eigenvalue problem, Journal of
 * Research of the National Bureau of Standards 45 (1950), doi:10.6028/jres.045.026.
 */
public final class Lanczos {
  private static final int MOST_STEPS = 200;
  private static final double TOLERANCE = 1e-12;

  private Lanczos() {}

  /**
   * Returns the largest eigenvalue.
   *
   * @param size the number of rows of the matrix; at least 1
   * @param product multiplies a vector with the matrix, into a new array
   * @return the eigenvalue, from below: to about 1e-10 of its size where it stands apart, less
   *     where the next ones crowd around it; +∞ where a product is not finite
   */
  public static double largestEigenvalue(int size, UnaryOperator<double[]> product) {
    List<double[]> basis = new ArrayList<>();
    double[] diagonal = new double[MOST_STEPS];
    double[] offDiagonal = new double[MOST_STEPS];
    double[] q = randomUnitVector(size);
    double largest = 0;
    for (int k = 0; k < Math.min(size, MOST_STEPS); k++) {
      basis.add(q);
      double[] next = product.apply(q);
      diagonal[k] = Vectors.dot(q, 0, next, 0, size);
      // Twice against all vectors before: rounding would bring back eigenvalues already found.
      orthogonalize(next, basis);
      orthogonalize(next, basis);
      double length = Vectors.norm(next, 0, size);
      if (!Double.isFinite(length)) {
        return Double.POSITIVE_INFINITY;
      }
      double before = largest;
      largest = largestOf(diagonal, offDiagonal, k + 1);
      boolean settled = k > 2 && largest - before <= TOLERANCE * largest;
      if (settled || length <= TOLERANCE * largest) {
        break;
      }
      offDiagonal[k] = length;
      Vectors.scale(1 / length, next, 0, size);
      q = next;
    }
    return largest;
  }

  private static double[] randomUnitVector(int size) {
    RandomGenerator random = new Well19937c(1);
    double[] vector = new double[size];
    for (int j = 0; j < size; j++) {
      vector[j] = random.nextDouble() - 0.5;
    }
    Vectors.scale(1 / Vectors.norm(vector, 0, size), vector, 0, size);
    return vector;
  }

  private static void orthogonalize(double[] vector, List<double[]> basis) {
    for (double[] q : basis) {
      double share = Vectors.dot(q, 0, vector, 0, vector.length);
      Vectors.addScaled(-share, q, 0, vector, 0, vector.length);
    }
  }

  private static double largestOf(double[] diagonal, double[] offDiagonal, int size) {
    double[] main = Arrays.copyOf(diagonal, size);
    double[] secondary = Arrays.copyOf(offDiagonal, Math.max(0, size - 1));
    double[] values = new EigenDecomposition(main, secondary).getRealEigenvalues();
    return Arrays.stream(values).max().orElseThrow();
  }
}
