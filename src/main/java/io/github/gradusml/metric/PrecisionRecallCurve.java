package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many of the rows taken for a class are of it, and how many of the class are found, wherever
 * one cuts: tells more than an {@link RocCurve} where the class is rare.
 *
 * <pre>{@code
 * precision P = TP / (TP + FP)        recall R = TP / (TP + FN)
 * }</pre>
 *
 * <p>The points go from the highest threshold to the lowest, where every row is taken for the
 * class: recall 1, and as precision the share of the class among all rows. Each {@linkplain
 * Scores#score score} that occurs is a threshold, once: rows that tie come in together. Where no
 * row is taken, the precision is 0/0, and there is no point: the first is at the largest score, and
 * none is made up at recall 0. Scores of ±∞ are the largest and the smallest of all. Rows count as
 * often as their weights say, and those of weight 0 are left out. Where all rows are of the class,
 * every precision is 1.
 *
 * <p>Source: J. Davis, M. Goadrich, The relationship between precision-recall and ROC curves, ICML
 * 2006, doi:10.1145/1143844.1143874.
 *
 * <p>A curve is immutable.
 */
public final class PrecisionRecallCurve {
  private final List<PrecisionRecallPoint> points;
  private final double averagePrecision;

  private PrecisionRecallCurve(List<PrecisionRecallPoint> points, double averagePrecision) {
    this.points = points;
    this.averagePrecision = averagePrecision;
  }

  /**
   * Computes the curve of a model of two classes, for class 1.
   *
   * @param model the model
   * @param data rows of two classes, as {@link ConfusionMatrix#of(Model, Dataset)} takes them, at
   *     least one of class 1 that counts
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or no row is of class 1
   * @throws IllegalStateException if the model tells more than two classes apart; say of which
   */
  public static PrecisionRecallCurve of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Computes the curve of scores of two classes, for class 1.
   *
   * @param scores of rows as in {@link #of(Model, Dataset)}
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or no row is of class 1
   * @throws IllegalStateException if the model tells more than two classes apart; say of which
   */
  public static PrecisionRecallCurve of(Scores scores) {
    int classes = Checks.notNull("scores", scores).output().classes();
    return of(scores, ActualClasses.positive(classes, "PrecisionRecallCurve.of(model, data, 0)"));
  }

  /**
   * Computes the curve of a model for one class and against all others.
   *
   * @param model the model
   * @param data rows of the model's classes, at least one of {@code ofClass} that counts
   * @param ofClass the class, from 0
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or no row is of the class
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static PrecisionRecallCurve of(Model<?> model, Dataset data, int ofClass) {
    return of(Scores.of(model, data), ofClass);
  }

  /**
   * Computes the curve of scores for one class and against all others.
   *
   * @param scores of rows as in {@link #of(Model, Dataset, int)}
   * @param ofClass the class, from 0
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or no row is of the class
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static PrecisionRecallCurve of(Scores scores, int ofClass) {
    RankedScores ranked = RankedScores.ofFound(Checks.notNull("scores", scores), ofClass);
    Points points = new Points(ranked);
    ranked.forEach(points);
    return new PrecisionRecallCurve(
        Collections.unmodifiableList(points.all), ranked.averagePrecision());
  }

  /** Adds up what is taken for the class. */
  private static final class Points implements RankedScores.Ties {
    private final RankedScores ranked;
    private final List<PrecisionRecallPoint> all = new ArrayList<>();
    private double found;
    private double falselyFound;

    Points(RankedScores ranked) {
      this.ranked = ranked;
    }

    @Override
    public void take(double score, double positives, double negatives) {
      found += positives;
      falselyFound += negatives;
      double precision = ranked.precision(found, falselyFound);
      all.add(new PrecisionRecallPoint(score, precision, ranked.ofPositives(found)));
    }
  }

  /**
   * Returns the points, from the highest threshold to the lowest.
   *
   * @return at least one; recall only grows, to 1
   */
  public List<PrecisionRecallPoint> points() {
    return points;
  }

  /**
   * Returns the mean precision, each as often as the recall grows by it: the area under the curve
   * as steps, which no line between two points makes larger than it is.
   *
   * <pre>{@code
   * AP = Σ (Rₙ − Rₙ₋₁)·Pₙ        R₀ = 0
   * }</pre>
   *
   * @return from 0 to 1; the share of the class among all rows is what chance gets
   */
  public double averagePrecision() {
    return averagePrecision;
  }

  @Override
  public String toString() {
    return "PrecisionRecallCurve("
        + points.size()
        + " points, average precision "
        + averagePrecision
        + ")";
  }
}
