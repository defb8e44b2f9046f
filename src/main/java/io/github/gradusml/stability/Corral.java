package io.github.gradusml.stability;

import io.github.gradusml.internal.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points of which none lies in the plane through the others, and the point of that plane nearest to
 * the origin: Wolfe's corral.
 *
 * <pre>{@code
 * A = (1 … 1; p₁ … pₖ) = Q·R        R·u = Qᵀe₁        v = u/Σu        nearest point Σ vᵢ·pᵢ
 * }</pre>
 *
 * <p>What is left of e₁, (I − QQᵀ)·e₁, is normal to that plane; taken once more it is so to the
 * last digits, however near the plane is to the origin. Points come and go by one column of Q and
 * R.
 *
 * <p>Source: P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11 (1976),
 * doi:10.1007/BF01580381, where R comes from the points' products; orthogonal columns lose half as
 * many digits. For coming and going: G. Golub, C. Van Loan, Matrix Computations, 4th edition,
 * section 6.5.
 */
final class Corral {
  /** A point no further from the plane than this share of its length is in it. */
  private static final double DEPENDENT = 1e-13;

  private final int size;
  private final List<Integer> rows = new ArrayList<>();
  private final List<double[]> q = new ArrayList<>();

  /** Column j of R, of length j + 1. */
  private final List<double[]> r = new ArrayList<>();

  /**
   * Begins with no points.
   *
   * @param dimension the number of a point's coordinates
   */
  Corral(int dimension) {
    this.size = dimension + 1;
  }

  int points() {
    return rows.size();
  }

  /** The rows that the points belong to. */
  int[] rows() {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean contains(int row) {
    return rows.contains(row);
  }

  /** Adds a point, unless it lies in the plane through the others. */
  boolean add(int row, double[] point) {
    double[] column = new double[size];
    column[0] = 1;
    System.arraycopy(point, 0, column, 1, point.length);
    double length = Vectors.norm(column, 0, size);
    double[] shares = new double[q.size() + 1];
    orthogonalize(column, shares);
    orthogonalize(column, shares);
    double rest = Vectors.norm(column, 0, size);
    if (!(rest > DEPENDENT * length)) {
      return false;
    }
    shares[q.size()] = rest;
    Vectors.scale(1 / rest, column, 0, size);
    rows.add(row);
    q.add(column);
    r.add(shares);
    return true;
  }

  private void orthogonalize(double[] column, double[] shares) {
    for (int k = 0; k < q.size(); k++) {
      double share = Vectors.dot(q.get(k), 0, column, 0, size);
      Vectors.addScaled(-share, q.get(k), 0, column, 0, size);
      if (shares != null) {
        shares[k] += share;
      }
    }
  }

  /** Removes a point: rotations make R a triangle again. */
  void remove(int index) {
    rows.remove(index);
    r.remove(index);
    for (int k = index; k < r.size(); k++) {
      double[] column = r.get(k);
      double length = Vectors.norm(column, k, 2);
      double cos = column[k] / length;
      double sin = column[k + 1] / length;
      for (int j = k; j < r.size(); j++) {
        rotate(r.get(j), k, r.get(j), k + 1, 1, cos, sin);
      }
      rotate(q.get(k), 0, q.get(k + 1), 0, size, cos, sin);
      r.set(k, Arrays.copyOf(column, k + 1));
    }
    q.remove(q.size() - 1);
  }

  private static void rotate(
      double[] a, int aFrom, double[] b, int bFrom, int n, double cos, double sin) {
    for (int j = 0; j < n; j++) {
      double first = a[aFrom + j];
      double second = b[bFrom + j];
      a[aFrom + j] = cos * first + sin * second;
      b[bFrom + j] = cos * second - sin * first;
    }
  }

  /** The nearest point of the plane. */
  double[] nearest() {
    double[] rest = new double[size];
    rest[0] = 1;
    orthogonalize(rest, null);
    orthogonalize(rest, null);
    double[] nearest = Arrays.copyOfRange(rest, 1, size);
    Vectors.scale(-1 / (1 - rest[0]), nearest, 0, nearest.length);
    return nearest;
  }

  /** vᵢ, how much of each point the nearest one is; Σv = 1. */
  double[] coordinates() {
    int k = q.size();
    double[] u = new double[k];
    double sum = 0;
    for (int i = k - 1; i >= 0; i--) {
      double value = q.get(i)[0];
      for (int j = i + 1; j < k; j++) {
        value -= r.get(j)[i] * u[j];
      }
      u[i] = value / r.get(i)[i];
      sum += u[i];
    }
    Vectors.scale(1 / sum, u, 0, k);
    return u;
  }
}
