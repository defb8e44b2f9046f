package io.github.gradusml.training;

/** Early stopping at work: the best weights so far, and how many epochs ago that was. */
final class BestWeights {
  private final EarlyStopping rule;
  private double[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int epochsSinceBest;

  BestWeights(EarlyStopping rule) {
    this.rule = rule;
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
