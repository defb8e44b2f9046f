package io.github.gradusml.data;

/** The kinds of some targets, found when they are first asked for: every training asks. */
final class TargetKinds {
  private final double[] y;
  private final double[] weights;
  private volatile double[] kinds;

  /**
   * @param weights rows of weight 0 are passed over; null where every row counts
   */
  TargetKinds(double[] y, double[] weights) {
    this.y = y;
    this.weights = weights;
  }

  /** The different targets, ascending, or three of them if there are more; a new array. */
  double[] get() {
    double[] known = kinds;
    if (known == null) {
      known = ClassTargets.kinds(y, weights);
      kinds = known;
    }
    return known.clone();
  }

  /** Whether these are all kinds of all rows. */
  boolean areAll() {
    return weights == null && get().length < 3;
  }
}
