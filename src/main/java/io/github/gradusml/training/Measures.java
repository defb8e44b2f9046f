package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.internal.Workers;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.stability.FeatureScales;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures: with the weights held still, after an epoch; and the losses as the epoch goes by. */
final class Measures {
  private static final int FEWEST_ROWS = 128;

  private final TrainerSettings settings;
  private final Model<?> model;
  private final BatchGradient allRows;
  private final Dataset data;
  private final double[] weights;
  private final Dataset measured;
  private final LossGradient validation;
  private final WeightPenalty penalty;

  /** Looked at when first asked for; not kept, since they are as long as a row. */
  private int[] sample;

  private double meanSquaredRow;
  private double runningLoss;
  private long runningRows;

  /**
   * @param model where training starts, with the output that it trains
   * @param data the rows to train on
   * @param validation rows to measure with; null for none
   */
  Measures(
      TrainerSettings settings,
      Model<?> model,
      Dataset data,
      Dataset validation,
      double[] weights,
      WeightPenalty penalty,
      Workers workers) {
    this.settings = settings;
    this.model = model;
    this.allRows =
        new BatchGradient(
            () -> lossOver(data, weights, null), model, data, workers, settings.threads);
    this.data = data;
    this.weights = weights;
    this.measured = validation == null ? data : validation;
    this.validation =
        validation == null
            ? null
            : lossOver(validation, OrderedRows.relativeWeights(validation), null);
    this.penalty = penalty;
  }

  /** The sum of the losses that were seen on the way. */
  double runningLoss() {
    return runningLoss;
  }

  /** Sets that sum, after so many rows more. */
  void wentOn(int rows, double summedLoss) {
    runningLoss = summedLoss;
    runningRows += rows;
  }

  /** Forgets the losses of an epoch. */
  void reset() {
    runningLoss = 0;
    runningRows = 0;
  }

  private LossGradient lossOver(Dataset some, double[] weights, int[] order) {
    return new LossGradient(
        model, settings.loss, new OrderedRows(some, weights, order, some.rows()));
  }

  private static double mean(LossGradient loss, int rows, double[] theta) {
    return loss.loss(0, rows, theta) / rows;
  }

  /** How good weights 0 and the first weights are, by all rows of the training. */
  Start start() {
    return startBy(lossOver(data, weights, null), data.rows());
  }

  private Start startBy(LossGradient loss, int rows) {
    double[] theta = model.parameters();
    double atStart = mean(loss, rows, theta);
    boolean isZero = Arrays.stream(theta).allMatch(weight -> weight == 0);
    double atZero = isZero ? atStart : mean(loss, rows, new double[theta.length]);
    return new Start(atZero, atStart + penalty.value(theta), meanSquaredRow());
  }

  /** What training began with and what it has come to, by some of its rows. */
  record Glance(Start start, double objective) {}

  /** Glances at the weights: costs next to nothing, and tells orders of magnitude. */
  Glance glance(double[] theta) {
    int[] some = few();
    LossGradient loss = lossOver(data, weights, some);
    double objective = mean(loss, some.length, theta) + penalty.value(theta);
    return new Glance(startBy(loss, some.length), objective);
  }

  /**
   * Some rows of the training, to see orders of magnitude by: fewer where a row meets many weights,
   * so that to look at them costs next to nothing. Weights of some need not be 1 on average, and so
   * all rows are taken where they have weights.
   */
  private int[] few() {
    lookAtScales();
    int all = sample.length;
    int affordable = (int) ((long) all * data.features() / BatchGradient.weights(model));
    int size = data.isWeighted() ? all : Math.min(all, Math.max(FEWEST_ROWS, affordable));
    return Arrays.stream(EvenlySpaced.indices(all, size)).map(k -> sample[k]).toArray();
  }

  private double meanSquaredRow() {
    lookAtScales();
    return meanSquaredRow;
  }

  private void lookAtScales() {
    if (sample == null) {
      FeatureScales scales = FeatureScales.of(data);
      sample = scales.sample();
      meanSquaredRow = scales.meanSquaredRow();
    }
  }

  /** Whether there are rows to measure with that are not trained on. */
  boolean areValidated() {
    return validation != null;
  }

  /** Tells the rows that a rule watches from others. */
  long rowsOf(EarlyStopping rule) {
    return rowsOf(rule, data, measured);
  }

  static long rowsOf(EarlyStopping rule, Dataset data, Dataset measured) {
    Dataset watched = rule != null && rule.onValidation() ? measured : data;
    long hash = watched.features();
    for (int i = 0; rule != null && i < watched.rows(); i++) {
      hash = 31 * hash + Double.hashCode(watched.target(i));
      Rows x = watched.inputs(); // of a sparse row one number is hardly ever another than 0
      double one = x.isSparse() ? x.squaredLength(i) : x.value(i, i % watched.features());
      hash = 31 * hash + Double.hashCode(one);
    }
    return hash;
  }

  /** Measures at the end of an epoch. */
  EpochRecord epoch(int epoch, long updates, double eta, double[] theta, double seconds) {
    double[] gradient = new double[theta.length];
    double dataLoss = allRows.gradient(0, data.rows(), theta, gradient, true);
    penalty.addGradient(theta, gradient);
    double penaltyOfWeights = penalty.value(theta);
    return new EpochRecord(
        epoch,
        updates,
        dataLoss,
        penaltyOfWeights,
        runningLoss / runningRows,
        eta,
        penalty.stepLength(theta, gradient),
        validation == null ? Double.NaN : mean(validation, measured.rows(), theta),
        metrics(theta, Double.isFinite(dataLoss + penaltyOfWeights)),
        seconds);
  }

  /** All metrics, from one pass over the rows; NaN where weights have exploded. */
  private Map<String, Double> metrics(double[] theta, boolean isFinite) {
    if (settings.metrics.isEmpty()) {
      return Map.of();
    }
    Scores scores = isFinite ? Scores.of(model.withParameters(theta), measured) : null;
    Map<String, Double> values = new LinkedHashMap<>();
    for (Metric metric : settings.metrics) {
      values.put(metric.name(), isFinite ? metric.of(scores) : Double.NaN);
    }
    return Collections.unmodifiableMap(values);
  }
}
