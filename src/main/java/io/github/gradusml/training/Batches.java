package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Workers;
import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.TouchedColumns;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The batches of a training, arranged anew for every epoch, one after the other. */
final class Batches {
  private final TrainerSettings settings;
  private final int rows;

  /** Null where rows are taken as they lie. */
  private final int[] order;

  private final int batchSize;
  private final int updatesPerEpoch;
  private final BatchGradient gradient;
  private final RowByRow rowByRow;

  /** Where rows are sparse; null where all parameters are at hand. */
  private final TouchedColumns columns;

  private final TouchedRows touched;

  private int epoch;

  /** Updates done of this epoch. */
  private int done;

  private int size;

  /**
   * @param model where training starts
   * @param weights how much each row counts; null where every row counts 1
   * @param areTouched whether an update has at hand what its rows touch, and no more
   */
  Batches(
      TrainerSettings settings,
      Model<?> model,
      Dataset data,
      double[] weights,
      Workers workers,
      boolean areTouched) {
    this.settings = settings;
    this.rows = data.rows();
    this.order = settings.updates.keepsOrder() ? null : new int[rows];
    this.batchSize = settings.updates.batchSize(rows);
    this.updatesPerEpoch = settings.updates.updatesPerEpoch(rows);
    this.done = updatesPerEpoch;
    this.columns = areTouched ? TouchedColumns.of(data.inputs()) : null;
    this.touched = areTouched ? new TouchedRows(data, weights, order, batchSize, columns) : null;
    Supplier<OrderedRows> inOrder = () -> new OrderedRows(data, weights, order, batchSize);
    this.gradient =
        new BatchGradient(
            () -> new LossGradient(model, settings.loss, areTouched ? touched : inOrder.get()),
            model,
            data,
            workers,
            settings.threads);
    this.rowByRow =
        RowByRow.fits(settings, model, data) ? RowByRow.of(settings, model, inOrder.get()) : null;
  }

  /** Puts the rows into the order of an epoch. */
  void begin(int epoch) {
    this.epoch = epoch;
    done = 0;
    if (order != null) {
      arrange();
    }
    gradient.reset();
    if (goRowByRow()) {
      rowByRow.reset();
    }
  }

  /** A strategy may be somebody's own. */
  private void arrange() {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    // A generator of its own for every epoch, so that training can be resumed at any.
    settings.updates.arrange(order, Randomness.of(settings.seed, epoch));
    if (!areRowNumbers()) {
      int row = Arrays.stream(order).filter(i -> i < 0 || i >= order.length).findFirst().orElse(0);
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

  /** Without a branch a row, so that the compiler uses vector instructions. */
  private boolean areRowNumbers() {
    int signs = 0;
    for (int row : order) {
      signs |= row | (order.length - 1 - row);
    }
    return signs >= 0;
  }

  /** How many updates the epoch still has. */
  int left() {
    return updatesPerEpoch - done;
  }

  /** Epochs done before the next update, with fractions. */
  double clock() {
    return clock(0);
  }

  private double clock(int updatesFromNow) {
    return epoch - 1 + (double) (done + updatesFromNow) / updatesPerEpoch;
  }

  /**
   * Turns to the next batch: takes at hand what its rows touch, and sets the gradient to that of
   * the mean loss over its rows.
   *
   * @return the mean loss, or NaN unless it was asked for
   */
  double next(Parameters parameters, boolean withLoss) {
    double loss = peek(parameters, withLoss);
    size = sizeOfNext();
    done++;
    if (touched != null && left() == 0) {
      columns.rest();
    }
    return loss;
  }

  /**
   * Looks at the next batch without turning to it, and else does as {@link #next}.
   *
   * @return the mean loss, or NaN unless it was asked for
   */
  double peek(Parameters parameters, boolean withLoss) {
    int from = done * batchSize;
    int to = from + sizeOfNext();
    if (touched != null) {
      touched.turnTo(from, to);
      parameters.turnTo(columns);
    }
    return gradient.gradient(from, to, parameters.theta(), parameters.gradient(), withLoss);
  }

  private int sizeOfNext() {
    return Math.min(batchSize, rows - done * batchSize);
  }

  /** How many rows the last batch had. */
  int size() {
    return size;
  }

  /** The rows of the last batch. */
  int[] rows() {
    int from = (done - 1) * batchSize;
    return order == null
        ? IntStream.range(from, from + size).toArray()
        : Arrays.copyOfRange(order, from, from + size);
  }

  /** Whether updates are such as {@link #descend} makes. */
  boolean goRowByRow() {
    return rowByRow != null;
  }

  /**
   * Makes the next updates, one row each, in one pass over each row.
   *
   * @param count how many, at most {@link #left()}
   * @param weights those of the model, modified
   * @param rate the rates
   * @param t updates made before
   * @param lossBefore a sum of losses to go on with; NaN to leave the losses out
   * @return the sum with the loss of each row before its update
   */
  double descend(int count, RestingWeights weights, Rates rate, long t, double lossBefore) {
    double[] eta = rowByRow.rates();
    eta[0] = rate.at(t, clock(0));
    if (rate.areConstant()) {
      Arrays.fill(eta, 1, count, eta[0]);
    } else {
      for (int k = 1; k < count; k++) {
        eta[k] = rate.at(t + k, clock(k));
      }
    }
    double loss = rowByRow.descend(done, done + count, weights, lossBefore);
    size = 1;
    done += count;
    return loss;
  }
}
