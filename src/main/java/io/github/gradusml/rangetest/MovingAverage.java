package io.github.gradusml.rangetest;

/**
 * An exponential moving average that begins unbiased.
 *
 * <pre>{@code
 * aᵢ = β·aᵢ₋₁ + (1 − β)·xᵢ        smoothed xᵢ = aᵢ/(1 − β^(i+1))        i = 0, 1, …;  a₋₁ = 0
 * }</pre>
 */
final class MovingAverage {
  private final double beta;
  private double average;
  private double weight;

  MovingAverage(double beta) {
    this.beta = beta;
  }

  /** Takes the next number, and returns the average so far. */
  double after(double x) {
    average = beta * average + (1 - beta) * x;
    weight = beta * weight + (1 - beta); // 1 − β^(i+1)
    return average / weight;
  }

  /** The number of numbers that count: older ones have little weight. */
  static int memory(double beta) {
    return (int) Math.ceil(1 / (1 - beta));
  }
}
