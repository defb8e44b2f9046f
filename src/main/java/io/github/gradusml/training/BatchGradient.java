package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.internal.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The mean loss over a batch of rows, and its gradient.
 *
 * <p>A large batch is cut into parts, whose sums are then added in order. How it is cut depends on
 * the rows and columns alone, and so the result has the same bits on any number of threads.
 */
final class BatchGradient {
  private static final int NUMBERS_IN_A_PART = 1 << 17;

  /** With fewer, threads would cost more than they gain: see docs/performance.md. */
  private static final int NUMBERS_WORTH_THREADS = 1 << 19;

  private static final int MOST_PARTS = 64;

  /** With fewer numbers for each parameter, the sums of a part would cost more than they save. */
  private static final int NUMBERS_FOR_A_PARAMETER = 4;

  /** Two cache lines between the sums of two parts, or threads would wait for each other. */
  private static final int SPACE = 16;

  private final Supplier<LossGradient> loss;
  private final int columns;
  private final int limit;
  private final Workers workers;
  private final Part[] parts = new Part[MOST_PARTS];

  /**
   * Makes one.
   *
   * @param loss makes a gradient over the rows, to be used by one thread at a time
   * @param data the rows
   * @param workers who compute the parts
   */
  BatchGradient(Supplier<LossGradient> loss, Dataset data, Workers workers) {
    this.loss = loss;
    this.columns = data.features();
    this.limit = data.rows();
    this.workers = workers;
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
    Arrays.fill(gradient, 0);
    int each = rowsInAPart(m, theta.length);
    double sum =
        each >= m
            ? part(0).loss.add(from, to, limit, theta, gradient, withLoss)
            : addParts(from, to, each, theta, gradient, withLoss);
    if (m > 1) {
      Vectors.scale(1.0 / m, gradient, 0, gradient.length);
    }
    return sum / m;
  }

  private int rowsInAPart(int rows, int parameters) {
    long numbers = Math.max(NUMBERS_IN_A_PART, (long) NUMBERS_FOR_A_PARAMETER * parameters);
    return (int) Math.max((rows - 1) / MOST_PARTS + 1, Math.min(rows, numbers / columns));
  }

  private double addParts(
      int from, int to, int each, double[] theta, double[] gradient, boolean withLoss) {
    int count = (to - from - 1) / each + 1;
    for (int k = 0; k < count; k++) {
      part(k).clear(gradient.length);
    }
    IntConsumer task =
        k -> {
          int start = from + k * each;
          int end = Math.min(to, start + each);
          Part part = parts[k];
          part.sum = part.loss.add(start, end, end, theta, part.gradient, withLoss);
        };
    if ((long) (to - from) * columns < NUMBERS_WORTH_THREADS) {
      for (int k = 0; k < count; k++) {
        task.accept(k);
      }
    } else {
      workers.run(count, task);
    }
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += parts[k].sum;
      Vectors.addScaled(1, parts[k].gradient, 0, gradient, 0, gradient.length);
    }
    return sum;
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

    void clear(int parameters) {
      if (gradient == null) {
        gradient = new double[parameters];
        space = new double[SPACE];
      } else {
        Arrays.fill(gradient, 0);
      }
    }
  }
}
