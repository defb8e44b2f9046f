package io.github.gradusml.diagnosis;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import java.util.function.IntToDoubleFunction;

/**
 * The losses of some rows, above what a perfect prediction would cost: their mean, and how far
 * chance moves it.
 *
 * @param mean weighted as the rows are
 * @param standardError of the mean; infinite where there are fewer than two rows
 * @param rows how many rows of equal weight would say as much, (Σw)² / Σw²
 */
record RowLosses(double mean, double standardError, double rows) {
  static RowLosses of(Case training, Model<?> model, Dataset data) {
    LossOnNetInputs loss = model.output().compose(training.trainer().loss());
    double[] z = model.netInputs(data.inputs());
    return of(data, i -> loss.value(z, i, data.target(i)) - least(training, data.target(i)));
  }

  /** What the loss is where the prediction is the target: more than 0 for some, such as Poisson. */
  static double least(Case training, double target) {
    if (training.model().output().outputs() > 1) {
      return 0;
    }
    double least = training.trainer().loss().value(target, target);
    return Double.isFinite(least) ? least : 0;
  }

  static RowLosses of(Dataset data, IntToDoubleFunction loss) {
    double weights = 0;
    double squares = 0;
    double sum = 0;
    double[] losses = new double[data.rows()];
    for (int i = 0; i < losses.length; i++) {
      double weight = data.weight(i);
      losses[i] = weight > 0 ? loss.applyAsDouble(i) : 0;
      weights += weight;
      squares += weight * weight;
      sum += weight * losses[i];
    }
    double mean = sum / weights;
    double variance = 0;
    for (int i = 0; i < losses.length; i++) {
      variance += data.weight(i) / weights * (losses[i] - mean) * (losses[i] - mean);
    }
    double n = weights / squares * weights;
    boolean isKnown = n > 1.5; // two rows, but for rounding
    return new RowLosses(
        mean, isKnown ? Math.sqrt(variance / (n - 1)) : Double.POSITIVE_INFINITY, n);
  }

  boolean isFinite() {
    return Double.isFinite(mean);
  }
}
