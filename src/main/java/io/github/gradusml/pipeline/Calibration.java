package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.metric.Scores;

/**
 * What makes probabilities of net inputs: a slope for all of them and, for two classes, a shift.
 *
 * <pre>{@code
 * one net input:  p = σ(a·z + c)        several:  p = softmax(a·z),  a = 1/T
 * }</pre>
 *
 * <p>Those of {@link #fit} make the log loss of some rows as small as it gets:
 *
 * <pre>{@code
 * one net input, Platt scaling:  Σ sᵢ·(−tᵢ·ln pᵢ − (1 − tᵢ)·ln(1 − pᵢ)) is smallest,
 *                                tᵢ = (n₁ + 1)/(n₁ + 2) for class 1, else 1/(n₀ + 2)
 * several, temperature scaling:  Σ sᵢ·(−ln pᵢ of class yᵢ) is smallest, a ≥ 0
 * }</pre>
 *
 * <p>n₀ and n₁ count the rows of the two classes, or add up their weights where these have a mean
 * of 1 over the rows that count. Platt's targets stand for one row more of each class, so that the
 * slope stays finite where the net inputs separate the classes. With several net inputs there is no
 * smallest sum where no row has a class above its own: then one in n + 2 rows is taken to be wrong,
 * with targets 1 − 1/(n + 2) for its own class and the rest shared among the others, where n counts
 * the rows. Rows of weight 0 are left out.
 *
 * <p>Net inputs that are all the same say nothing: with one the slope is 0, and p the mean of the
 * targets; several are left as they are, with slope 1. Where one net input ranks the classes the
 * wrong way round, the slope is below 0; where several point to wrong classes on average it is 0,
 * and every p is 1/k. Both tell of a model that is worse than none.
 *
 * <p>A calibration is immutable. Symbols: z net inputs of the model, a slope, c intercept, T
 * temperature, p probability, t target, s weight of a row, k number of classes.
 *
 * <p>Source: J. Platt, Probabilistic outputs for support vector machines and comparisons to
 * regularized likelihood methods, Advances in Large Margin Classifiers, 1999; H.-T. Lin, C.-J. Lin,
 * R. Weng, A note on Platt's probabilistic outputs for support vector machines, Machine Learning 68
 * (2007), doi:10.1007/s10994-007-5018-6; for temperatures: C. Guo, G. Pleiss, Y. Sun, K.
 * Weinberger, On calibration of modern neural networks, ICML 2017.
 *
 * @param slope a; finite
 * @param intercept c; finite, and 0 where there are several net inputs
 */
public record Calibration(double slope, double intercept) {
  /**
   * Checks the two numbers.
   *
   * @param slope a; finite
   * @param intercept c; finite
   * @throws IllegalArgumentException if one is not finite
   */
  public Calibration {
    Checks.finite("slope", slope);
    Checks.finite("intercept", intercept);
  }

  /**
   * Fits a calibration to net inputs of rows that the model was <b>not trained on</b>: on its own
   * training rows a model is surer than it should be elsewhere, and so would be its calibration.
   *
   * <p>{@code CrossValidation.withCalibration} does all that is needed; by hand, the rows may be
   * some that were kept apart, or predictions out of fold:
   *
   * <pre>{@code
   * Pipeline<Perceptron> pipeline = folds.fit(trainer, start, data);
   * Scores unseen = folds.predict(trainer, start, data).scores();
   * Pipeline<Perceptron> calibrated = pipeline.withCalibration(Calibration.fit(unseen));
   * }</pre>
   *
   * @param scores of the model before any calibration; its net inputs finite, of any loss, and its
   *     rows of two classes or as many as there are net inputs
   * @return the calibration
   * @throws IllegalArgumentException if the targets stand for no classes, a net input is infinite,
   *     or there is one net input and all rows that count are of one class
   */
  public static Calibration fit(Scores scores) {
    return Checks.notNull("scores", scores).outputs() == 1
        ? PlattScaling.fit(scores)
        : TemperatureScaling.fit(scores);
  }

  /**
   * Returns the net inputs that probabilities are made of.
   *
   * @param netInputs z, of any number of rows; not changed
   * @return a new array: a·z + c
   */
  public double[] apply(double... netInputs) {
    double[] calibrated = Checks.notNull("netInputs", netInputs).clone();
    for (int i = 0; i < calibrated.length; i++) {
      calibrated[i] = at(calibrated[i]);
    }
    return calibrated;
  }

  /** Of one net input, without an array. */
  double at(double z) {
    return slope == 0 && !Double.isNaN(z) ? intercept : slope * z + intercept; // 0·∞ is 0 here
  }

  /**
   * Returns what makes probabilities of calibrated net inputs.
   *
   * @param own the model's own output
   * @return a sigmoid that cuts at ½, or a softmax of as many classes
   */
  public static Output output(Output own) {
    int k = Checks.notNull("own", own).outputs();
    return k == 1 ? Output.of(Activation.sigmoid()) : Output.softmax(k);
  }

  void check(Parts<?> parts) {
    int k = parts.model().output().outputs();
    if (k > 1 && intercept != 0) {
      throw new IllegalArgumentException(
          "intercept must be 0 where there are "
              + k
              + " net inputs, since a softmax does not see it, but was "
              + intercept);
    }
    if (parts.preparation().targets().isPresent()) {
      throw new IllegalArgumentException(
          "calibration must be of classes, but targets are numbers that are standardized");
    }
  }
}
