package io.github.gradusml.plot;

import java.util.stream.DoubleStream;

/**
 * One line of a {@link LinePlot}.
 *
 * @param label its name in the legend
 * @param x the horizontal places; not modified
 * @param y the vertical places, as many; where one has no place on the axis the line has a gap
 * @param color the number of its color in the palette
 * @param dashed whether it is dashed
 */
record Curve(String label, double[] x, double[] y, int color, boolean dashed) {
  /** Points of a line as drawn are at most so far apart, of the width or height of the plot. */
  private static final double STEP = 1.0 / 800;

  Curve {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "y must have a value for each of the " + x.length + " of x, but has " + y.length);
    }
  }

  /** A solid line. */
  static Curve of(String label, double[] x, double[] y, int color) {
    return new Curve(label, x, y, color, false);
  }

  /**
   * The same line for given axes: with NaN at its gaps and, if it is wanted dense, so many points
   * on it that neighbors are about a pixel apart.
   */
  Curve between(Axis xAxis, Axis yAxis, boolean dense) {
    DoubleStream.Builder xs = DoubleStream.builder();
    DoubleStream.Builder ys = DoubleStream.builder();
    for (int i = 0; i < x.length; i++) {
      boolean shown = xAxis.scale().shows(x[i]) && yAxis.scale().shows(y[i]);
      if (shown && dense && i > 0 && yAxis.scale().shows(y[i - 1])) {
        addBetween(xAxis, yAxis, i, xs, ys);
      }
      xs.add(shown ? x[i] : xAxis.low());
      ys.add(shown ? y[i] : Double.NaN);
    }
    return new Curve(label, xs.build().toArray(), ys.build().toArray(), color, dashed);
  }

  private void addBetween(
      Axis xAxis, Axis yAxis, int i, DoubleStream.Builder xs, DoubleStream.Builder ys) {
    double fromX = xAxis.position(x[i - 1]);
    double fromY = yAxis.position(y[i - 1]);
    double toX = xAxis.position(x[i]);
    double toY = yAxis.position(y[i]);
    int steps = (int) Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / STEP);
    for (int k = 1; k < steps; k++) {
      double share = (double) k / steps;
      xs.add(xAxis.value(fromX + share * (toX - fromX)));
      ys.add(yAxis.value(fromY + share * (toY - fromY)));
    }
  }
}
