package io.github.gradusml.pipeline;

import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.metric.Scores;

/**
 * The slope a = 1/T of several net inputs that fits best: where the derivative of the loss, which
 * only grows with a, passes 0, by Newton's method between two bounds that close in.
 */
final class TemperatureScaling {
  private static final int MOST_STEPS = 200;
  private static final double LARGEST = 0x1p1000;

  private final int k;

  /** Of each net input, how far it is above that of the row's class. */
  private final double[] above;

  private final double[] weight;

  /** What is subtracted from the derivative where no row has another class on top. */
  private double doubt;

  private double derivative;
  private double curvature;

  private TemperatureScaling(int k, double[] above, double... weight) {
    this.k = k;
    this.above = above;
    this.weight = weight;
  }

  static Calibration fit(Scores scores) {
    CountingRows rows = CountingRows.of(scores);
    int k = scores.outputs();
    double[] above = rows.z();
    for (int i = 0; i < rows.size(); i++) {
      double own = above[i * k + rows.actual()[i]];
      for (int u = i * k; u < i * k + k; u++) {
        above[u] -= own;
      }
    }
    double slope = new TemperatureScaling(k, above, rows.weight()).slope(rows.exponent());
    return new Calibration(slope, 0);
  }

  private double slope(int exponent) {
    boolean areEqual = true;
    boolean isSeparated = true;
    for (double own : above) {
      areEqual &= own == 0;
      isSeparated &= own <= 0;
    }
    if (areEqual) {
      return 1;
    }
    if (isSeparated) {
      doubt = doubt();
    }
    measure(0);
    return derivative >= 0 ? 0 : Math.min(LARGEST, CountingRows.scaled(solve(), -exponent));
  }

  /** As if of n + 2 rows one had been wrong, whichever class it was taken for. */
  private double doubt() {
    double sum = 0;
    for (int j = 0; j < above.length; j++) {
      sum += weight[j / k] * above[j];
    }
    return sum / (weight.length + 2) / (k - 1);
  }

  private double solve() {
    double high = 1;
    measure(high);
    while (derivative < 0 && high < LARGEST) {
      high *= 2;
      measure(high);
    }
    double low = high / 2;
    measure(low);
    while (derivative >= 0 && low > 0) {
      high = low;
      low /= 2;
      measure(low);
    }
    return between(low, high);
  }

  private double between(double from, double to) {
    double low = from;
    double high = to;
    double a = low / 2 + high / 2;
    for (int step = 0; step < MOST_STEPS; step++) {
      measure(a);
      if (derivative < 0) {
        low = a;
      } else {
        high = a;
      }
      double newton = a - derivative / curvature;
      double next = newton > low && newton < high ? newton : low / 2 + high / 2;
      if (Math.abs(next - a) <= Math.ulp(a)) {
        return next;
      }
      a = next;
    }
    return a;
  }

  /** The derivative of the loss at a slope, and the derivative of that. */
  private void measure(double a) {
    derivative = -doubt;
    curvature = 0;
    for (int i = 0; i < weight.length; i++) {
      int begin = i * k;
      double largest = 0;
      for (int u = begin; u < begin + k; u++) {
        largest = Math.max(largest, above[u]);
      }
      double sum = 0;
      double first = 0;
      for (int u = begin; u < begin + k; u++) {
        double e = ReproducibleMath.exp(a * (above[u] - largest));
        sum += e;
        first += e * above[u];
      }
      double mean = first / sum;
      double variance = 0;
      for (int u = begin; u < begin + k; u++) {
        double off = above[u] - mean;
        variance += ReproducibleMath.exp(a * (above[u] - largest)) / sum * off * off;
      }
      derivative += weight[i] * mean;
      curvature += weight[i] * variance;
    }
  }
}
