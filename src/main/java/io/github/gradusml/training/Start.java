package io.github.gradusml.training;

/**
 * How good weights 0 and the first weights are: what later objectives are compared with.
 *
 * @param atZero the objective of weights 0
 * @param atStart the objective of the weights before training
 * @param meanSquaredRow how far a step of size 1 may change a net input
 */
record Start(double atZero, double atStart, double meanSquaredRow) {
  /** Where nothing was measured. */
  static Start unknown() {
    return new Start(Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * The usual objective: that of weights 0, that of the start, or what one step adds to a loss of
   * slope 1, such as the hinge, which swings at a large rate and does not diverge.
   */
  double usual(double largestRate) {
    double usual = largestRate * meanSquaredRow;
    for (double objective : new double[] {atZero, atStart}) {
      // Not Math.max: a model of the user's own may have no loss at weights 0, and NaN is passed
      // over.
      usual = objective > usual ? objective : usual;
    }
    return usual;
  }

  /** The larger of the two objectives. */
  double larger() {
    return usual(0);
  }

  /** The smallest of the two objectives and another; what is NaN is passed over. */
  double smaller(double other) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double objective : new double[] {atZero, atStart, other}) {
      smallest = objective < smallest ? objective : smallest;
    }
    return smallest;
  }
}
