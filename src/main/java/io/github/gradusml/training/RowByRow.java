package io.github.gradusml.training;

import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.RowSlope;
import io.github.gradusml.stability.Descent;
import java.util.Optional;

/**
 * Plain gradient descent on one unit, one row an update, without writing the gradient down.
 *
 * <pre>{@code
 * δ = s·∂L(φ(w·x + b), y)/∂z        w ← w − η·(δ·x + α·w)        b ← b − η·δ
 * }</pre>
 *
 * <p>The bits are those of the loop in {@link Training}, in less time; but for the sign of a weight
 * that begins as −0.
 */
final class RowByRow implements RowSlope {
  private final ComposedLoss loss;
  private final double alpha;
  private final OrderedRows rows;
  private final double[] room;
  private final double[] rates = new double[Alarm.ROWS_BETWEEN_LOOKS];

  private double[] y;
  private double[] weights;
  private int firstOfY;
  private boolean withLoss;
  private double sum;

  private RowByRow(ComposedLoss loss, double alpha, OrderedRows rows, int columns) {
    this.loss = loss;
    this.alpha = alpha;
    this.rows = rows;
    this.room = new double[columns];
  }

  /**
   * For one unit with nothing above it but a bias, plain descent, no penalty or L2, and no look at
   * each gradient or at the weights after each update; else null.
   */
  static RowByRow of(TrainerSettings settings, Model<?> model, OrderedRows rows) {
    Optional<ComposedLoss> loss = model.output().compose(settings.loss).ofOneOutput();
    Regularizer penalty = settings.regularizerOf(Descent.firstWeights(model));
    boolean fits =
        loss.isPresent()
            && model.layers(1).addOnlyBias()
            && model.blocks().stream().skip(1).noneMatch(ParameterBlock::penalized)
            && settings.updates.batchSize(rows.size()) == 1
            && settings.optimizer.equals(Optimizer.gradientDescent())
            && (penalty.equals(Regularizer.none()) || isL2(penalty))
            && settings.historyDetail != HistoryDetail.UPDATE
            && settings.averagedFrom == 0;
    return fits ? new RowByRow(loss.get(), penalty.curvature(), rows, model.features()) : null;
  }

  private static boolean isL2(Regularizer penalty) {
    double alpha = penalty.curvature();
    return alpha >= 0 && alpha < Double.POSITIVE_INFINITY && penalty.equals(Regularizer.l2(alpha));
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
  double descend(int from, int to, double[] theta, double lossBefore) {
    withLoss = !Double.isNaN(lossBefore);
    sum = lossBefore;
    int i = from;
    while (i < to) {
      int next = Math.min(to, rows.fetch(i, rows.size()));
      int shift = rows.shift();
      y = rows.y();
      weights = rows.weights();
      firstOfY = rows.first() + shift;
      rows.rows().descend(i + shift, next + shift, theta, rates, alpha, this, room);
      System.arraycopy(rates, next - i, rates, 0, to - next); // those of the rows to come
      i = next;
    }
    return sum;
  }

  @Override
  public double at(int row, double z) {
    int i = row - firstOfY;
    double weight = weights == null ? 1 : weights[i];
    if (weight == 0) {
      return 0; // left out, also where the loss is infinite
    }
    double slope = loss.derivative(z, y[i]);
    if (withLoss) {
      sum += weight * loss.value(z, y[i]);
    }
    return weight * slope;
  }
}
