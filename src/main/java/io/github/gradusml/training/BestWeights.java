package io.github.gradusml.training;

import java.util.Objects;

/** Early stopping at work: the best weights so far, and how many epochs ago that was. */
final class BestWeights {
  private final EarlyStopping rule;
  private final long rows;
  private double[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int epochsSinceBest;

  /**
   * Begins with nothing.
   *
   * @param rule null for none
   * @param rows tells the rows that are watched from others
   */
  BestWeights(EarlyStopping rule, long rows) {
    this.rule = rule;
    this.rows = rows;
  }

  /**
   * The same to go on with: the best so far stays the one to beat. After a stop the patience begins
   * anew, since somebody asked for more.
   */
  BestWeights copy() {
    BestWeights copy = new BestWeights(rule, rows);
    copy.best = best;
    copy.bestLoss = bestLoss;
    copy.epochsSinceBest = rule != null && epochsSinceBest < rule.patience() ? epochsSinceBest : 0;
    return copy;
  }

  /** Whether it goes by a rule and by some rows. */
  boolean goesBy(EarlyStopping otherRule, long otherRows) {
    return Objects.equals(rule, otherRule) && rows == otherRows;
  }

  /** Looks at an epoch. Returns whether the patience lasts. */
  boolean goOnAfter(EpochRecord record, double[] theta) {
    double watched = rule.watched(record);
    if (watched < bestLoss - rule.leastImprovement()) {
      bestLoss = watched;
      best = theta.clone();
      epochsSinceBest = 0;
    } else {
      epochsSinceBest++;
    }
    return epochsSinceBest < rule.patience();
  }

  /** The best weights, or others where no epoch was looked at. */
  double[] or(double[] theta) {
    return best != null ? best : theta;
  }
}
