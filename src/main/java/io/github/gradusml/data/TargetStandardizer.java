package io.github.gradusml.data;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Rows;
import java.util.Objects;
import java.util.Optional;

/**
 * Shifts and scales targets to mean 0 and standard deviation 1, and brings predictions back to the
 * targets' own unit.
 *
 * <pre>{@code
 * y′ = (y − μ) / σ        ŷ = σ·ŷ′ + μ
 * }</pre>
 *
 * <p>For targets that are numbers, such as a price: after it one learning rate, one penalty and one
 * δ of a Huber loss fit whatever the unit is. Fit it to the training rows. Targets that stand for
 * classes are refused where the classes have names.
 *
 * <p>A row counts as often as its weight says, as in a {@link Standardizer}. Targets that are all
 * the same, or differ by rounding alone, have σ = 0; they are divided by 1 instead, and so become
 * 0.
 *
 * <p>Predictions of a model trained this way are in units of σ, and so are its scores, but for R²,
 * which has none. A {@code Pipeline} brings both back. By hand, bring the perceptron back by {@link
 * #inOriginalUnits(Perceptron)}, or the predictions by {@link #inverse(double[])}.
 *
 * <p>A standardizer is immutable.
 *
 * <p>Article: section 3, Standardize input data. Symbols: y target, ŷ prediction, μ mean, σ
 * standard deviation.
 */
public final class TargetStandardizer implements FittedPreparation {
  private final double mean;
  private final double scale;

  private TargetStandardizer(double mean, double scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /**
   * Learns the mean and the standard deviation of the targets.
   *
   * @param data the training rows
   * @return the standardizer
   * @throws IllegalArgumentException if the targets number classes
   */
  public static TargetStandardizer fit(Dataset data) {
    checkNumbers(data);
    double[] one = new double[1];
    Rows column =
        Rows.dense(
            data.rows(),
            1,
            i -> {
              one[0] = data.target(i);
              return one;
            });
    Moments moments = Moments.of(column, data.isWeighted() ? data.relativeWeights() : null);
    double deviation = moments.deviations()[0];
    return new TargetStandardizer(moments.means()[0], deviation == 0 ? 1 : deviation);
  }

  private static void checkNumbers(Dataset data) {
    if (!Checks.notNull("data", data).classNames().isEmpty()) {
      throw new IllegalArgumentException(
          "targets must be numbers to be standardized, but stand for "
              + data.classNames().size()
              + " classes; train on them as they are");
    }
  }

  /**
   * Returns a standardizer of a given mean and scale.
   *
   * @param mean μ, in the targets' unit; finite
   * @param scale σ, in the targets' unit; finite, {@code > 0}
   * @return the standardizer
   * @throws IllegalArgumentException if one is not such a number
   */
  public static TargetStandardizer of(double mean, double scale) {
    return new TargetStandardizer(Checks.finite("mean", mean), Checks.positive("scale", scale));
  }

  @Override
  public Optional<TargetStandardizer> targets() {
    return Optional.of(this);
  }

  /**
   * Returns the mean.
   *
   * @return μ, in the targets' unit
   */
  public double mean() {
    return mean;
  }

  /**
   * Returns what targets are divided by: their standard deviation, or 1 if all are the same.
   *
   * @return σ, in the targets' unit, above 0
   */
  public double scale() {
    return scale;
  }

  /**
   * Standardizes the targets of all rows.
   *
   * @param data the rows, with targets in the same unit as those that this was fitted to
   * @return the same features, weights and names, with standardized targets
   * @throws IllegalArgumentException if the targets number classes, or one is too large to be
   *     standardized
   */
  @Override
  public Dataset apply(Dataset data) {
    checkNumbers(data);
    double[] y = data.targets();
    for (int i = 0; i < y.length; i++) {
      // By halves, so that a distance from the mean does not overflow.
      y[i] = (y[i] / 2 - mean / 2) / (scale / 2);
    }
    return data.withTargets(y);
  }

  /**
   * Brings a prediction back.
   *
   * @param prediction ŷ′, of a model trained on standardized targets
   * @return ŷ, in the targets' own unit
   */
  public double inverse(double prediction) {
    return scale * prediction + mean;
  }

  /**
   * Brings predictions back.
   *
   * @param predictions ŷ′, of a model trained on standardized targets; not changed
   * @return a new array: ŷ, in the targets' own unit
   */
  public double[] inverse(double[] predictions) {
    double[] own = Checks.notNull("predictions", predictions).clone();
    for (int i = 0; i < own.length; i++) {
      own[i] = inverse(own[i]);
    }
    return own;
  }

  /**
   * Returns the output that predicts in the targets' own unit from the same net inputs.
   *
   * @param output that of a model trained on standardized targets; one net input
   * @return ŷ = σ·φ(z) + μ, with its cut in the same unit
   * @throws IllegalArgumentException if there are several net inputs
   */
  public Output inOriginalUnits(Output output) {
    int k = Checks.notNull("output", output).outputs();
    if (k != 1) {
      throw new IllegalArgumentException(
          "output must have one net input where targets are standardized, but has " + k);
    }
    Output own = Output.of(new InOwnUnit(output.activation(), this));
    return Double.isFinite(output.cut())
        ? own.withCut(inverse(output.cut()))
        : own.fittedTo(Loss.squaredError(), new double[] {0, 1, 2}); // numbers, not two classes
  }

  /**
   * Returns the perceptron that predicts in the targets' own unit.
   *
   * <pre>{@code
   * w′ = σ·w        b′ = σ·b + μ
   * }</pre>
   *
   * @param model a perceptron with the identity, trained on standardized targets
   * @return a perceptron for the same features, which has a bias even if {@code model} has none
   * @throws IllegalArgumentException if the activation is not the identity
   */
  public Perceptron inOriginalUnits(Perceptron model) {
    Activation activation = Checks.notNull("model", model).activation();
    if (!activation.equals(Activation.identity())) {
      throw new IllegalArgumentException(
          "model must have the identity for its activation to predict in another unit, but has "
              + activation
              + "; inverse brings its predictions back");
    }
    double[] weights = model.weights();
    for (int j = 0; j < weights.length; j++) {
      weights[j] *= scale;
    }
    Perceptron own = Perceptron.of(weights, inverse(model.bias()), activation);
    Output output = model.output();
    boolean cuts = Double.isFinite(output.cut());
    return own.with(own.parameters(), cuts ? output.withCut(inverse(output.cut())) : output);
  }

  /**
   * Returns the perceptron that does on original features, in the targets' own unit, what {@code
   * model} does on standardized ones.
   *
   * @param model a perceptron with the identity, trained on standardized features and targets
   * @param features what standardized the features
   * @return a perceptron for original units, which has a bias even if {@code model} has none
   * @throws IllegalArgumentException if the activation is not the identity, or the number of
   *     features differs
   */
  public Perceptron inOriginalUnits(Perceptron model, Standardizer features) {
    return Checks.notNull("features", features).inOriginalUnits(inOriginalUnits(model));
  }

  /**
   * Tells whether another standardizer has the same mean and scale.
   *
   * @param other what to compare with
   * @return true if it is such a standardizer
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof TargetStandardizer that && mean == that.mean && scale == that.scale;
  }

  @Override
  public int hashCode() {
    return Objects.hash(mean, scale);
  }

  @Override
  public String toString() {
    return "TargetStandardizer(mean " + mean + ", scale " + scale + ")";
  }
}
