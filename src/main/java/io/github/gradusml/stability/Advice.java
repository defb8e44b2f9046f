package io.github.gradusml.stability;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.regularization.Regularizer;
import java.util.Optional;

/**
 * What to change about a training that will diverge or has: the one thing that is most likely to
 * help.
 *
 * <p>Article: section 4, Effect of learning rate, and section 3, Standardize input data.
 */
public final class Advice {
  /**
   * Row by row, descent may survive a little more; and the scale is that of a sample of the rows.
   */
  private static final double MARGIN = 2;

  /** A bounded slope only oscillates, and only far beyond the limit of a quadratic. */
  private static final double MARGIN_FOR_BOUNDED_SLOPES = 100;

  /** Each a tenth of the one before; a rate beyond them would move nothing. */
  private static final int MOST_TRIALS = 20;

  private Advice() {}

  /**
   * Says before a training that the features are too large for the rate, where that is plain to
   * see. A rate that only may be too large is left to show itself.
   *
   * @param eta the smallest of the first few rates
   * @param descent how the training descends
   * @param model the model
   * @param data the rows to train on
   * @return a sentence; empty where nothing is plain to see
   */
  public static Optional<String> before(double eta, Descent descent, Model<?> model, Dataset data) {
    Checks.notNull("descent", descent);
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    // L1 may hold at 0 the weights that would grow.
    boolean mayGrow = eta > 0 && model.layers(1).addOnlyBias() && !descent.regularizer().shrinks();
    if (!mayGrow) {
      return Optional.empty();
    }
    LossOnNetInputs loss = model.output().compose(descent.loss());
    FeatureScales scales = FeatureScales.of(data);
    boolean isCertain = descent.looksAtAll(data.rows()) && scales.isOfAllRows();
    // λmax of the Hessian is at least c times the mean square of any feature.
    double largestRate =
        descent.optimizer().stabilityLimit() / (loss.curvature() * scales.largestMeanSquare());
    double margin = loss.isQuadratic() ? MARGIN : MARGIN_FOR_BOUNDED_SLOPES;
    // Positive: 0 where the curvature has no bound, NaN where the rule has no limit.
    if (!(largestRate > 0 && eta > margin * largestRate)) {
      return Optional.empty();
    }
    Optional<String> feature = scales.dominant().map(DominantFeature::description);
    // Classes that a line separates train at any rate, as long as no feature drowns the others.
    if (!loss.isQuadratic() && feature.isEmpty()) {
      return Optional.empty();
    }
    String limit = "rates above " + Texts.number(largestRate) + " are not stable";
    String remedy = "; train on " + standardizing(data, "data") + ", or take a smaller rate";
    return Optional.of(
        "with learning rate "
            + Texts.number(eta)
            + " training will "
            + (isCertain && loss.isQuadratic() ? "" : "probably ")
            + (loss.isQuadratic() ? "diverge" : "oscillate or diverge")
            + ", since "
            + feature
                .map(cause -> cause + " and " + limit + remedy)
                .orElse(limit + "; take a smaller one"));
  }

  /** Whether a training with another rate gets anywhere. */
  @FunctionalInterface
  public interface Trial {
    /**
     * Tries it.
     *
     * @param rate the rate
     * @param isStandardized whether on standardized rows
     * @return whether it ends below where it began
     */
    boolean learns(double rate, boolean isStandardized);
  }

  /**
   * Says after a training diverged what to do about it: something that was tried before.
   *
   * @param rate the largest rate that was used
   * @param isConstant whether it is that of every update; if not, to standardize is not enough
   * @param descent how the training descends
   * @param model the model
   * @param data the rows to train on
   * @param trial tries a rate
   * @return a sentence or two with the call to make; where no rate gets anywhere, they say so
   */
  public static String after(
      double rate, boolean isConstant, Descent descent, Model<?> model, Dataset data, Trial trial) {
    Checks.notNull("descent", descent);
    Checks.notNull("model", model);
    Checks.notNull("trial", trial);
    Optional<Dataset> standardized =
        FeatureScales.of(data).dominant().flatMap(feature -> standardized(data));
    boolean standardize = standardized.isPresent();
    double cautious = cautiousRate(descent, model, standardized.orElse(data));
    double tried = told(standardize ? Math.min(rate, largest(cautious)) : smaller(cautious, rate));
    boolean learns = trial.learns(tried, standardize);
    for (int k = 1; k < MOST_TRIALS && !learns; k++) {
      tried = told(tried / 10);
      learns = trial.learns(tried, standardize);
    }
    String decay = decay(rate, descent.regularizer());
    if (!learns) {
      return decay + noRate(standardize, descent.regularizer(), data);
    }
    if (!standardize) {
      return decay + "Take a smaller learning rate: " + call(tried) + ".";
    }
    return decay
        + "Standardize the features: train on "
        + standardizing(data, "data")
        + (tried < rate || !isConstant ? ", and there " + call(tried) + "." : ".");
  }

  /** As a message has it: near the edge of what is stable, the next digit may decide. */
  private static double told(double rate) {
    return Double.parseDouble(Texts.number(rate));
  }

  private static String noRate(boolean standardized, Regularizer regularizer, Dataset data) {
    return "No smaller rate that was tried ended below what training began with either"
        + (standardized ? ", not even on " + standardizing(data, "data") : "")
        + (regularizer.equals(Regularizer.none())
            ? ": in this way nothing is learned from these rows."
            : ". A smaller penalty than " + regularizer + " may leave more to learn.");
  }

  private static double largest(double cautious) {
    return cautious > 0 ? cautious : Double.POSITIVE_INFINITY;
  }

  private static double smaller(double cautious, double rate) {
    return cautious < rate ? cautious : rate / 10;
  }

  /** Decay that is decoupled from the gradient turns the sign of a weight where η·λ is above 1. */
  private static String decay(double rate, Regularizer regularizer) {
    double share = rate * regularizer.curvature();
    return regularizer.decays() && share > 2
        ? "The decay multiplies each weight by 1 − η·λ = "
            + Texts.number(1 - share)
            + " before a step, which makes it grow; η·λ must be below 2. "
        : "";
  }

  /** Half the largest rate that is stable, or that with momentum is likely to be; else NaN. */
  private static double cautiousRate(Descent descent, Model<?> model, Dataset data) {
    double curvature = Curvature.largest(descent, model, data);
    double penalty = descent.regularizer().curvature();
    if (!Double.isFinite(curvature) && penalty > 0) {
      curvature = penalty; // with a kink, nothing but the penalty makes weights grow without end
    }
    // Where momentum has no known limit, as if each of its steps were as long as they become.
    double steady = descent.regularizer().decays() ? 1 : descent.optimizer().steadyStep();
    double guess = 1 / (steady * curvature);
    return Stability.of(descent, model, data)
        .map(limit -> limit.largestRate() / 2)
        .orElse(guess > 0 ? guess : Double.NaN);
  }

  /** Empty where a number is too large for it, as one may be in a row that hardly counts. */
  private static Optional<Dataset> standardized(Dataset data) {
    Dataset rows = data.select(FeatureScales.of(data).sample());
    try {
      return Optional.of(Standardizer.fitAny(rows).apply(rows));
    } catch (IllegalArgumentException tooLarge) {
      return Optional.empty();
    }
  }

  /**
   * Writes the call that standardizes rows.
   *
   * @param data the rows
   * @param name what they are called there
   * @return Java code
   */
  public static String standardizing(Dataset data, String name) {
    String fit = Checks.notNull("data", data).inputs().isSparse() ? "fitMaxAbs" : "fit";
    return "Standardizer." + fit + "(" + name + ").apply(" + name + ")";
  }

  /**
   * Writes the call that sets a rate.
   *
   * @param rate η
   * @return Java code
   */
  public static String call(double rate) {
    return "withLearningRate(LearningRate.constant(" + Texts.number(rate) + "))";
  }
}
