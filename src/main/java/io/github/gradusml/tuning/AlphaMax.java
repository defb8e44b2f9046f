package io.github.gradusml.tuning;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Workspace;
import java.util.Arrays;

/**
 * See {@link RegularizationPath#alphaMax}: at w = 0 no weight wants to leave 0 as long as the slope
 * of the mean loss in its direction is at most α. The bias, which no penalty holds, lies where its
 * own slope is 0.
 */
final class AlphaMax {
  private static final int MOST_DOUBLINGS = 60;

  private final ComposedLoss loss;
  private final Dataset data;
  private final double[] weights;
  private final double[] delta;

  private AlphaMax(ComposedLoss loss, Dataset data) {
    this.loss = loss;
    this.data = data;
    this.weights = data.relativeWeights();
    this.delta = new double[data.rows()];
  }

  static double of(Loss loss, Activation activation, Dataset data) {
    Checks.notNull("loss", loss);
    Checks.notNull("activation", activation);
    Checks.noTexts("data", Checks.notNull("data", data).features());
    data.checkTargets(loss, Output.of(activation));
    ComposedLoss composed = loss.compose(activation);
    if (Double.isInfinite(composed.curvature())) {
      throw new IllegalArgumentException(
          "loss must be smooth, so that its slope at weights 0 is known, but was "
              + loss
              + " of "
              + activation);
    }
    return new AlphaMax(composed, data).steepestAtBestBias();
  }

  private double steepestAtBestBias() {
    biasSlope(bestBias()); // leaves the slopes of the rows in delta
    double[] slopes = new double[data.features()];
    data.inputs().addTransposed(0, data.rows(), delta, Workspace.of(1), slopes);
    return Arrays.stream(slopes).map(Math::abs).max().orElseThrow() / data.rows();
  }

  /** The slope of the summed loss at w = 0, where every net input is the bias. */
  private double biasSlope(double bias) {
    double sum = 0;
    for (int i = 0; i < delta.length; i++) {
      delta[i] = weights[i] * loss.derivative(bias, data.target(i));
      sum += delta[i];
    }
    return sum;
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
