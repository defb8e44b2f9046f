package io.github.gradusml.diagnosis;

/**
 * Mean and variance of numbers that come one by one, each with a weight.
 *
 * <p>Source: D. H. D. West, Updating mean and variance estimates: an improved method,
 * Communications of the ACM 22, 1979, doi:10.1145/359146.359153.
 */
final class Spread {
  private double weight;
  private double mean;
  private double squares;

  /** Adds a number; one of weight 0 is none. */
  void add(double number, double itsWeight) {
    if (itsWeight > 0) {
      weight += itsWeight;
      double distance = number - mean;
      mean += distance * (itsWeight / weight);
      squares += itsWeight * distance * (number - mean);
    }
  }

  double weight() {
    return weight;
  }

  /** 0 where there is no number. */
  double mean() {
    return mean;
  }

  /** 0 where there are no two numbers. */
  double variance() {
    return weight > 0 ? squares / weight : 0;
  }
}
