package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.RowBlock;
import io.github.gradusml.internal.Workers;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** The batches of a training: arranged anew for every epoch, with the gradient of each. */
final class Batches {
  private final TrainerSettings settings;
  private final int[] order;
  private final BatchGradient gradient;
  private final RowDescent rowDescent;

  Batches(TrainerSettings settings, Model<?> model, RowBlock data, Workers workers) {
    this.settings = settings;
    this.order = new int[data.rows()];
    this.gradient =
        new BatchGradient(() -> model.lossGradient(settings.loss), data, order, workers);
    this.rowDescent = RowDescent.of(settings, model, data, order);
  }

  /** Puts the rows into the order of an epoch; a strategy may be somebody's own. */
  void arrange(int epoch) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    settings.updates.arrange(order, random(epoch));
    for (int row : order) {
      if (row < 0 || row >= order.length) {
        throw new IllegalArgumentException(
            "order must hold row numbers from 0 to "
                + (order.length - 1)
                + ", but "
                + settings.updates
                + " put "
                + row
                + " there");
      }
    }
    gradient.reset();
    if (areSingleRows()) {
      rowDescent.reset();
    }
  }

  /** A generator of its own for every epoch, so that training can be resumed at any. */
  private RandomGenerator random(int epoch) {
    long seed = settings.seed;
    return new Well19937c(new int[] {(int) (seed >>> 32), (int) seed, epoch});
  }

  /** See {@link BatchGradient#gradient}. */
  double gradient(int from, int to, double[] theta, double[] result, boolean withLoss) {
    return gradient.gradient(from, to, theta, result, withLoss);
  }

  /** Whether updates are such as {@link #descend} makes. */
  boolean areSingleRows() {
    return rowDescent != null;
  }

  /** See {@link RowDescent#step}. */
  double descend(int row, double[] theta, double eta, boolean withLoss) {
    return rowDescent.step(row, theta, eta, withLoss);
  }
}
