package io.github.gradusml.tuning;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Metric;
import io.github.gradusml.data.Metrics;
import io.github.gradusml.internal.Checks;

/**
 * A metric by which models are chosen: its name, and which way is better.
 *
 * <p>Article: section 5, fixing the hyperparameters.
 *
 * @param name what it is called in logs, tables and pictures
 * @param metric the number, for instance {@code Metrics::accuracy}; may be used by several threads
 *     at once
 * @param largerIsBetter true for accuracies, false for losses
 */
public record Score(String name, Metric metric, boolean largerIsBetter) {
  /**
   * Checks that the score has a name.
   *
   * @param name what it is called
   * @param metric the number
   * @param largerIsBetter true for accuracies, false for losses
   */
  public Score {
    if (Checks.notNull("name", name).isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    Checks.notNull("metric", metric);
  }

  /**
   * Returns a score of your own.
   *
   * @param name what it is called in logs, tables and pictures
   * @param metric the number
   * @param largerIsBetter true for accuracies, false for losses
   * @return the score
   */
  public static Score of(String name, Metric metric, boolean largerIsBetter) {
    return new Score(name, metric, largerIsBetter);
  }

  /**
   * The mean cross-entropy: punishes confident mistakes, and tells models apart that are right
   * equally often.
   *
   * @return the score; smaller is better
   * @see Metrics#logLoss
   */
  public static Score logLoss() {
    return of("log loss", Metrics::logLoss, false);
  }

  /**
   * The share of rows whose class was found.
   *
   * @return the score; larger is better
   * @see Metrics#accuracy
   */
  public static Score accuracy() {
    return of("accuracy", Metrics::accuracy, true);
  }

  /**
   * The harmonic mean of precision and recall, for classes of unequal size.
   *
   * @return the score; larger is better
   * @see Metrics#f1
   */
  public static Score f1() {
    return of("F1", Metrics::f1, true);
  }

  /**
   * The area under the ROC curve: how well rows are ranked.
   *
   * @return the score; larger is better
   * @see Metrics#rocAuc
   */
  public static Score rocAuc() {
    return of("ROC AUC", Metrics::rocAuc, true);
  }

  /**
   * The mean squared error, without ½.
   *
   * @return the score; smaller is better
   * @see Metrics#meanSquaredError
   */
  public static Score meanSquaredError() {
    return of("mean squared error", Metrics::meanSquaredError, false);
  }

  /**
   * The root of the mean squared error, in units of the target.
   *
   * @return the score; smaller is better
   * @see Metrics#rootMeanSquaredError
   */
  public static Score rootMeanSquaredError() {
    return of("root mean squared error", Metrics::rootMeanSquaredError, false);
  }

  /**
   * The mean absolute error, in units of the target.
   *
   * @return the score; smaller is better
   * @see Metrics#meanAbsoluteError
   */
  public static Score meanAbsoluteError() {
    return of("mean absolute error", Metrics::meanAbsoluteError, false);
  }

  /**
   * The share of the targets' variance that is explained; needs two rows with different targets a
   * fold.
   *
   * @return the score; larger is better
   * @see Metrics#r2
   */
  public static Score r2() {
    return of("R²", Metrics::r2, true);
  }

  /**
   * The mean of any loss.
   *
   * @param loss the loss
   * @return the score; smaller is better
   * @see Metrics#meanLoss
   */
  public static Score meanLoss(Loss loss) {
    Checks.notNull("loss", loss);
    return of("mean " + loss, (model, data) -> Metrics.meanLoss(loss, model, data), false);
  }

  /**
   * Scores a model.
   *
   * @param model the model
   * @param data the rows, prepared as the model wants them
   * @return the number; finite
   * @throws IllegalArgumentException if the metric has no finite value here
   */
  public double measure(Model<?> model, Dataset data) {
    return Checks.finite(name, metric.of(model, data));
  }

  /**
   * Tells which of two values is the better.
   *
   * @param value a value of this score
   * @param other another
   * @return true if {@code value} is truly better; false if they are equal or one is NaN
   */
  public boolean isBetter(double value, double other) {
    return largerIsBetter ? value > other : value < other;
  }

  @Override
  public String toString() {
    return name;
  }
}
