package io.github.gradusml.training;

import io.github.gradusml.core.LossGradient;
import io.github.gradusml.core.RowBlock;
import io.github.gradusml.internal.DenseKernels;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The mean loss over a batch of rows, and its gradient.
 *
 * <p>Rows in a shuffled order lie far apart in memory. They are fetched some hundred kilobytes at a
 * time into a buffer, which costs half of reading them one by one; rows that already lie one behind
 * the other are read where they are.
 */
final class BatchGradient {
  private static final int MOST_ROWS = 128;
  private static final int MOST_VALUES = 1 << 16;

  private final LossGradient loss;
  private final RowBlock data;
  private final int[] order;
  private final RowBlock buffer;

  /** Rows order[loadedFrom…loadedTo) are at hand, as rows i + shift of the block {@code loaded}. */
  private RowBlock loaded;

  private int loadedTo;
  private int shift;

  BatchGradient(LossGradient loss, RowBlock data) {
    this.loss = loss;
    this.data = data;
    this.order = new int[data.rows()];
    int d = data.columns();
    int rows = Math.min(data.rows(), Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / d)));
    double[] weights = data.weights() == null ? null : new double[rows];
    this.buffer = new RowBlock(new double[rows * d], d, rows, new double[rows], weights);
  }

  /** Begins an epoch. */
  void arrange(UpdateStrategy strategy, RandomGenerator random) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    strategy.arrange(order, random);
    for (int row : order) {
      if (row < 0 || row >= order.length) {
        throw new IllegalArgumentException(
            "order must hold row numbers from 0 to "
                + (order.length - 1)
                + ", but "
                + strategy
                + " put "
                + row
                + " there");
      }
    }
    loadedTo = 0;
  }

  /**
   * Sets {@code gradient} to the gradient of the mean loss over rows from … to−1 of the epoch.
   *
   * @return the mean loss, or NaN unless it was asked for
   */
  double gradient(int from, int to, double[] theta, double[] gradient, boolean withLoss) {
    Arrays.fill(gradient, 0);
    double sum = withLoss ? 0 : Double.NaN;
    for (int i = from, end; i < to; i = end) {
      if (i >= loadedTo) {
        load(i);
      }
      end = Math.min(to, loadedTo);
      if (withLoss) {
        sum += loss.addLossAndGradient(loaded, i + shift, end + shift, theta, gradient);
      } else {
        loss.addGradient(loaded, i + shift, end + shift, theta, gradient);
      }
    }
    int m = to - from;
    if (m > 1) {
      DenseKernels.scale(1.0 / m, gradient, 0, gradient.length);
    }
    return sum / m;
  }

  private void load(int from) {
    int to = Math.min(from + buffer.rows(), order.length);
    loadedTo = to;
    if (order[to - 1] - order[from] == to - 1 - from && isAscending(from, to)) {
      loaded = data;
      shift = order[from] - from;
      return;
    }
    DenseKernels.gather(data.x(), data.columns(), order, from, to, buffer.x());
    for (int i = from; i < to; i++) {
      buffer.y()[i - from] = data.y()[order[i]];
    }
    if (data.weights() != null) {
      for (int i = from; i < to; i++) {
        buffer.weights()[i - from] = data.weights()[order[i]];
      }
    }
    loaded = buffer;
    shift = -from;
  }

  private boolean isAscending(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (order[i] != order[i - 1] + 1) {
        return false;
      }
    }
    return true;
  }
}
