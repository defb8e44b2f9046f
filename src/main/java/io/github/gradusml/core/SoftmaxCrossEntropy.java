package io.github.gradusml.core;

import io.github.gradusml.internal.ReproducibleMath;
import java.util.List;

/**
 * The cross-entropy behind a softmax, as one function of the net inputs.
 *
 * <pre>{@code
 * L = ln Σ e^(zᵥ) − z_y        δᵤ = pᵤ − [u = y]
 * }</pre>
 *
 * <p>With smoothed labels, the share s is divided among all classes: y counts 1 − s + s/k, another
 * class s/k.
 *
 * @param classes k
 * @param smoothing s
 */
record SoftmaxCrossEntropy(int classes, double smoothing) implements LossOnNetInputs {
  @Override
  public double value(double[] z, int row, double y) {
    double largest = Softmax.largest(z, row, classes);
    boolean passed = false; // one of the largest, whose power is 1
    double others = 0;
    for (int u = row * classes; u < row * classes + classes; u++) {
      double power = ReproducibleMath.exp(Softmax.difference(z[u], largest));
      if (power == 1 && !passed) {
        passed = true;
      } else {
        others += power;
      }
    }
    return value(z, row, y, largest, others);
  }

  /**
   * From the powers that are there.
   *
   * @param largest the largest net input, m
   * @param others Σ e^(zᵥ − m) but for one of the largest
   */
  private double value(double[] z, int row, double y, double largest, double others) {
    double aboveLargest = ReproducibleMath.log1p(others); // ln Σ e^(zᵥ) − m
    double loss = aboveLargest + Softmax.difference(largest, z[row * classes + (int) y]);
    return smoothing == 0 ? loss : smoothed(loss, z, row, aboveLargest, largest);
  }

  /** Differences come first: a shift of all net inputs costs no digit. */
  private double smoothed(double loss, double[] z, int row, double aboveLargest, double largest) {
    double sum = 0;
    for (int u = row * classes; u < row * classes + classes; u++) {
      sum += aboveLargest + Softmax.difference(largest, z[u]);
    }
    return (1 - smoothing) * loss + smoothing * (sum / classes);
  }

  @Override
  public void slope(double[] z, int row, double y, double[] delta) {
    Softmax.exponentials(z, row, classes, delta);
    slope(row, y, delta);
  }

  /** From e^(zᵤ − m) to pᵤ − [u = y], in place. */
  private void slope(int row, double y, double[] delta) {
    int from = row * classes;
    int own = from + (int) y;
    double others = 0; // what p of the own class lacks to 1, with all its digits
    for (int u = from; u < from + classes; u++) {
      others += u == own ? 0 : delta[u];
    }
    double sum = others + delta[own];
    delta[own] = -others;
    for (int u = from; u < from + classes; u++) {
      delta[u] /= sum;
    }
    if (smoothing > 0) {
      for (int u = from; u < from + classes; u++) {
        delta[u] += u == own ? smoothing - smoothing / classes : -smoothing / classes;
      }
    }
  }

  @Override
  public double valueAndSlope(double[] z, int row, double y, double[] delta) {
    Softmax.exponentials(z, row, classes, delta);
    boolean passed = false;
    double others = 0;
    for (int u = row * classes; u < row * classes + classes; u++) {
      if (delta[u] == 1 && !passed) {
        passed = true;
      } else {
        others += delta[u];
      }
    }
    slope(row, y, delta);
    return value(z, row, y, Softmax.largest(z, row, classes), others);
  }

  /** That of diag(p) − p·pᵀ at p = (½, ½, 0 …). */
  @Override
  public double curvature() {
    return 0.5;
  }

  @Override
  public List<String> formulas() {
    return smoothing == 0
        ? List.of("ln(Σᵥ e^(zᵥ)) − z_y", "ŷᵤ − [u = y]")
        : List.of(
            "ln(Σᵥ e^(zᵥ)) − Σᵥ yᵥ·zᵥ, yᵥ = (1 − "
                + smoothing
                + ")·[v = y] + "
                + smoothing
                + "/"
                + classes,
            "ŷᵤ − yᵤ");
  }
}
