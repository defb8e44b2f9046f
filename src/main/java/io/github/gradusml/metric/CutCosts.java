package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What mistakes cost on some rows wherever one cuts between two classes, where that is cheapest,
 * and what a cut chosen so is expected to save on other rows.
 *
 * <pre>{@code
 * mean cost at a cut  =  (c_FP·Σ s of rows of class 0 with ŷ ≥ cut
 *                         + c_FN·Σ s of rows of class 1 with ŷ < cut) / Σ s
 * }</pre>
 *
 * <p>The cuts tried lie midway between neighboring predictions. Besides, there is the lowest
 * prediction itself, from which on all rows are of class 1, and the next number above the highest,
 * with which none is. Rows with the same prediction stay together; those of weight 0 are left out.
 *
 * <p>The mean cost of the {@linkplain #cheapest cheapest} of many cuts is smaller on the rows that
 * it was chosen on than on others: it fits their chance as well. {@link #saving} says what to
 * expect.
 *
 * <p>It is immutable. Symbols: c cost, ŷ prediction, s weight.
 */
public final class CutCosts {
  private final MistakeCosts costs;
  private final ByPrediction rows;
  private final List<CutCost> points;
  private final CutCost usual;
  private final CutCost cheapest;
  private final boolean areProbabilities;
  private final int rowsOfData;

  private CutCosts(MistakeCosts costs, ByPrediction rows, Scores scores) {
    double cut = scores.output().cut();
    this.costs = costs;
    this.rows = rows;
    this.points = Collections.unmodifiableList(rows.cuts(costs));
    this.usual = rows.at(costs, cut);
    this.cheapest = cheapest(points, cut);
    this.areProbabilities =
        scores.output().activation().lower() >= 0 && scores.output().activation().upper() <= 1;
    this.rowsOfData = scores.rows();
  }

  static CutCosts of(MistakeCosts costs, Scores scores) {
    MistakeCosts.checkTwo(scores);
    if (scores.outputs() > 1) {
      throw new IllegalArgumentException(
          "scores must have one net input for a cut, but have "
              + scores.outputs()
              + "; two classes take Output.of(Activation.sigmoid()) as well");
    }
    ByPrediction rows = ByPrediction.of(scores);
    if (!rows.hasBothClasses()) {
      throw new IllegalArgumentException(
          "scores must be of rows of both classes to cut between them, but all that count are of"
              + " class "
              + (rows.isPositive()[0] ? 1 : 0));
    }
    Checks.finite("cut of the scores' output", scores.output().cut());
    return new CutCosts(costs, rows, scores);
  }

  /** Of several, the one nearest to a cut: nothing is changed without need. */
  private static CutCost cheapest(List<CutCost> points, double usualCut) {
    CutCost best = points.get(0);
    for (CutCost point : points) {
      boolean isNearer = Math.abs(point.cut() - usualCut) < Math.abs(best.cut() - usualCut);
      if (point.mean() < best.mean() || point.mean() == best.mean() && isNearer) {
        best = point;
      }
    }
    return best;
  }

  /**
   * Returns what a mistake costs.
   *
   * @return the costs
   */
  public MistakeCosts costs() {
    return costs;
  }

  /**
   * Returns all cuts that differ in what they do to the rows, with their mean costs.
   *
   * @return from the lowest cut to the highest, at least two
   */
  public List<CutCost> points() {
    return points;
  }

  /**
   * Returns the different predictions: what a cut does changes where it passes one of them.
   *
   * @return ascending, a new array: as many as there are {@link #points} but for the last, or all
   *     of them if a prediction is so large that no cut lies above it; infinite ones are the
   *     largest number there is
   */
  public double[] predictions() {
    return Arrays.stream(rows.prediction()).distinct().toArray();
  }

  /**
   * Returns what any cut costs on these rows.
   *
   * @param cut from which prediction on a row is taken for class 1; finite
   * @return its mean cost
   * @throws IllegalArgumentException if it is not finite
   */
  public CutCost at(double cut) {
    return rows.at(costs, Checks.finite("cut", cut));
  }

  /**
   * Returns what the cut of the scores' output costs, which heeds no costs: of probabilities, ½.
   *
   * @return its mean cost
   */
  public CutCost usual() {
    return usual;
  }

  /**
   * Returns the cut that costs least on these rows; of several, the nearest to the usual one.
   *
   * @return the cut, and its mean cost on the rows that it was chosen on
   */
  public CutCost cheapest() {
    return cheapest;
  }

  /**
   * Returns the cut that costs least where predictions are probabilities that are right, {@link
   * MistakeCosts#cut}, with what it costs on these rows. It is not chosen by them, so that it has
   * no chance of theirs to fit: of calibrated probabilities and few rows, take this one.
   *
   * @return its mean cost; empty where predictions are not from 0 to 1
   */
  public Optional<CutCost> theoretical() {
    return areProbabilities ? Optional.of(at(costs.cut())) : Optional.empty();
  }

  /**
   * Estimates what the cheapest cut saves on rows that it was not chosen on, against the usual one:
   * the rows are dealt into parts, class by class, and for each part the cut is chosen on all
   * others.
   *
   * <pre>{@code
   * dᵢ = cost of row i at the usual cut − cost at the cut chosen without its part
   * mean d̄ = Σ sᵢ·dᵢ / Σ sᵢ      standard error √(n/(n−1) · Σ sᵢ²·(dᵢ − d̄)²) / Σ sᵢ
   * }</pre>
   *
   * <p>The standard error takes the rows as independent and the cuts as given. Where rows belong
   * together, say so by {@link #savingByParts}.
   *
   * @param parts at least 2, at most the number of rows that count; 10 is usual
   * @param seed the seed of the dealing
   * @return the saving per row
   * @throws IllegalArgumentException if the number of parts is outside
   */
  public ExpectedSaving saving(int parts, long seed) {
    Checks.from("parts", parts, 2, rows.size());
    int[] order = Randomness.permutation(rows.size(), Randomness.of(seed));
    return saving(rows.dealt(parts, order));
  }

  /**
   * Estimates the same with parts of your own, for instance the folds of predictions out of fold.
   *
   * @param partOf the part of each row, any number; rows of weight 0 do not matter
   * @return the saving per row
   * @throws IllegalArgumentException if there are not as many as rows, or all that count are of one
   *     part
   */
  public ExpectedSaving savingByParts(int... partOf) {
    Checks.from(
        "number of partOf", Checks.notNull("partOf", partOf).length, rowsOfData, rowsOfData);
    int[] parts = rows.parts(partOf);
    boolean isOne = true;
    for (int part : parts) {
      isOne &= part == parts[0];
    }
    if (isOne) {
      throw new IllegalArgumentException(
          "partOf must have at least 2 different parts, but all rows that count are of part "
              + Texts.brief(parts[0]));
    }
    return saving(parts);
  }

  private ExpectedSaving saving(int... part) {
    double[] cut = new double[part.length];
    for (int p : Arrays.stream(part).distinct().toArray()) {
      List<CutCost> others = rows.where(k -> part[k] != p).cuts(costs);
      double chosen = cheapest(others, usual.cut()).cut();
      for (int k = 0; k < part.length; k++) {
        cut[k] = part[k] == p ? chosen : cut[k];
      }
    }
    return saving(cut);
  }

  /**
   * Estimates what a cut saves that was not chosen on these rows, such as {@link #theoretical}.
   *
   * @param cut from which prediction on a row is taken for class 1; finite
   * @return the saving per row, against the usual cut
   * @throws IllegalArgumentException if it is not finite
   */
  public ExpectedSaving savingAt(double cut) {
    Checks.finite("cut", cut);
    double[] everywhere = new double[rows.size()];
    Arrays.fill(everywhere, cut);
    return saving(everywhere);
  }

  /** What a cut of its own saves each row; costs are in units of the larger one. */
  private ExpectedSaving saving(double... cut) {
    double unit = Math.max(costs.falsePositive(), costs.falseNegative());
    int n = rows.size();
    double[] saved = new double[n];
    double sum = 0;
    double all = 0;
    for (int k = 0; k < n; k++) {
      saved[k] = (cost(k, usual.cut()) - cost(k, cut[k])) / unit;
      sum += rows.share()[k] * saved[k];
      all += rows.share()[k];
    }
    double mean = sum / all;
    double squares = 0;
    for (int k = 0; k < n; k++) {
      double off = rows.share()[k] / all * (saved[k] - mean);
      squares += off * off;
    }
    double error = Math.sqrt(squares * n / (n - 1));
    return new ExpectedSaving(unit * mean, unit * error, usual.mean());
  }

  private double cost(int k, double cut) {
    boolean isFound = rows.prediction()[k] >= cut;
    return isFound == rows.isPositive()[k]
        ? 0
        : isFound ? costs.falsePositive() : costs.falseNegative();
  }

  /** Says the cheapest cut and the usual one. */
  @Override
  public String toString() {
    return "CutCosts(cheapest cut "
        + Texts.readable(cheapest.cut(), 4)
        + ": "
        + Texts.readable(cheapest.mean(), 4)
        + " a row, usual cut "
        + Texts.readable(usual.cut(), 4)
        + ": "
        + Texts.readable(usual.mean(), 4)
        + ")";
  }
}
