package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * See {@link LearningRate#reduceOnPlateau}; each epoch that changes the state gives a new object.
 *
 * @param rate the rate that is reduced
 * @param factor what it is multiplied by on a plateau
 * @param patience how many epochs without improvement make a plateau
 * @param reduction the product of the factors so far
 * @param best the lowest loss so far
 * @param waited the epochs since, or since the last reduction
 */
record ReduceOnPlateau(
    LearningRate rate, double factor, int patience, double reduction, double best, int waited)
    implements LearningRate {
  ReduceOnPlateau(LearningRate rate, double factor, int patience) {
    this(
        Checks.notNull("rate", rate),
        Checks.inside("factor", factor, 0, 1),
        Checks.atLeast("patience", patience, 1),
        1,
        Double.POSITIVE_INFINITY,
        0);
  }

  @Override
  public double at(long update, double epoch) {
    return reduction * rate.at(update, epoch);
  }

  @Override
  public LearningRate afterEpoch(int epoch, double loss) {
    LearningRate next = rate.afterEpoch(epoch, loss);
    if (loss < best) {
      return new ReduceOnPlateau(next, factor, patience, reduction, loss, 0);
    }
    if (waited + 1 < patience) {
      return new ReduceOnPlateau(next, factor, patience, reduction, best, waited + 1);
    }
    return new ReduceOnPlateau(next, factor, patience, reduction * factor, best, 0);
  }

  @Override
  public boolean reacts() {
    return true;
  }

  @Override
  public String toString() {
    return rate + " reduced by " + factor + " on a plateau of " + patience;
  }
}
