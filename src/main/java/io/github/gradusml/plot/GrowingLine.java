package io.github.gradusml.plot;

import java.util.Arrays;

/** The points of a line that grows, with gaps in it. */
final class GrowingLine {
  private final double[] x;
  private final double[] y;
  private int size;

  GrowingLine(int most) {
    x = new double[most];
    y = new double[most];
  }

  void add(double px, double py) {
    x[size] = px;
    y[size++] = py;
  }

  /** Nothing is drawn from the point before to the next one. */
  void gap() {
    if (size > 0) {
      add(x[size - 1], Double.NaN);
    }
  }

  double[] x() {
    return Arrays.copyOf(x, size);
  }

  double[] y() {
    return Arrays.copyOf(y, size);
  }
}
