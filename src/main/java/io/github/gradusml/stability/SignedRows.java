package io.github.gradusml.stability;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;

/**
 * The rows that count, each with the sign of its class: a line separates them where {@code yᵢ·(w·xᵢ
 * + b) > 0} for all.
 */
final class SignedRows {
  /** Rows whose net inputs are computed at a time. */
  private static final int RUN = 64;

  /** From here up, squares that underflowed are too small to change their sum. */
  private static final double SMALLEST_SAFE_SQUARES = 0x1p-900;

  /** What is done with the net input of a row. */
  interface Visitor {
    void visit(int row, double signedNetInput);
  }

  private final Rows rows;
  private final boolean biased;

  /** −1 or 1; 0 for a row that does not count. */
  private final byte[] signs;

  private SignedRows(Rows rows, boolean biased, byte[] signs) {
    this.rows = rows;
    this.biased = biased;
    this.signs = signs;
  }

  static SignedRows of(Dataset data, boolean biased) {
    double[] kinds = data.targetKinds();
    if (kinds.length != 2) {
      throw new IllegalArgumentException(
          "data must have targets of two kinds, but "
              + (kinds.length == 1 ? "all are " + kinds[0] : "there are more")
              + "; selectClasses or oneVersusRest makes two of several classes");
    }
    byte[] signs = new byte[data.rows()];
    for (int i = 0; i < signs.length; i++) {
      if (data.weight(i) > 0) {
        signs[i] = (byte) (data.target(i) == kinds[1] ? 1 : -1);
      }
    }
    return new SignedRows(data.inputs(), biased, signs);
  }

  int size() {
    return signs.length;
  }

  int features() {
    return rows.columns();
  }

  boolean biased() {
    return biased;
  }

  /** The number of parameters of a line: d, and 1 for the bias. */
  int parameters() {
    return biased ? rows.columns() + 1 : rows.columns();
  }

  /** The first row that counts. */
  int first() {
    int row = 0;
    while (signs[row] == 0) {
      row++;
    }
    return row;
  }

  int sign(int row) {
    return signs[row];
  }

  /** A row as it is, xᵢ. */
  double[] row(int row) {
    return rows.row(row);
  }

  /** The columns in which a row is not 0. */
  int[] indices(int row) {
    return rows.indices(row);
  }

  /** The numbers of a row that are not 0. */
  double[] values(int row) {
    return rows.values(row);
  }

  /** How many numbers are kept in all rows: about what a pass over them costs. */
  long numbers() {
    return rows.numbers();
  }

  /** Takes a step of the perceptron rule on a row that is not on its side; tells whether it was. */
  boolean learn(int row, double[] theta, Workspace one, double[] z) {
    rows.multiply(row, row + 1, theta, one, z);
    if (signs[row] == 0 || signs[row] * (z[0] + (biased ? theta[features()] : 0)) > 0) {
      return false;
    }
    z[0] = signs[row];
    rows.addTransposed(row, row + 1, z, one, theta);
    if (biased) {
      theta[features()] += signs[row];
    }
    return true;
  }

  /** Visits yᵢ·(w·xᵢ + b) of the rows that count, in order. */
  void visit(double[] theta, Visitor visitor) {
    double bias = biased ? theta[features()] : 0;
    Workspace one = Workspace.of(1);
    double[] z = new double[RUN];
    for (int from = 0; from < signs.length; from += RUN) {
      int to = Math.min(signs.length, from + RUN);
      rows.multiply(from, to, theta, one, z);
      for (int i = from; i < to; i++) {
        if (signs[i] != 0) {
          visitor.visit(i, signs[i] * (z[i - from] + bias));
        }
      }
    }
  }

  /** R = max‖(xᵢ, 1)‖, or max‖xᵢ‖ without a bias; ∞ where it is beyond the doubles. */
  double radius() {
    double largest = 0;
    for (int i = 0; i < signs.length; i++) {
      if (signs[i] != 0) {
        largest = Math.max(largest, length(i));
      }
    }
    return largest;
  }

  /** The largest size of each feature; 1 where it is always 0. */
  double[] sizes() {
    double[] sizes = new double[features()];
    for (int i = 0; i < signs.length; i++) {
      double[] x = signs[i] == 0 ? new double[0] : rows.row(i);
      for (int j = 0; j < x.length; j++) {
        sizes[j] = Math.max(sizes[j], Math.abs(x[j]));
      }
    }
    for (int j = 0; j < sizes.length; j++) {
      sizes[j] = sizes[j] == 0 ? 1 : sizes[j];
    }
    return sizes;
  }

  /** How far the numbers of a feature are from a center; 1 where all are there. */
  double largestDistance(int feature, double center) {
    double largest = 0;
    for (int i = 0; i < signs.length; i++) {
      if (signs[i] != 0) {
        largest = Math.max(largest, Math.abs(rows.value(i, feature) - center));
      }
    }
    return largest == 0 ? 1 : largest;
  }

  private double length(int row) {
    double squares = (biased ? 1 : 0) + rows.squaredLength(row);
    if (squares >= SMALLEST_SAFE_SQUARES && squares <= Double.MAX_VALUE) {
      return Math.sqrt(squares);
    }
    // Without a bias: squares that vanish, or overflow, where the length does neither.
    double[] x = rows.isSparse() ? rows.values(row) : rows.row(row);
    return Vectors.norm(x, 0, x.length);
  }
}
