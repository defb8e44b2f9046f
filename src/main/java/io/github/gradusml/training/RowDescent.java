package io.github.gradusml.training;

import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.core.RowBlock;
import io.github.gradusml.internal.DenseKernels;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;

/**
 * Plain gradient descent on a perceptron, one row an update, without writing the gradient down.
 *
 * <pre>{@code
 * δ = s·∂L(φ(w·x + b), y)/∂z        w ← w − η·(δ·x + α·w)        b ← b − η·δ
 * }</pre>
 *
 * <p>The bits are those of the loop in {@link Trainer}, in less time; but for the sign of a weight
 * that begins as −0.
 */
final class RowDescent {
  private final ComposedLoss loss;
  private final double alpha;
  private final OrderedRows rows;
  private final double[] x;
  private final int end;

  private RowDescent(ComposedLoss loss, double alpha, RowBlock data, int[] order) {
    this.loss = loss;
    this.alpha = alpha;
    this.rows = new OrderedRows(data, order);
    this.end = order.length;
    this.x = new double[data.columns()];
  }

  /** For perceptrons, plain descent, no penalty or L2, and no look at each gradient; else null. */
  static RowDescent of(TrainerSettings settings, Model<?> model, RowBlock data, int[] order) {
    Regularizer penalty = settings.regularizerOf(Perceptron.WEIGHTS);
    boolean fits =
        model instanceof Perceptron
            && settings.updates.batchSize(order.length) == 1
            && settings.optimizer.equals(Optimizer.gradientDescent())
            && (penalty.equals(Regularizer.none()) || isL2(penalty))
            && settings.historyDetail != HistoryDetail.UPDATE;
    return fits
        ? new RowDescent(
            settings.loss.compose(((Perceptron) model).activation()),
            penalty.curvature(),
            data,
            order)
        : null;
  }

  private static boolean isL2(Regularizer penalty) {
    double alpha = penalty.curvature();
    return alpha >= 0 && alpha < Double.POSITIVE_INFINITY && penalty.equals(Regularizer.l2(alpha));
  }

  /** Notes that the order has changed: a new epoch begins. */
  void reset() {
    rows.reset();
  }

  /**
   * Makes the update of row i of the epoch.
   *
   * @return the loss before, or NaN unless it was asked for
   */
  double step(int i, double[] theta, double eta, boolean withLoss) {
    rows.fetch(i, end);
    RowBlock block = rows.block();
    int row = i + rows.shift();
    int d = block.columns();
    double y = block.y()[row];
    double z = DenseKernels.dot(block.x(), row * d, theta, 0, d) + theta[d];
    double slope = loss.derivative(z, y);
    double value = withLoss ? loss.value(z, y) : Double.NaN;
    if (block.weights() != null) {
      slope *= block.weights()[row];
      value *= block.weights()[row];
    }
    System.arraycopy(block.x(), row * d, x, 0, d); // costs less than it saves
    DenseKernels.descend(theta, d, eta, slope, x, alpha);
    theta[d] -= eta * slope;
    return value;
  }
}
