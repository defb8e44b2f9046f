package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import java.util.Objects;

/**
 * A rate that is reduced whenever the loss has not improved for some epochs: see {@link
 * LearningRate#reduceOnPlateau}, which makes it.
 *
 * <pre>{@code
 * an epoch is better:  loss < best − threshold·|best|
 * after each `patience` epochs in a row that are not:  r ← factor·r, and the next `cooldown` are
 *                                                     not counted
 * η = r·η(t), but not below lowest
 * }</pre>
 *
 * <p>With a patience of P + 1, that is what PyTorch's ReduceLROnPlateau does with P, but for losses
 * below 0, where its threshold asks for less than no improvement. A better epoch within the
 * cooldown is remembered as the best. A loss that is NaN is no improvement.
 *
 * <p>A rate is immutable: each method {@code with…} returns another one, with nothing seen yet.
 *
 * <p>Article: section 4, Learning rate.
 */
public final class ReduceOnPlateau implements LearningRate {
  /**
   * When to reduce.
   *
   * @param factor what the rate is multiplied by on a plateau
   * @param patience how many epochs without improvement make a plateau
   * @param threshold the share of the best that an improvement must be
   * @param cooldown how many epochs after a reduction do not count
   * @param lowest what the rate is not reduced below
   */
  private record Rule(double factor, int patience, double threshold, int cooldown, double lowest) {
    Rule {
      Checks.inside("factor", factor, 0, 1);
      Checks.atLeast("patience", patience, 1);
      Checks.fraction("threshold", threshold);
      Checks.atLeast("cooldown", cooldown, 0);
      Checks.notNegative("lowest", lowest);
    }

    @Override
    public String toString() {
      return factor
          + " on a plateau of "
          + patience
          + (threshold > 0 ? ", threshold " + threshold : "")
          + (cooldown > 0 ? ", cooldown " + cooldown : "")
          + (lowest > 0 ? ", lowest " + lowest : "");
    }
  }

  /**
   * What was seen; each epoch that changes it gives a new object.
   *
   * @param reduction the product of the factors so far
   * @param best the lowest loss so far
   * @param waited the epochs since, or since the last reduction and its cooldown
   * @param cooling how many more epochs do not count
   */
  private record Seen(double reduction, double best, int waited, int cooling) {
    static final Seen NOTHING = new Seen(1, Double.POSITIVE_INFINITY, 0, 0);

    Seen after(double loss, Rule rule) {
      boolean isBetter = loss < enough(rule.threshold);
      double least = isBetter ? loss : best;
      if (cooling > 0) {
        return new Seen(reduction, least, 0, cooling - 1);
      }
      if (isBetter) {
        return new Seen(reduction, least, 0, 0);
      }
      return waited + 1 < rule.patience
          ? new Seen(reduction, least, waited + 1, 0)
          : new Seen(reduction * rule.factor, least, 0, rule.cooldown);
    }

    /** At first the best is infinite, and no share of it a number. */
    private double enough(double threshold) {
      return Double.isInfinite(best) ? best : best - threshold * Math.abs(best);
    }
  }

  private final LearningRate rate;
  private final Rule rule;
  private final Seen seen;

  private ReduceOnPlateau(LearningRate rate, Rule rule, Seen seen) {
    this.rate = rate;
    this.rule = rule;
    this.seen = seen;
  }

  static ReduceOnPlateau of(LearningRate rate, double factor, int patience) {
    Rule rule = new Rule(factor, patience, 0, 0, 0);
    return new ReduceOnPlateau(Checks.notNull("rate", rate), rule, Seen.NOTHING);
  }

  private ReduceOnPlateau with(double threshold, int cooldown, double lowest) {
    Rule other = new Rule(rule.factor, rule.patience, threshold, cooldown, lowest);
    return new ReduceOnPlateau(rate, other, Seen.NOTHING);
  }

  /**
   * Sets how much better than the best an epoch must be to count as an improvement.
   *
   * @param threshold a share of the best; in [0, 1); 0 unless set, and 1e-4 in PyTorch
   * @return another rate
   * @throws IllegalArgumentException if it is outside
   */
  public ReduceOnPlateau withThreshold(double threshold) {
    return with(threshold, rule.cooldown, rule.lowest);
  }

  /**
   * Sets how many epochs after a reduction do not count towards the next.
   *
   * @param epochs at least 0; 0 unless set
   * @return another rate
   * @throws IllegalArgumentException if {@code epochs < 0}
   */
  public ReduceOnPlateau withCooldown(int epochs) {
    return with(rule.threshold, Checks.atLeast("epochs", epochs, 0), rule.lowest);
  }

  /**
   * Sets what the rate is not reduced below. Where the rate itself is lower, it is left as it is.
   *
   * @param lowest finite, {@code >= 0}; 0 unless set
   * @return another rate
   * @throws IllegalArgumentException if it is not such a number
   */
  public ReduceOnPlateau withLowest(double lowest) {
    return with(rule.threshold, rule.cooldown, lowest);
  }

  @Override
  public double at(long update, double epoch) {
    double eta = rate.at(update, epoch);
    return Math.min(eta, Math.max(rule.lowest, seen.reduction * eta));
  }

  @Override
  public LearningRate afterEpoch(int epoch, double loss) {
    return new ReduceOnPlateau(rate.afterEpoch(epoch, loss), rule, seen.after(loss, rule));
  }

  @Override
  public boolean reacts() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReduceOnPlateau that
        && rate.equals(that.rate)
        && rule.equals(that.rule)
        && seen.equals(that.seen);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rate, rule, seen);
  }

  @Override
  public String toString() {
    return rate + " reduced by " + rule;
  }
}
