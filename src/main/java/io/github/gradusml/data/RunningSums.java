package io.github.gradusml.data;

/**
 * Sums that go on for long, one a column, each with what its additions have rounded away.
 *
 * <p>Source: D. Knuth, The Art of Computer Programming, volume 2, section 4.2.2 (the error of an
 * addition is a double, and six operations find it).
 */
final class RunningSums {
  private final double[] sums;
  private final double[] lost;

  RunningSums(int columns) {
    this.sums = new double[columns];
    this.lost = new double[columns];
  }

  /** Adds a number a column, and clears the array for the next ones. */
  void take(double[] numbers) {
    for (int j = 0; j < sums.length; j++) {
      double sum = sums[j] + numbers[j];
      double added = sum - sums[j];
      lost[j] += (sums[j] - (sum - added)) + (numbers[j] - added);
      sums[j] = sum;
      numbers[j] = 0;
    }
  }

  /** The sum of a column; NaN once it has overflowed. */
  double of(int column) {
    return sums[column] + lost[column];
  }
}
