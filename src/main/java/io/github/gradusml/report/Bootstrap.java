package io.github.gradusml.report;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.rows.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How far a metric is from what it would be on very many rows like these: rows are drawn with
 * repetition, as many as there are, and the metric is measured on them, again and again.
 *
 * <pre>{@code
 * standard error = √(1/(B−1) · Σ (mᵦ − m̄)²)        B = 1000 resamples
 * }</pre>
 *
 * <p>Of a share p of n rows it is about √(p·(1−p)/n), and of any mean of n numbers with the
 * deviation s about s/√n; the resamples add an error of 1/√(2·B), 2 percent of it. It needs no
 * formula for each metric, and so holds for one's own as well. The same rows have the same error
 * every time.
 *
 * <p>Of very many rows m are drawn and the error is made smaller by √(m/n): drawing a million rows
 * 1000 times would say the same. A resample in which a metric has no value, as of one class, is
 * left out; where more than half are, there is no standard error, nor is there of one row.
 *
 * <p>Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 6; of fewer
 * rows: P. Bickel, F. Götze, W. van Zwet, Resampling fewer than n observations, Statistica Sinica 7
 * (1997).
 */
final class Bootstrap {
  static final int RESAMPLES = 1000;
  private static final int MOST_ROWS = 5000;
  private static final int FEWEST_ROWS = 200;
  private static final int MOST_NET_INPUTS = 20_000;
  private static final int SEED = 1993;

  private final Output output;
  private final Scores scores;

  /** The numbers of the rows that count. */
  private final int[] counted;

  private Bootstrap(Output output, Scores scores) {
    this.output = output;
    this.scores = scores;
    this.counted =
        IntStream.range(0, scores.rows()).filter(row -> scores.weight(row) > 0).toArray();
  }

  /** What is measured on a resample, always as many numbers; NaN where there is none. */
  interface Measure {
    double[] of(Scores scores);
  }

  /** A standard error a metric; NaN where there is none. */
  static double[] standardErrors(List<Metric> metrics, Output output, Scores scores) {
    return standardErrors(
        metrics.size(),
        resample -> metrics.stream().mapToDouble(metric -> value(metric, resample)).toArray(),
        output,
        scores);
  }

  /** A standard error for each of so many numbers. */
  static double[] standardErrors(int count, Measure measure, Output output, Scores scores) {
    return new Bootstrap(output, scores).errors(count, measure);
  }

  private double[] errors(int count, Measure measure) {
    int n = counted.length;
    int few = Math.max(FEWEST_ROWS, MOST_NET_INPUTS / scores.outputs());
    int m = Math.min(n, Math.min(MOST_ROWS, few));
    double[][] values = new double[count][RESAMPLES];
    RandomGenerator random = Randomness.of(SEED);
    for (int b = 0; b < RESAMPLES; b++) {
      double[] some = measure.of(resample(m, random));
      for (int k = 0; k < count; k++) {
        values[k][b] = some[k];
      }
    }
    double[] errors = new double[count];
    for (int k = 0; k < count; k++) {
      errors[k] = n == 1 ? Double.NaN : deviation(values[k]) * Math.sqrt((double) m / n);
    }
    return errors;
  }

  private Scores resample(int m, RandomGenerator random) {
    int outputs = scores.outputs();
    double[] z = new double[m * outputs];
    double[] y = new double[m];
    double[] weights = new double[m];
    boolean isWeighted = false;
    for (int i = 0; i < m; i++) {
      int row = counted[random.nextInt(counted.length)];
      for (int u = 0; u < outputs; u++) {
        z[i * outputs + u] = scores.netInput(row, u);
      }
      y[i] = scores.target(row);
      weights[i] = scores.weight(row);
      isWeighted |= weights[i] != 1;
    }
    Dataset rows = Dataset.of(Rows.dense(m, 1, row -> new double[1]), y); // metrics see no features
    return Scores.ofNetInputs(output, z, isWeighted ? rows.withWeights(weights) : rows);
  }

  /** The value, or NaN where there is none on these rows. */
  static double value(Metric metric, Scores scores) {
    try {
      return metric.of(scores);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Double.NaN;
    }
  }

  private static double deviation(double[] values) {
    double[] some =
        IntStream.range(0, values.length)
            .mapToDouble(b -> values[b])
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (2 * some.length < values.length) {
      return Double.NaN;
    }
    double first = some[0];
    double mean = 0; // of the distances from the first, so that equal numbers have the deviation 0
    for (double value : some) {
      mean += (value - first) / some.length;
    }
    double sum = 0;
    for (double value : some) {
      sum += (value - first - mean) * (value - first - mean);
    }
    double deviation = Math.sqrt(sum / (some.length - 1));
    return Double.isFinite(deviation) ? deviation : Double.NaN;
  }
}
