package io.github.gradusml.internal;

/** The products of a layer of one unit; see {@link Products}. */
final class OneUnit {
  private OneUnit() {}

  /**
   * z ← X·w, one row after the other, on purpose: memory is then read strictly forwards. Four rows
   * at once gained little in cache, and cost almost twice the time where the rows come from memory.
   */
  static void multiply(
      double[] x, int xFrom, int inputs, int rows, double[] w, int wFrom, double[] z) {
    for (int i = 0; i < rows; i++) {
      z[i] = Vectors.dot(x, xFrom + i * inputs, w, wFrom, inputs);
    }
  }

  /**
   * g ← g + Xᵀ·δ, the heart of a gradient over several rows.
   *
   * <p>Four rows go through together, which loads and stores g a quarter as often and leaves the
   * order, and so the bits, as they are. It pays if the rows are in cache, as they are just after
   * {@link #multiply} has read them.
   */
  static void addTransposed(
      double[] x, int xFrom, int inputs, int rows, double[] delta, double[] g, int gFrom) {
    int i = 0;
    for (; i < rows - 3; i += 4) {
      addFourRows(x, xFrom + i * inputs, inputs, delta, i, g, gFrom);
    }
    for (; i < rows; i++) {
      Vectors.addScaled(delta[i], x, xFrom + i * inputs, g, gFrom, inputs);
    }
  }

  private static void addFourRows(
      double[] x, int row0, int inputs, double[] delta, int from, double[] g, int gFrom) {
    double d0 = delta[from];
    double d1 = delta[from + 1];
    double d2 = delta[from + 2];
    double d3 = delta[from + 3];
    int at0 = row0 - gFrom; // so that one index serves the gradient as it is
    int at1 = at0 + inputs;
    int at2 = at1 + inputs;
    int at3 = at2 + inputs;
    for (int j = gFrom; j < gFrom + inputs; j++) {
      g[j] = (((g[j] + d0 * x[at0 + j]) + d1 * x[at1 + j]) + d2 * x[at2 + j]) + d3 * x[at3 + j];
    }
  }
}
