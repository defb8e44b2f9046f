package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.function.ToDoubleFunction;

/**
 * A number that says how well a model does on some rows: its name, which way is better, and a
 * function of {@link Scores}.
 *
 * <p>Those for classes take targets 0/1 or −1/+1, where 1 is the positive class, or, of a model
 * with several outputs, the numbers of its classes. Those for numbers compare targets with
 * predictions. Where rows have {@linkplain Dataset#withWeights weights}, of any size, each counts
 * as often as that, and rows of weight 0 are left out. All are computed from scores that one pass
 * over the rows gives.
 *
 * <p>A net input that is no number is refused by {@link Scores}, which says of which row. One of ±∞
 * is above or below all others: it has a class and a place in the order; an error or a loss of ∞
 * makes their mean ∞, and R² −∞. Errors of any size are averaged without overflow on the way; a
 * mean square beyond the doubles is ∞.
 *
 * <p>{@link #of(String, boolean, ToDoubleFunction)} makes one of your own.
 *
 * <p>Article: section 5, fixing the hyperparameters. Symbols: y target, ŷ prediction, z net input,
 * n number of rows.
 */
public interface Metric {
  /**
   * Returns what it is called in histories, logs, tables and pictures.
   *
   * @return the name
   */
  String name();

  /**
   * Tells which way is better.
   *
   * @return true for accuracies, false for losses
   */
  boolean largerIsBetter();

  /**
   * Measures scores.
   *
   * @param scores what a model says of rows, and what is true
   * @return the number
   * @throws IllegalArgumentException if the targets or predictions are not such as it takes
   * @throws IllegalStateException if the model tells no classes apart, or more than two where the
   *     metric is of two
   */
  double of(Scores scores);

  /**
   * Measures a model.
   *
   * @param model the model
   * @param data the rows, prepared as the model wants them
   * @return the number
   * @throws IllegalArgumentException if the targets or predictions are not such as it takes
   */
  default double of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Checks, before a training that measures it, that models of an output can be measured on rows.
   *
   * @param output the output of the models
   * @param data the rows
   * @throws IllegalArgumentException as {@link #of(Scores)}, as far as it shows beforehand
   * @throws IllegalStateException as {@link #of(Scores)}, as far as it shows beforehand
   */
  default void check(Output output, Dataset data) {}

  /**
   * Tells which of two values is the better.
   *
   * @param value a value of this metric
   * @param other another
   * @return true if {@code value} is truly better; false if they are equal or one is NaN
   */
  default boolean isBetter(double value, double other) {
    return largerIsBetter() ? value > other : value < other;
  }

  /**
   * Returns a metric of your own.
   *
   * @param name what it is called; not blank
   * @param largerIsBetter true for accuracies, false for losses
   * @param function the number; may be called by several threads at once
   * @return the metric
   * @throws IllegalArgumentException if the name is blank
   */
  static Metric of(String name, boolean largerIsBetter, ToDoubleFunction<Scores> function) {
    return new NamedMetric(
        name, largerIsBetter, new Measures.OfScores(Checks.notNull("function", function)));
  }

  /**
   * The share of the rows whose class was found.
   *
   * @return the metric, from 0 to 1; larger is better
   */
  static Metric accuracy() {
    return new NamedMetric("accuracy", true, new Measures.OfClasses(ConfusionMatrix::accuracy));
  }

  /**
   * The share of the rows taken for class 1 that are of class 1; 0 where no row was taken for it.
   *
   * @return the metric, from 0 to 1, of two classes; larger is better
   */
  static Metric precision() {
    return new NamedMetric(
        "precision", true, new Measures.OfTwoClasses(ConfusionMatrix::precision));
  }

  /**
   * The share of the rows of class 1 that were taken for class 1; 0 where there is none.
   *
   * @return the metric, from 0 to 1, of two classes; larger is better
   */
  static Metric recall() {
    return new NamedMetric("recall", true, new Measures.OfTwoClasses(ConfusionMatrix::recall));
  }

  /**
   * The harmonic mean of precision and recall, for classes of unequal size.
   *
   * @return the metric, from 0 to 1, of two classes; larger is better
   */
  static Metric f1() {
    return new NamedMetric("F1", true, new Measures.OfTwoClasses(ConfusionMatrix::f1));
  }

  /**
   * A mean of precision and recall in which recall counts β times as much, as {@link
   * ConfusionMatrix#fBeta(double)}.
   *
   * @param beta β; finite and {@code > 0}
   * @return the metric, from 0 to 1, of two classes; larger is better
   * @throws IllegalArgumentException if {@code beta} is outside
   */
  static Metric fBeta(double beta) {
    Checks.positive("beta", beta);
    return new NamedMetric(
        "F(β = " + beta + ")", true, new Measures.OfTwoClasses(new Measures.FBeta(beta)));
  }

  /**
   * The mean recall of the classes, as {@link ConfusionMatrix#balancedAccuracy()}, for classes of
   * unequal size.
   *
   * @return the metric, from 0 to 1; larger is better
   */
  static Metric balancedAccuracy() {
    return new NamedMetric(
        "balanced accuracy", true, new Measures.OfClasses(ConfusionMatrix::balancedAccuracy));
  }

  /**
   * The correlation of the classes found with the true ones, as {@link
   * ConfusionMatrix#matthewsCorrelation()}.
   *
   * @return the metric, from −1 to 1; larger is better
   */
  static Metric matthewsCorrelation() {
    return new NamedMetric(
        "Matthews correlation", true, new Measures.OfClasses(ConfusionMatrix::matthewsCorrelation));
  }

  /**
   * The area under the ROC curve: how likely a row of class 1 has a larger net input than a row of
   * class 0, where ties count half.
   *
   * <pre>{@code
   * AUC = (pairs with z₁ > z₀ + ½·pairs with z₁ = z₀) / (n₁·n₀)        one row of each class a pair
   * }</pre>
   *
   * <p>Source: J. Hanley, B. McNeil, The meaning and use of the area under a ROC curve, Radiology
   * 143 (1982), doi:10.1148/radiology.143.1.7063747.
   *
   * @return the metric, from 0 to 1, of two classes, at least one row of each; ½ is chance; larger
   *     is better
   */
  static Metric rocAuc() {
    return new NamedMetric("ROC AUC", true, new Measures.OfRanks());
  }

  /**
   * The mean cross-entropy: punishes confident mistakes, and tells models apart that are right
   * equally often.
   *
   * <pre>{@code
   * 1/n · Σ (−y·ln ŷ − (1−y)·ln(1−ŷ))
   * }</pre>
   *
   * <p>With a sigmoid it is computed from the net input and finite, even where ŷ rounds to 0 or 1.
   *
   * @return the metric, of models whose predictions are probabilities; smaller is better
   */
  static Metric logLoss() {
    return new NamedMetric("log loss", false, new Measures.OfLoss(Loss.crossEntropy()));
  }

  /**
   * The mean of any loss.
   *
   * <pre>{@code
   * 1/n · Σ L(ŷ, y)
   * }</pre>
   *
   * @param loss L, which must fit the model's output and the targets
   * @return the metric; smaller is better
   */
  static Metric meanLoss(Loss loss) {
    Checks.notNull("loss", loss);
    return new NamedMetric("mean " + loss, false, new Measures.OfLoss(loss));
  }

  /**
   * The mean squared error, without ½.
   *
   * <pre>{@code
   * 1/n · Σ (ŷ − y)²
   * }</pre>
   *
   * @return the metric, in squared units of the target; smaller is better
   */
  static Metric meanSquaredError() {
    return of("mean squared error", false, Means::squaredError);
  }

  /**
   * The root of the mean squared error.
   *
   * @return the metric, in units of the target; smaller is better
   */
  static Metric rootMeanSquaredError() {
    return of("root mean squared error", false, Means::rootOfSquaredError);
  }

  /**
   * The mean absolute error.
   *
   * <pre>{@code
   * 1/n · Σ |ŷ − y|
   * }</pre>
   *
   * @return the metric, in units of the target; smaller is better
   */
  static Metric meanAbsoluteError() {
    return of("mean absolute error", false, Means::absoluteError);
  }

  /**
   * The coefficient of determination: how much of the targets' variance is explained.
   *
   * <pre>{@code
   * R² = 1 − Σ (ŷ − y)² / Σ (y − ȳ)²
   * }</pre>
   *
   * @return the metric, at most 1, of rows whose targets are not all the same; 0 is what predicting
   *     the mean gets, and worse is negative; larger is better
   */
  static Metric r2() {
    return new NamedMetric("R²", true, new Measures.OfVariance());
  }
}
