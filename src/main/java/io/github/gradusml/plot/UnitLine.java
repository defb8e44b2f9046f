package io.github.gradusml.plot;

import io.github.gradusml.core.Perceptron;
import java.util.Optional;

/**
 * The piece of the line z = w·x + b = 0 that lies in a rectangle; on the left of who walks along it
 * z is above 0.
 *
 * @param fromX where it begins
 * @param fromY where it begins
 * @param toX where it ends
 * @param toY where it ends
 */
record UnitLine(double fromX, double fromY, double toX, double toY) {
  /** So small that no sum of products with the largest numbers is beyond the doubles. */
  private static final double SMALL = 0.125;

  /** The line of a perceptron of two features; none where z has one sign in all the rectangle. */
  static Optional<UnitLine> of(Perceptron unit, Axis x, Axis y) {
    double[] w = unit.weights();
    double largest = Math.max(Math.max(Math.abs(w[0]), Math.abs(w[1])), Math.abs(unit.bias()));
    if (largest == 0) {
      return Optional.empty();
    }
    // The corners, to the left around, and z there in units in which it is finite.
    double[] xs = {x.low(), x.high(), x.high(), x.low()};
    double[] ys = {y.low(), y.low(), y.high(), y.high()};
    double[] z = new double[4];
    for (int k = 0; k < 4; k++) {
      z[k] =
          SMALL * (w[0] / largest) * xs[k]
              + SMALL * (w[1] / largest) * ys[k]
              + SMALL * (unit.bias() / largest);
    }
    double[] out = null;
    double[] in = null;
    for (int k = 0; k < 4; k++) {
      int next = (k + 1) % 4;
      if (z[k] >= 0 != z[next] >= 0) {
        double share = z[k] / (z[k] - z[next]);
        double[] at = {
          (1 - share) * xs[k] + share * xs[next], (1 - share) * ys[k] + share * ys[next]
        };
        out = z[k] >= 0 ? at : out;
        in = z[k] >= 0 ? in : at;
      }
    }
    // Around to the left, z is above 0 between where it comes in and where it goes out.
    return in == null || out == null
        ? Optional.empty()
        : Optional.of(new UnitLine(out[0], out[1], in[0], in[1]));
  }
}
