package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many rows of class 1 a model finds, and how many of class 0 it takes for them, wherever one
 * cuts between the two.
 *
 * <pre>{@code
 * false positive rate = FP / (FP + TN)        true positive rate = TP / (TP + FN)
 * }</pre>
 *
 * <p>The points go from the highest threshold, where no row is taken for class 1, to the lowest,
 * where every row is: from (0, 0) to (1, 1). Each net input that occurs is a threshold, once: rows
 * that tie come in together. Net inputs of ±∞ are the largest and the smallest of all. Rows count
 * as often as their weights say, and those of weight 0 are left out.
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
   * Computes the curve of a model.
   *
   * @param model the model
   * @param data rows of two classes, targets 0/1 or −1/+1, at least one row of each that counts
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, all are of one class, or the model
   *     tells more than two classes apart
   */
  public static RocCurve of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Computes the curve of scores.
   *
   * @param scores of rows as in {@link #of(Model, Dataset)}
   * @return the curve
   * @throws IllegalArgumentException if the targets are others, all are of one class, or the model
   *     tells more than two classes apart
   */
  public static RocCurve of(Scores scores) {
    RankedScores ranked = RankedScores.of(Checks.notNull("scores", scores));
    List<Step> all = new ArrayList<>();
    ranked.forEach((z, positives, negatives) -> all.add(new Step(z, positives, negatives)));
    Collections.reverse(all);
    double positives = 0;
    double negatives = 0;
    for (Step step : all) { // in the order of the points, so that the last is (1, 1) exactly
      positives += step.positives();
      negatives += step.negatives();
    }
    List<RocPoint> points = new ArrayList<>();
    points.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
    double found = 0;
    double falselyFound = 0;
    for (Step step : all) {
      found += step.positives();
      falselyFound += step.negatives();
      points.add(new RocPoint(step.z(), falselyFound / negatives, found / positives));
    }
    return new RocCurve(Collections.unmodifiableList(points), ranked.area());
  }

  /** The weight of the rows of either class that have one net input. */
  private record Step(double z, double positives, double negatives) {}

  /**
   * Returns the points, each further right or up than the one before.
   *
   * @return from (0, 0) at a threshold of +∞ to (1, 1) at the smallest net input
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
