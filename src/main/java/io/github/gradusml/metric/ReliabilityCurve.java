package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether probabilities mean what they say: of the rows that are given about the same probability
 * of a class, the share that is of it.
 *
 * <pre>{@code
 * bin b:   p̄_b = Σ sᵢ·pᵢ / S_b     o_b = Σ sᵢ·[yᵢ is the class] / S_b     S_b = Σ sᵢ
 *          standard error  √(Σ sᵢ²·pᵢ·(1 − pᵢ)) / S_b
 * expected calibration error  Σ_b S_b/S · |o_b − p̄_b|
 * }</pre>
 *
 * <p>Of a model that is calibrated, o is p̄ but for chance, and the standard error says how far
 * chance reaches if the probabilities are right; it is not 0 where all rows of a bin are of one
 * class. Bins are ten of equal width unless {@link #withBins} or {@link #withEqualCounts} says
 * otherwise; those without rows are left out. Rows count as often as their weights say, and those
 * of weight 0 are left out.
 *
 * <p>Ask about rows that the model was not trained on: on its own training rows a model looks
 * surer, and more rightly so, than it is.
 *
 * <p>A curve is immutable. Symbols: p probability, o observed share, s weight, S sum of weights.
 *
 * <p>Source: A. Murphy, R. Winkler, Reliability of subjective probability forecasts of
 * precipitation and temperature, Applied Statistics 26 (1977), doi:10.2307/2346866; the standard
 * error: J. Bröcker, L. Smith, Increasing the reliability of reliability diagrams, Weather and
 * Forecasting 22 (2007), doi:10.1175/WAF993.1; the error: M. Naeini, G. Cooper, M. Hauskrecht,
 * Obtaining well calibrated probabilities using Bayesian binning, AAAI 2015.
 */
public final class ReliabilityCurve {
  private static final int BINS = 10;
  private static final int MOST = 10_000;

  /** The mean of |x| where x is normal with standard deviation 1. */
  private static final double MEAN_DISTANCE = Math.sqrt(2 / Math.PI);

  private final GivenProbabilities rows;
  private final List<ReliabilityBin> bins;

  private ReliabilityCurve(GivenProbabilities rows, List<ReliabilityBin> bins) {
    this.rows = rows;
    this.bins = Collections.unmodifiableList(bins);
  }

  /**
   * Computes the curve of a model of two classes, for class 1.
   *
   * @param model a model with probabilities
   * @param data rows of two classes, prepared as the model wants them
   * @return the curve
   * @throws IllegalArgumentException if the targets are others
   * @throws IllegalStateException if the model has no probabilities, or tells more than two classes
   *     apart; say of which
   */
  public static ReliabilityCurve of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Computes the curve of scores of two classes, for class 1.
   *
   * @param scores of rows as in {@link #of(Model, Dataset)}, for instance those of a pipeline or of
   *     predictions out of fold
   * @return the curve
   * @throws IllegalArgumentException if the targets are others
   * @throws IllegalStateException if there are no probabilities, or more than two classes; say of
   *     which
   */
  public static ReliabilityCurve of(Scores scores) {
    int classes = Checks.notNull("scores", scores).output().classes();
    return of(scores, ActualClasses.positive(classes, "ReliabilityCurve.of(scores, 0)"));
  }

  /**
   * Computes the curve of a model for one class and against all others.
   *
   * @param model a model with probabilities
   * @param data rows of the model's classes, prepared as it wants them
   * @param ofClass the class, from 0
   * @return the curve
   * @throws IllegalArgumentException if the targets are others
   * @throws IllegalStateException if the model has no probabilities
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static ReliabilityCurve of(Model<?> model, Dataset data, int ofClass) {
    return of(Scores.of(model, data), ofClass);
  }

  /**
   * Computes the curve of scores for one class and against all others.
   *
   * @param scores of rows as in {@link #of(Model, Dataset, int)}
   * @param ofClass the class, from 0
   * @return the curve
   * @throws IllegalArgumentException if the targets are others
   * @throws IllegalStateException if there are no probabilities
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public static ReliabilityCurve of(Scores scores, int ofClass) {
    return equalWidths(GivenProbabilities.of(Checks.notNull("scores", scores), ofClass), BINS);
  }

  private static ReliabilityCurve equalWidths(GivenProbabilities rows, int number) {
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int b = 0, begin = 0; b < number; b++) {
      double to = (b + 1.0) / number;
      int end = b + 1 < number ? rows.first(to) : rows.size();
      if (begin < end) {
        bins.add(rows.bin(begin, end, (double) b / number, to));
      }
      begin = end;
    }
    return new ReliabilityCurve(rows, bins);
  }

  /**
   * Takes the rows together in other bins, all of the same width: few are blurred, many scatter.
   *
   * @param number from 1 to 10,000; 10 unless set
   * @return another curve
   * @throws IllegalArgumentException if it is outside
   */
  public ReliabilityCurve withBins(int number) {
    return equalWidths(rows, Checks.from("number", number, 1, MOST));
  }

  /**
   * Takes the rows together in bins that have about as many rows each, whatever these weigh: where
   * most probabilities are near 0 and 1, as of a model that is good, bins of equal width are nearly
   * empty in between.
   *
   * <p>Rows with the same probability stay together, so that there may be fewer bins.
   *
   * @param number from 1 to 10,000
   * @return another curve
   * @throws IllegalArgumentException if it is outside
   */
  public ReliabilityCurve withEqualCounts(int number) {
    Checks.from("number", number, 1, MOST);
    List<ReliabilityBin> some = new ArrayList<>();
    int n = rows.size();
    double from = 0;
    for (int b = 0, begin = 0; b < number && begin < n; b++) {
      int at = (int) ((b + 1L) * n / number);
      int end = at < n ? Math.max(begin, rows.first(rows.probability()[at])) : n;
      if (begin < end) {
        double to = end < n ? rows.probability()[end] : 1;
        some.add(rows.bin(begin, end, from, to));
        from = to;
      }
      begin = end;
    }
    return new ReliabilityCurve(rows, some);
  }

  /**
   * Returns the bins that have rows.
   *
   * @return at least one, from the smallest probabilities to the largest
   */
  public List<ReliabilityBin> bins() {
    return bins;
  }

  /**
   * Returns how far the probabilities are from what is observed, on average over the rows: the
   * expected calibration error, ECE.
   *
   * <p>It depends on the bins, and is above 0 by chance alone, the more so the fewer rows there
   * are: compare it with {@link #errorByChance()}.
   *
   * @return from 0 to 1; smaller is better
   */
  public double expectedError() {
    return sum(bin -> Math.abs(bin.observedShare() - bin.meanProbability()));
  }

  /**
   * Returns about what {@link #expectedError()} would be on average if the probabilities were
   * right, for as many rows in these bins.
   *
   * <pre>{@code
   * √(2/π) · Σ_b S_b/S · standard error of b
   * }</pre>
   *
   * @return from 0 to 1
   */
  public double errorByChance() {
    return MEAN_DISTANCE * sum(ReliabilityBin::standardError);
  }

  private double sum(ToDoubleFunction<ReliabilityBin> number) {
    double sum = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.share() * number.applyAsDouble(bin);
    }
    return Math.min(1, sum);
  }

  /** Says the error, and what chance alone would give. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ReliabilityCurve(%s, expected calibration error %.3g, by chance %.2g)",
        Texts.count(bins.size(), "bin"),
        expectedError(),
        errorByChance());
  }
}
