package io.github.gradusml.diagnosis;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import java.util.Arrays;

/**
 * The lowest mean loss that is reached when all rows have the same net inputs: what is left to a
 * model whose weights are 0, with the best biases.
 *
 * <pre>{@code
 * z* = argmin 1/n · Σ sᵢ·L(z, yᵢ)
 * }</pre>
 *
 * <p>It is found by descent: a step that does not lower the loss is halved.
 */
final class ConstantFit {
  private static final int STEPS = 60;
  private static final double TINY = 1e-9;

  private final LossOnNetInputs loss;
  private final int outputs;

  private ConstantFit(Case training) {
    this.loss = training.start().output().compose(training.trainer().loss());
    this.outputs = training.start().output().outputs();
  }

  /** Fitted to the sample of a training, and measured on some rows. */
  static double loss(Case training, Dataset judge) {
    ConstantFit fit = new ConstantFit(training);
    return fit.mean(fit.best(training.sample()), judge);
  }

  private double[] best(Dataset rows) {
    double[] z = new double[outputs];
    double lowest = mean(z, rows);
    double step = 1;
    for (int k = 0; k < STEPS && step > TINY; k++) {
      double[] slope = slope(z, rows);
      double[] next = moved(z, slope, step);
      double value = mean(next, rows);
      if (value < lowest) {
        z = next;
        lowest = value;
        step *= 2;
      } else {
        step /= 4;
      }
    }
    return z;
  }

  private static double[] moved(double[] z, double[] slope, double step) {
    double[] next = z.clone();
    for (int u = 0; u < next.length; u++) {
      next[u] -= step * slope[u];
    }
    return next;
  }

  private double mean(double[] z, Dataset rows) {
    double[] s = rows.relativeWeights();
    double sum = 0;
    for (int i = 0; i < rows.rows(); i++) {
      sum += (s == null ? 1 : s[i]) * loss.value(z, 0, rows.target(i));
    }
    return sum / rows.rows();
  }

  private double[] slope(double[] z, Dataset rows) {
    double[] s = rows.relativeWeights();
    double[] delta = new double[outputs];
    double[] sum = new double[outputs];
    for (int i = 0; i < rows.rows(); i++) {
      Arrays.fill(delta, 0);
      loss.slope(z, 0, rows.target(i), delta);
      for (int u = 0; u < outputs; u++) {
        sum[u] += (s == null ? 1 : s[i]) * delta[u] / rows.rows();
      }
    }
    return sum;
  }
}
