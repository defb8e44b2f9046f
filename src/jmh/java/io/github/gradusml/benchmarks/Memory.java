package io.github.gradusml.benchmarks;

/**
 * Only reads the features, from one long array, as often as a training must: the floor where they
 * do not fit into a cache.
 */
final class Memory implements Contender {
  private final double[] numbers;
  private final int passes;

  Memory(Workload workload, Synthetic data) {
    int d = workload.columns();
    numbers = new double[workload.rows() * d];
    for (int i = 0; i < workload.rows(); i++) {
      System.arraycopy(data.x()[i], 0, numbers, i * d, d);
    }
    passes = workload.epochs();
  }

  @Override
  public double[] train() {
    double total = 0;
    for (int pass = 0; pass < passes; pass++) {
      total += sum();
    }
    return new double[] {total};
  }

  /** Eight sums, so that the loop waits for memory and not for an addition. */
  private double sum() {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int k = 0; k < numbers.length - 7; k += 8) {
      s0 += numbers[k];
      s1 += numbers[k + 1];
      s2 += numbers[k + 2];
      s3 += numbers[k + 3];
      s4 += numbers[k + 4];
      s5 += numbers[k + 5];
      s6 += numbers[k + 6];
      s7 += numbers[k + 7];
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
  }
}
