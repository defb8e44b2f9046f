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
   * The share of the rows taken for a class that are of it; 0 where no row was taken for it.
   *
   * <pre>{@code
   * P = TP / (TP + FP)
   * }</pre>
   *
   * @return the metric, from 0 to 1, of class 1 of two; {@link ClassMetric#ofClass}, {@link
   *     ClassMetric#macro} and {@link ClassMetric#weighted} make it one of several; larger is
   *     better
   */
  static ClassMetric precision() {
    return ofMatrix("precision", ConfusionMatrix::precision);
  }

  /**
   * The share of the rows of a class that were taken for it; 0 where there is none.
   *
   * <pre>{@code
   * R = TP / (TP + FN)
   * }</pre>
   *
   * @return the metric, from 0 to 1, of class 1 of two, or of several as {@link #precision()}; its
   *     macro mean is the balanced accuracy, and its weighted one the accuracy; larger is better
   */
  static ClassMetric recall() {
    return ofMatrix("recall", ConfusionMatrix::recall);
  }

  /**
   * The harmonic mean of precision and recall, for classes of unequal size.
   *
   * <pre>{@code
   * F1 = 2·P·R / (P + R)
   * }</pre>
   *
   * @return the metric, from 0 to 1, of class 1 of two, or of several as {@link #precision()};
   *     larger is better
   */
  static ClassMetric f1() {
    return ofMatrix("F1", ConfusionMatrix::f1);
  }

  /**
   * A mean of precision and recall in which recall counts β times as much, as {@link
   * ConfusionMatrix#fBeta(int, double)}.
   *
   * @param beta β; finite and {@code > 0}
   * @return the metric, from 0 to 1, of class 1 of two, or of several as {@link #precision()};
   *     larger is better
   * @throws IllegalArgumentException if {@code beta} is outside
   */
  static ClassMetric fBeta(double beta) {
    Checks.positive("beta", beta);
    return ofMatrix("F(β = " + beta + ")", new ClassMeasures.FBeta(beta));
  }

  private static ClassMetric ofMatrix(String name, ClassMeasures.OfMatrix function) {
    return new NamedClassMetric(name, new ClassMeasures.Counted(function));
  }

  /**
   * The mean recall of the classes, as {@link ConfusionMatrix#balancedAccuracy()}, for classes of
   * unequal size. The macro mean of {@link #recall()}.
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
   * Cohen's κ: how much more often the classes found are the true ones than by chance, as {@link
   * ConfusionMatrix#cohensKappa()}.
   *
   * @return the metric, from −1 to 1; larger is better
   */
  static Metric cohensKappa() {
    return new NamedMetric(
        "Cohen's kappa", true, new Measures.OfClasses(ConfusionMatrix::cohensKappa));
  }

  /**
   * The share of the rows whose class is among the k for which most speaks: those with the largest
   * net inputs, of equal ones those of lower numbers.
   *
   * @param k how many are looked at; from 1, which is the accuracy, to the number of classes − 1;
   *     beyond, it is 1 whatever a model does, and refused when it is asked
   * @return the metric, from 0 to 1; larger is better
   * @throws IllegalArgumentException if {@code k < 1}
   */
  static Metric topAccuracy(int k) {
    Checks.atLeast("k", k, 1);
    return new NamedMetric("top-" + k + " accuracy", true, new Measures.TopAccuracy(k));
  }

  /**
   * The area under the ROC curve: how likely a row of class 1 has a larger net input than a row of
   * class 0, where ties count half.
   *
   * <pre>{@code
   * AUC = (pairs with z₁ > z₀ + ½·pairs with z₁ = z₀) / (n₁·n₀)        one row of each class a pair
   * }</pre>
   *
   * <p>Of more than two classes it is the macro mean of each against the rest, ranked by {@link
   * Scores#score}: with a softmax that is the order of the probabilities. All classes must have
   * rows, since one without has no area; {@link ClassMetric#ofClass} asks for its own alone.
   *
   * <p>Source: J. Hanley, B. McNeil, The meaning and use of the area under a ROC curve, Radiology
   * 143 (1982), doi:10.1148/radiology.143.1.7063747; for several classes: T. Fawcett, An
   * introduction to ROC analysis, Pattern Recognition Letters 27 (2006), section 9,
   * doi:10.1016/j.patrec.2005.10.010.
   *
   * @return the metric, from 0 to 1, at least one row of each class; ½ is chance; larger is better
   */
  static ClassMetric rocAuc() {
    return new NamedClassMetric("ROC AUC", new ClassMeasures.Area());
  }

  /**
   * The mean precision over all thresholds, as {@link PrecisionRecallCurve#averagePrecision()}: for
   * a class that is rare.
   *
   * <pre>{@code
   * AP = Σ (Rₙ − Rₙ₋₁)·Pₙ
   * }</pre>
   *
   * @return the metric, from 0 to 1, of class 1 of two, or of several as {@link #precision()}, each
   *     of which must have rows; the share of the class is chance; larger is better
   */
  static ClassMetric averagePrecision() {
    return new NamedClassMetric("average precision", new ClassMeasures.AveragePrecision());
  }

  /**
   * The mean of −ln p of the true classes: punishes confident mistakes, and tells models apart that
   * are right equally often.
   *
   * <pre>{@code
   * one output        1/n · Σ (−y·ln ŷ − (1−y)·ln(1−ŷ))
   * k outputs         1/n · Σ −ln p_y
   * }</pre>
   *
   * <p>With a sigmoid or a softmax it is computed from the net inputs and finite, even where ŷ
   * rounds to 0 or 1. With one output, targets between 0 and 1 are shares of class 1. Of one versus
   * the rest, p is ŷ divided by the sum over the classes; the mean of what it is trained on, k
   * losses a row, is {@link #meanLoss}.
   *
   * @return the metric, of models whose predictions are probabilities; smaller is better
   */
  static Metric logLoss() {
    return new NamedMetric("log loss", false, new Measures.LogLoss());
  }

  /**
   * The mean squared distance of the probabilities from what is true: small only where they are
   * right on average and far from chance.
   *
   * <pre>{@code
   * one output        1/n · Σ (p₁ − y)²                 y = 0 or 1
   * k outputs         1/n · Σ Σᵤ (pᵤ − [u = y])²        y the number of the class
   * }</pre>
   *
   * <p>Of two outputs it is twice what one output has for the same probabilities: the first form is
   * the usual one of two classes, the second is Brier's own.
   *
   * <p>Source: G. Brier, Verification of forecasts expressed in terms of probability, Monthly
   * Weather Review 78 (1950), doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
   *
   * @return the metric, from 0 to 1, or to 2 of several outputs, of models that have probabilities;
   *     smaller is better
   */
  static Metric brierScore() {
    return new NamedMetric("Brier score", false, new Measures.BrierScore());
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
    return new NamedMetric("mean " + loss, false, new Measures.MeanLoss(loss));
  }

  /**
   * The mean squared error, without ½.
   *
   * <pre>{@code
   * 1/n · Σ (ŷ − y)²
   * }</pre>
   *
   * <p>Of several outputs ŷ is the number of the class, and so this metric of numbers says
   * something only where the classes have an order, as grades have.
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
   * <p>Of several outputs ŷ is the number of the class, and so this metric of numbers says
   * something only where the classes have an order, as grades have.
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
   * <p>Of several outputs ŷ is the number of the class, and so this metric of numbers says
   * something only where the classes have an order, as grades have.
   *
   * @return the metric, at most 1, of rows whose targets are not all the same; 0 is what predicting
   *     the mean gets, and worse is negative; larger is better
   */
  static Metric r2() {
    return new NamedMetric("R²", true, new Measures.R2());
  }
}
