package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many rows of a class a model finds, and how many others it takes for them, wherever one cuts
 * between the two.
 *
 * <pre>{@code
 * false positive rate = FP / (FP + TN)        true positive rate = TP / (TP + FN)
 * }</pre>
 *
 * <p>The points go from the highest threshold, where no row is taken for the class, to the lowest,
 * where every row is: from (0, 0) to (1, 1). Each {@linkplain Scores#score score} that occurs is a
 * threshold, once: rows that tie come in together. Scores of ±∞ are the largest and the smallest of
 * all. Rows count as often as their weights say, and those of weight 0 are left out.
 *
 * <p>Source: T. Fawcett, An introduction to ROC analysis, Pattern Recognition Letters 27 (2006),
 * doi:10.1016/j.patrec.2005.10.010.
 *
 * <p>A curve is immutable.
 */
public final class RocCurve {
  private final List<RocPoint> points;
  private final double area;

  private RocCurve(List<RocPoint> points, double area) {
    this.points = points;
    this.area = area;
  }

  /**
   * Computes the curve of a model of two classes, for class 1.
   *
   * @param model the model
   * @param data rows of two classes, as {@link ConfusionMatrix#of(Model, Dataset)} takes them, at
   *     least one row of each that counts
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or all are of one class
   * @throws IllegalStateException if the model tells more than two classes apart; say of which
   */
  public static RocCurve of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Computes the curve of scores of two classes, for class 1.
   *
   * @param scores of rows as in {@link #of(Model, Dataset)}
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or all are of one class
   * @throws IllegalStateException if the model tells more than two classes apart; say of which
   */
  public static RocCurve of(Scores scores) {
    int classes = Checks.notNull("scores", scores).output().classes();
    return of(scores, ActualClasses.positive(classes, "RocCurve.of(model, data, 0)"));
  }

  /**
   * Computes the curve of a model for one class and against all others.
   *
   * @param model the model
   * @param data rows of the model's classes, at least one of {@code ofClass} and one of another
   *     that count
   * @param ofClass the class, from 0
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or all or none are of the class
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static RocCurve of(Model<?> model, Dataset data, int ofClass) {
    return of(Scores.of(model, data), ofClass);
  }

  /**
   * Computes the curve of scores for one class and against all others.
   *
   * @param scores of rows as in {@link #of(Model, Dataset, int)}
   * @param ofClass the class, from 0
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, or all or none are of the class
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static RocCurve of(Scores scores, int ofClass) {
    RankedScores ranked = RankedScores.ofBoth(Checks.notNull("scores", scores), ofClass);
    Points points = new Points(ranked);
    ranked.forEach(points);
    return new RocCurve(Collections.unmodifiableList(points.all), ranked.area());
  }

  /** Adds up what is taken for the class. */
  private static final class Points implements RankedScores.Ties {
    private final RankedScores ranked;
    private final List<RocPoint> all = new ArrayList<>();
    private double found;
    private double falselyFound;

    Points(RankedScores ranked) {
      this.ranked = ranked;
      all.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
    }

    @Override
    public void take(double score, double positives, double negatives) {
      found += positives;
      falselyFound += negatives;
      all.add(new RocPoint(score, ranked.ofNegatives(falselyFound), ranked.ofPositives(found)));
    }
  }

  /**
   * Returns the points, each further right or up than the one before.
   *
   * @return from (0, 0) at a threshold of +∞ to (1, 1) at the smallest score
   */
  public List<RocPoint> points() {
    return points;
  }

  /**
   * Returns the area under the curve, by trapezoids: what {@link Metric#rocAuc()} says.
   *
   * @return from 0 to 1
   */
  public double area() {
    return area;
  }

  @Override
  public String toString() {
    return "RocCurve(" + points.size() + " points, area " + area + ")";
  }
}
