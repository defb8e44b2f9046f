package io.github.gradusml.training;

import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.RowSlope;
import io.github.gradusml.stability.Descent;
import java.util.Arrays;

/**
 * Plain gradient descent on one unit, one row an update, without writing the gradient down.
 *
 * <pre>{@code
 * δ = s·∂L(φ(w·x + b), y)/∂z        w ← (1 − η·α)·w − (η·δ)·x        b ← b − η·δ
 * }</pre>
 *
 * <p>It is what the loop in {@link Training} computes, w − η·(δ·x + α·w), rounded once less: the
 * weights agree but for their last digits. 1 − η·α is rounded once, and always alike, as if α were
 * off by 10⁻¹⁶/(η·α) of itself. All trainings of this kind are made this way, however they are
 * watched.
 */
final class RowByRow implements RowSlope {
  private final LossOnNetInputs losses;

  /** The same of one output; null where there are several. */
  private final ComposedLoss loss;

  private final OrderedRows rows;
  private final double[] rates = new double[Alarm.ROWS_BETWEEN_LOOKS];

  private double[] y;
  private double[] weights;
  private int firstOfY;
  private boolean withLoss;
  private double sum;

  private RowByRow(LossOnNetInputs losses, OrderedRows rows) {
    this.losses = losses;
    this.loss = losses.ofOneOutput().orElse(null);
    this.rows = rows;
  }

  /**
   * Whether a training is of this kind: one unit with nothing above it but a bias, plain descent,
   * one row an update, and no penalty or L2; of sparse rows also several such units, and any
   * penalty by which weights may rest.
   */
  static boolean fits(TrainerSettings settings, Model<?> model, Dataset data) {
    Regularizer penalty = settings.regularizerOf(Descent.firstWeights(model));
    int units = model.layers(1).inputs();
    boolean isOfOne = model.output().compose(settings.loss).ofOneOutput().isPresent();
    return (units == 1 ? isOfOne : data.inputs().isSparse())
        && model.layers(1).addOnlyBias()
        && model.blocks().stream().skip(1).noneMatch(ParameterBlock::penalized)
        && settings.updates.batchSize(data.rows()) == 1
        && settings.optimizer.equals(Optimizer.gradientDescent())
        && (penalty.equals(Regularizer.none()) || isL2(penalty) || mayRest(penalty, data));
  }

  private static boolean isL2(Regularizer penalty) {
    double alpha = penalty.curvature();
    return alpha >= 0 && alpha < Double.POSITIVE_INFINITY && penalty.equals(Regularizer.l2(alpha));
  }

  private static boolean mayRest(Regularizer penalty, Dataset data) {
    return data.inputs().isSparse() && Rest.isKnown(penalty) && penalty.stateVectors() == 0;
  }

  /** For a training that fits. */
  static RowByRow of(TrainerSettings settings, Model<?> model, OrderedRows rows) {
    return new RowByRow(model.output().compose(settings.loss), rows);
  }

  /** Notes that the order has changed: a new epoch begins. */
  void reset() {
    rows.reset();
  }

  /** Where to put the rates of the next updates. */
  double[] rates() {
    return rates;
  }

  /**
   * Makes the updates of rows from … to−1 of the epoch, with the {@link #rates}.
   *
   * @param lossBefore a sum of losses to go on with; NaN to leave the losses out
   * @return the sum with the loss of each row before its update
   */
  double descend(int from, int to, RestingWeights parameters, double lossBefore) {
    withLoss = !Double.isNaN(lossBefore);
    sum = lossBefore;
    int i = from;
    while (i < to) {
      int next = Math.min(to, rows.fetch(i, rows.size()));
      int shift = rows.shift();
      y = rows.y();
      weights = rows.weights();
      firstOfY = rows.first() + shift;
      rows.rows().descend(i + shift, next + shift, parameters, rates, this);
      System.arraycopy(rates, next - i, rates, 0, to - next); // those of the rows to come
      i = next;
    }
    return sum;
  }

  @Override
  public double at(int row, double z) {
    int i = row - firstOfY;
    if (weights != null) {
      return weighted(weights[i], z, y[i]);
    }
    double slope = loss.derivative(z, y[i]);
    if (withLoss) {
      sum += loss.value(z, y[i]);
    }
    return slope;
  }

  private double weighted(double weight, double z, double target) {
    if (weight == 0) {
      return 0; // left out, also where the loss is infinite
    }
    double slope = loss.derivative(z, target);
    if (withLoss) {
      sum += weight * loss.value(z, target);
    }
    return weight * slope;
  }

  @Override
  public void at(int row, double[] z, double[] delta) {
    int i = row - firstOfY;
    double weight = weights == null ? 1 : weights[i];
    if (weight == 0) {
      Arrays.fill(delta, 0); // left out, also where the loss is infinite
      return;
    }
    if (withLoss) {
      sum += weight * losses.valueAndSlope(z, 0, y[i], delta);
    } else {
      losses.slope(z, 0, y[i], delta);
    }
    for (int u = 0; u < delta.length && weights != null; u++) {
      delta[u] *= weight;
    }
  }
}
