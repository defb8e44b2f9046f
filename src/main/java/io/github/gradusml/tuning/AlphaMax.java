package io.github.gradusml.tuning;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossGradient;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Metrics;
import io.github.gradusml.internal.Checks;
import java.util.Arrays;

/**
 * See {@link RegularizationPath#alphaMax}: at w = 0 no weight wants to leave 0 as long as the slope
 * of the mean loss in its direction is at most α. The bias, which no penalty holds, lies where its
 * own slope is 0.
 */
final class AlphaMax {
  /** The bias is looked for between ∓2^60; a best one farther out is none. */
  private static final int MOST_DOUBLINGS = 60;

  private final LossGradient loss;
  private final Dataset data;
  private final double[] theta;

  private AlphaMax(LossGradient loss, Dataset data) {
    this.loss = loss;
    this.data = data;
    this.theta = new double[data.features() + 1];
  }

  static double of(Loss loss, Activation activation, Dataset data) {
    Checks.notNull("loss", loss);
    Checks.notNull("activation", activation);
    Metrics.checkTargets(loss, Checks.notNull("data", data));
    if (Double.isInfinite(loss.compose(activation).curvature())) {
      throw new IllegalArgumentException(
          "loss must be smooth, so that its slope at weights 0 is known, but was "
              + loss
              + " of "
              + activation);
    }
    LossGradient gradient = Perceptron.zeros(data.features(), activation).lossGradient(loss);
    return new AlphaMax(gradient, data).steepestAtBestBias();
  }

  private double steepestAtBestBias() {
    double[] slopes = slopes(bestBias());
    return Arrays.stream(slopes, 0, data.features()).map(Math::abs).max().orElseThrow()
        / data.rows();
  }

  /** The slopes of the summed loss at w = 0: one for each weight, and the last for the bias. */
  private double[] slopes(double bias) {
    theta[data.features()] = bias;
    double[] slopes = new double[theta.length];
    loss.addGradient(data.block(), 0, data.rows(), theta, slopes);
    return slopes;
  }

  private double biasSlope(double bias) {
    return slopes(bias)[data.features()];
  }

  /** Bisection, down to neighboring numbers: the slope of a convex loss rises with the bias. */
  private double bestBias() {
    double low = -1;
    double high = 1;
    for (int k = 0; k < MOST_DOUBLINGS && !(biasSlope(low) < 0 && biasSlope(high) > 0); k++) {
      low = biasSlope(low) < 0 ? low : 2 * low;
      high = biasSlope(high) > 0 ? high : 2 * high;
    }
    if (!(biasSlope(low) < 0 && biasSlope(high) > 0)) {
      throw new IllegalArgumentException(
          "data must have a best bias at weights 0, but the loss falls without end; are all targets"
              + " of one class?");
    }
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      if (biasSlope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return middle;
  }
}
