package io.github.gradusml.data;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Checks;
import java.util.Arrays;

/**
 * Shifts and scales each feature to mean 0 and standard deviation 1.
 *
 * <pre>{@code
 * x′ = (x − μ) / σ        μ = mean,  σ = √(1/n · Σ (xᵢ − μ)²), of the rows that it was fitted to
 * }</pre>
 *
 * <p>One learning rate and one penalty for all weights make sense only where all features have the
 * same scale. Fit it to the training rows and apply it to the test rows: what is fitted to test
 * rows knows too much.
 *
 * <p>A feature that is constant in the rows that it was fitted to has σ = 0; it is divided by 1
 * instead, and so becomes 0.
 *
 * <p>Article: section 3, Standardize input data.
 */
public final class Standardizer {
  private final double[] means;
  private final double[] scales;

  private Standardizer(double[] means, double[] scales) {
    this.means = means;
    this.scales = scales;
  }

  /**
   * Learns the mean and the standard deviation of every feature.
   *
   * @param data the training rows
   * @return the standardizer
   */
  public static Standardizer fit(Dataset data) {
    int d = Checks.notNull("data", data).features();
    double[] means = new double[d];
    double[] scales = new double[d];
    for (int j = 0; j < d; j++) {
      double[] column = data.column(j);
      // In units of about the largest value, so that no square overflows or vanishes; of a power of
      // two, so that no digit is lost.
      double largest = Arrays.stream(column).map(Math::abs).max().orElseThrow();
      double unit = Math.scalb(1.0, Math.getExponent(largest));
      boolean constant = Arrays.stream(column).allMatch(value -> value == column[0]);
      means[j] = constant ? column[0] : unit * mean(column, unit);
      double deviation = constant ? 0 : unit * deviation(column, unit);
      scales[j] = deviation == 0 ? 1 : deviation;
    }
    return new Standardizer(means, scales);
  }

  private static double mean(double[] column, double unit) {
    double sum = 0;
    for (double value : column) {
      sum += value / unit;
    }
    return sum / column.length;
  }

  private static double deviation(double[] column, double unit) {
    double mean = mean(column, unit);
    double sum = 0;
    double correction = 0;
    for (double value : column) {
      double distance = value / unit - mean;
      sum += distance * distance;
      correction += distance;
    }
    // Two passes and a correction for the rounding of the mean (Chan, Golub, LeVeque 1983).
    return Math.sqrt(Math.max(0, sum - correction * correction / column.length) / column.length);
  }

  /**
   * Returns the means.
   *
   * @return a new array, length d, in the units of the features
   */
  public double[] means() {
    return means.clone();
  }

  /**
   * Returns what each feature is divided by: its standard deviation, or 1 if it is constant.
   *
   * @return a new array, length d, in the units of the features
   */
  public double[] scales() {
    return scales.clone();
  }

  /**
   * Standardizes the features of all rows.
   *
   * @param data d features
   * @return the same rows, targets and names, with standardized features
   * @throws IllegalArgumentException if the number of features differs
   */
  public Dataset apply(Dataset data) {
    checkWidth("data", Checks.notNull("data", data).features());
    return data.withInputs(data.inputs().map((j, x) -> (x - means[j]) / scales[j]));
  }

  /**
   * Standardizes one row.
   *
   * @param x a row in original units; length d
   * @return a new array, length d
   * @throws IllegalArgumentException if the length differs
   */
  public double[] apply(double... x) {
    checkWidth("x", Checks.notNull("x", x).length);
    double[] row = x.clone();
    for (int j = 0; j < row.length; j++) {
      row[j] = (row[j] - means[j]) / scales[j];
    }
    return row;
  }

  /**
   * Brings standardized features back to their original units.
   *
   * @param data d standardized features
   * @return the same rows, targets and names, in original units
   * @throws IllegalArgumentException if the number of features differs
   */
  public Dataset inverse(Dataset data) {
    checkWidth("data", Checks.notNull("data", data).features());
    return data.withInputs(data.inputs().map((j, x) -> x * scales[j] + means[j]));
  }

  /**
   * Returns the perceptron that does on original units what {@code model} does on standardized
   * ones.
   *
   * <pre>{@code
   * wⱼ′ = wⱼ/σⱼ        b′ = b − Σ wⱼ·μⱼ/σⱼ
   * }</pre>
   *
   * @param model a perceptron trained on standardized features
   * @return a perceptron for original units, which has a bias even if {@code model} has none
   * @throws IllegalArgumentException if the number of features differs
   */
  public Perceptron inOriginalUnits(Perceptron model) {
    checkWidth("model", Checks.notNull("model", model).features());
    double[] weights = model.weights();
    double bias = model.bias();
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= scales[j];
      bias -= weights[j] * means[j];
    }
    Perceptron original = Perceptron.of(weights, bias, model.activation());
    return original.with(original.parameters(), model.output());
  }

  private void checkWidth(String name, int features) {
    if (features != means.length) {
      throw new IllegalArgumentException(
          name + " must have " + means.length + " features, but has " + features);
    }
  }

  @Override
  public String toString() {
    return "Standardizer(" + means.length + " features)";
  }
}
