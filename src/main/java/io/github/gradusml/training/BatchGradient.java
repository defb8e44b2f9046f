package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.BatchParts;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.internal.Workers;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The mean loss over a batch of rows, and its gradient.
 *
 * <p>A large batch is cut into parts, whose sums are then added in order. How it is cut depends on
 * the rows and on the weights that each meets, and so the result has the same bits on any number of
 * threads.
 */
final class BatchGradient {
  /** With fewer, threads would cost more than they gain: see docs/performance.md. */
  private static final int PRODUCTS_WORTH_THREADS = 1 << 19;

  /** Sums of parts that are in memory together, as numbers: more would cost more than they gain. */
  private static final int NUMBERS_AT_ONCE = 1 << 22;

  /** However many parameters there are; and no fewer than threads. */
  private static final int LEAST_PARTS_AT_ONCE = 8;

  /** Two cache lines between the sums of two parts, or threads would wait for each other. */
  private static final int SPACE = 16;

  private final Supplier<LossGradient> loss;
  private final int products;
  private final int units;
  private final int parameters;
  private final int limit;
  private final Workers workers;

  /** Places for as many parts as are summed before they are added up and make room for others. */
  private final Part[] parts;

  /**
   * Makes one.
   *
   * @param loss makes a gradient over the rows, to be used by one thread at a time
   * @param model what is trained
   * @param data the rows
   * @param workers who compute the parts
   * @param threads how many they are
   */
  BatchGradient(
      Supplier<LossGradient> loss, Model<?> model, Dataset data, Workers workers, int threads) {
    this.loss = loss;
    this.products = weightsMet(model, data.inputs());
    this.units = model.layers(1).inputs();
    this.parameters = parameters(model.blocks());
    this.limit = data.rows();
    this.workers = workers;
    this.parts = new Part[data.inputs().isSparse() && threads == 1 ? 1 : partsAtOnce(threads)];
  }

  private int partsAtOnce(int threads) {
    int least = Math.max(LEAST_PARTS_AT_ONCE, threads);
    return Math.min(BatchParts.MOST_PARTS, Math.max(least, NUMBERS_AT_ONCE / parameters));
  }

  private static int parameters(List<ParameterBlock> blocks) {
    return blocks.get(blocks.size() - 1).to();
  }

  /** How many weights a row of these meets: what a row costs. */
  static int weightsMet(Model<?> model, Rows rows) {
    int units = model.layers(1).inputs();
    return BatchParts.weightsMet(
        weights(model), rows.columns() * units, rows.numbers() * units, rows.size());
  }

  /** How many weights a row meets in which no number is 0. */
  static int weights(Model<?> model) {
    int sum = 0;
    for (ParameterBlock block : model.blocks()) {
      sum += block.penalized() ? block.to() - block.from() : 0;
    }
    return Math.max(1, sum);
  }

  /** Notes that the order has changed: a new epoch begins. */
  void reset() {
    for (Part part : parts) {
      if (part != null) {
        part.loss.reset();
      }
    }
  }

  /**
   * Sets {@code gradient} to the gradient of the mean loss over rows from … to−1 of the epoch.
   *
   * @return the mean loss, or NaN unless it was asked for
   */
  double gradient(int from, int to, double[] theta, double[] gradient, boolean withLoss) {
    int m = to - from;
    int each = BatchParts.rowsInAPart(m, products, parameters, units);
    double sum =
        each >= m
            ? part(0).loss.gradient(from, to, limit, theta, gradient, withLoss)
            : addParts(from, to, each, theta, gradient, withLoss);
    if (m > 1) {
      Vectors.scale(1.0 / m, gradient, 0, gradient.length);
    }
    return sum / m;
  }

  /** In order, so that it makes no difference to a bit how many are at hand together. */
  private double addParts(
      int from, int to, int each, double[] theta, double[] gradient, boolean withLoss) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    int end;
    for (int start = from; start < to; start = end) {
      end = (int) Math.min(to, start + (long) each * parts.length);
      int count = sumParts(start, end, each, theta, withLoss);
      for (int k = 0; k < count; k++) {
        sum += parts[k].sum;
        Vectors.addScaled(1, parts[k].gradient, 0, gradient, 0, gradient.length);
      }
    }
    return sum;
  }

  /** Sums each part of some rows; returns how many parts they are. */
  private int sumParts(int from, int to, int each, double[] theta, boolean withLoss) {
    int count = (to - from - 1) / each + 1;
    for (int k = 0; k < count; k++) {
      part(k).makeRoom(theta.length);
    }
    IntConsumer task =
        k -> {
          int start = from + k * each;
          int end = Math.min(to, start + each);
          Part part = parts[k];
          part.sum = part.loss.gradient(start, end, end, theta, part.gradient, withLoss);
        };
    if ((long) (to - from) * products < PRODUCTS_WORTH_THREADS) {
      for (int k = 0; k < count; k++) {
        task.accept(k);
      }
    } else {
      workers.run(count, task);
    }
    return count;
  }

  private Part part(int k) {
    if (parts[k] == null) {
      parts[k] = new Part(loss.get());
    }
    return parts[k];
  }

  /** What is summed at one go, by one thread. */
  private static final class Part {
    private final LossGradient loss;
    private double[] gradient;
    private double[] space; // next to the gradient in memory, and never used
    private double sum;

    Part(LossGradient loss) {
      this.loss = loss;
    }

    void makeRoom(int parameters) {
      if (gradient == null || gradient.length != parameters) {
        gradient = new double[parameters];
        space = new double[SPACE];
      }
    }
  }
}
