package io.github.gradusml.data;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Shifts and scales each feature to mean 0 and standard deviation 1.
 *
 * <pre>{@code
 * x′ = (x − μ) / σ        μ = Σ sᵢ·xᵢ / Σ sᵢ        σ = √(Σ sᵢ·(xᵢ − μ)² / Σ sᵢ)
 * }</pre>
 *
 * <p>The sums are over the rows that it was fitted to. One learning rate and one penalty for all
 * weights make sense only where all features have the same scale. Fit it to the training rows and
 * apply it to the test rows: what is fitted to test rows knows too much.
 *
 * <p>A row counts as often as its {@linkplain Dataset#withWeights weight} sᵢ says, 1 where there
 * are none: weight 2 is the row twice, weight 0 the row left out. {@linkplain
 * Dataset#withBalancedClasses Balanced classes} give rows weights too, and so other means and
 * deviations; to be without, fit before balancing.
 *
 * <p>A feature that is constant in the rows that it was fitted to has σ = 0; it is divided by 1
 * instead, and so becomes 0. So it is with one that is constant but for rounding, such as 0.3 and
 * 0.1 + 0.2: all its numbers lie within 4 units in the last place (about 9e-16) of the largest,
 * which is what a few roundings leave. They become 0 but for those units, where a division by σ
 * would make noise of size 1 of them. The rule looks at the numbers and at nothing else, so that it
 * does not depend on how many rows there are: scikit-learn's, σ² ≤ n·ε·σ² + (n·μ·ε)², allows for
 * the rounding of its own sums as well, which are exact here, and takes 1000 whole numbers from
 * 1e15 on for one constant. Numbers so large that neighbors differ by a unit, such as times in
 * nanoseconds, are better counted from the first of them.
 *
 * <p>It knows the names of its features. Data whose features stand in another order, or are others,
 * are refused; data or a standardizer with the names x0, x1, … of {@link Dataset#of} only have to
 * have as many.
 *
 * <p>μ is right to a unit or two in the last place, of itself or of σ, and σ to 14 digits, whatever
 * the size of the numbers and however many rows there are; sums are added up in one order, so that
 * they have the same bits on every JVM. Where σ is no more than some units in the last place of μ,
 * the mean after standardizing is as far from 0 as μ is from the nearest double; below 1e-300 a
 * double has fewer digits, and so has σ.
 *
 * <p>To standardize targets, see {@link TargetStandardizer}.
 *
 * <p>Article: section 3, Standardize input data.
 */
public final class Standardizer implements FittedPreparation {
  private final FeatureOrder features;
  private final double[] means;
  private final double[] scales;
  private final Scaling scaling;

  private Standardizer(FeatureOrder features, double[] means, double[] scales) {
    this.features = features;
    this.means = means;
    this.scales = scales;
    this.scaling = new Scaling(means, scales);
  }

  /**
   * Learns the mean and the standard deviation of every feature.
   *
   * @param data the training rows, dense
   * @return the standardizer
   * @throws IllegalArgumentException if rows are sparse; take {@link #fitMaxAbs}
   */
  public static Standardizer fit(Dataset data) {
    checkDense(Checks.notNull("data", data));
    Moments moments = Moments.of(data.inputs(), data.isWeighted() ? data.relativeWeights() : null);
    return fitted(data, moments.means(), moments.deviations());
  }

  /**
   * Learns the largest number of every feature, whatever its sign, and leaves the means where they
   * are: for sparse rows, in which a zero must stay a zero.
   *
   * <pre>{@code
   * xⱼ′ = xⱼ / maxᵢ |xᵢⱼ|        μ = 0
   * }</pre>
   *
   * <p>Every number is then from −1 to 1. The standard deviation would do no good here: that of a
   * word that comes in one text of 10,000 is 0.01 × its number, and dividing by it makes 100 of the
   * 1 and a row 10,000 times as hard to learn from as the others, since the longest row limits the
   * learning rate. A single number that is far too large makes a column small, though: look for
   * such ones first. Rows of weight 0 do not count. Dense rows are scaled in the same way, bit for
   * bit. It is scikit-learn's {@code MaxAbsScaler}.
   *
   * @param data the training rows, sparse or dense
   * @return the standardizer, all of whose means are 0; it divides a column of zeros by 1
   */
  public static Standardizer fitMaxAbs(Dataset data) {
    Checks.noTexts("data", Checks.notNull("data", data).features());
    double[] shares = data.isWeighted() ? data.relativeWeights() : null;
    return fitted(data, new double[data.features()], Magnitudes.of(data.inputs(), shares));
  }

  /**
   * Learns what suits the rows: by {@link #fit} where they are dense, by {@link #fitMaxAbs} where
   * they are sparse.
   *
   * @param data the training rows
   * @return the standardizer
   */
  public static Standardizer fitAny(Dataset data) {
    return Checks.notNull("data", data).inputs().isSparse() ? fitMaxAbs(data) : fit(data);
  }

  private static Standardizer fitted(Dataset data, double[] means, double[] scales) {
    for (int j = 0; j < scales.length; j++) {
      scales[j] = scales[j] == 0 ? 1 : scales[j];
    }
    FeatureOrder features = FeatureOrder.fitted(data.featureNames(), "standardizer");
    return new Standardizer(features, means, scales);
  }

  private static void checkDense(Dataset data) {
    Checks.noTexts("data", data.features());
    if (data.inputs().isSparse()) {
      throw new IllegalArgumentException(
          "data must be dense to be shifted to mean 0, since that makes a number of every zero, but"
              + " was sparse; Standardizer.fitMaxAbs, or Preparation.scalingMaxAbs, keeps zeros");
    }
  }

  /**
   * Returns a standardizer of given means and scales, such as those of another program.
   *
   * @param featureNames the names of the d features; different
   * @param means μ; length d, finite, in the units of the features; copied
   * @param scales σ; length d, finite, {@code > 0}; copied
   * @return the standardizer
   * @throws IllegalArgumentException if a length or a number is wrong; the message names the
   *     feature
   */
  public static Standardizer of(List<String> featureNames, double[] means, double[] scales) {
    List<String> names =
        DistinctNames.of("featureNames", Checks.notNull("featureNames", featureNames));
    Checks.atLeast("features", names.size(), 1);
    FeatureOrder features = FeatureOrder.fitted(names, "standardizer");
    features.checkWidth("means", Checks.notNull("means", means).length);
    features.checkWidth("scales", Checks.notNull("scales", scales).length);
    for (int j = 0; j < means.length; j++) {
      if (!(Double.isFinite(means[j]) && scales[j] > 0 && Double.isFinite(scales[j]))) {
        String name = Names.quoted(names.get(j)); // only if needed: there may be a million
        Checks.finite("mean of " + name, means[j]);
        Checks.positive("scale of " + name, scales[j]);
      }
    }
    return new Standardizer(features, means.clone(), scales.clone());
  }

  /**
   * Returns the names of the features that it was fitted to.
   *
   * @return d names
   */
  public List<String> featureNames() {
    return features.names();
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
   * @param data the d features that this was fitted to, in the same order
   * @return the same rows, targets, weights and names, with standardized features
   * @throws IllegalArgumentException if the number of features, their names or their order differ,
   *     or a number is too large to be standardized; also if rows are sparse and a mean is not 0:
   *     {@link #fitMaxAbs} keeps zeros
   */
  @Override
  public Dataset apply(Dataset data) {
    features.check("data", Checks.notNull("data", data).featureNames());
    if (data.inputs().isSparse()) {
      return sparse(data, scaling::apply);
    }
    try {
      return data.withInputs(data.inputs().map(scaling::apply), data.featureNames());
    } catch (IllegalArgumentException e) {
      throw tooLarge(data).orElse(e);
    }
  }

  private Dataset sparse(Dataset data, BiConsumer<int[], double[]> change) {
    if (!scaling.keepsZeros()) {
      checkDense(data);
    }
    SparseScaling.TooLarge tooLarge =
        (i, j, value) -> notFinite("x[" + i + "][" + j + "], ", j, value);
    return data.withInputs(SparseScaling.map(data.inputs(), change, tooLarge), data.featureNames());
  }

  /** Rows were finite before they were standardized; those who read this know them by name. */
  private Optional<IllegalArgumentException> tooLarge(Dataset data) {
    for (int i = 0; i < data.rows(); i++) {
      double[] row = data.row(i);
      scaling.apply(row);
      for (int j = 0; j < row.length; j++) {
        if (!Double.isFinite(row[j])) {
          return Optional.of(notFinite("x[" + i + "][" + j + "], ", j, data.value(i, j)));
        }
      }
    }
    return Optional.empty();
  }

  private IllegalArgumentException notFinite(String place, int feature, double value) {
    return new IllegalArgumentException(
        place
            + Names.quoted(features.names().get(feature))
            + ", must be finite"
            + (Double.isFinite(value) ? " when standardized" : "")
            + ", but was "
            + value);
  }

  /**
   * Standardizes one row.
   *
   * @param x a row in original units; length d, finite
   * @return a new array, length d
   * @throws IllegalArgumentException if the length differs, a number is not finite, or one is too
   *     large to be standardized; the message names the feature
   */
  public double[] apply(double... x) {
    features.checkWidth("x", Checks.notNull("x", x).length);
    double[] row = x.clone();
    scaling.apply(row);
    for (int j = 0; j < row.length; j++) {
      if (!Double.isFinite(row[j])) {
        throw notFinite("x[" + j + "], ", j, x[j]);
      }
    }
    return row;
  }

  /**
   * Brings standardized features back to their original units.
   *
   * @param data the d features that this was fitted to, in the same order, standardized
   * @return the same rows, targets, weights and names, in original units
   * @throws IllegalArgumentException if the number of features, their names or their order differ,
   *     or a number is too large for a double; also if rows are sparse and a mean is not 0
   */
  public Dataset inverse(Dataset data) {
    features.check("data", Checks.notNull("data", data).featureNames());
    return data.inputs().isSparse()
        ? sparse(data, scaling::restore)
        : data.withInputs(data.inputs().map(scaling::restore), data.featureNames());
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
    features.checkWidth("model", Checks.notNull("model", model).features());
    double[] weights = model.weights();
    double bias = model.bias();
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= scales[j];
      bias -= weights[j] * means[j];
    }
    Perceptron original = Perceptron.of(weights, bias, model.activation());
    return original.with(original.parameters(), model.output());
  }

  /**
   * Tells whether another standardizer has the same names, means and scales, bit for bit.
   *
   * @param other what to compare with
   * @return true if it is such a standardizer
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Standardizer that
        && features.names().equals(that.features.names())
        && Arrays.equals(means, that.means)
        && Arrays.equals(scales, that.scales);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(means) + Arrays.hashCode(scales);
  }

  @Override
  public String toString() {
    return "Standardizer(" + means.length + " features)";
  }
}
