package io.github.gradusml.stability;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.internal.Texts;
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
    // L1 may hold at 0 the weights that would grow.
    if (!model.layers(1).addOnlyBias() || descent.regularizer().shrinks()) {
      return Optional.empty();
    }
    LossOnNetInputs loss = model.output().compose(descent.loss());
    FeatureScales scales = FeatureScales.of(data);
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
    String remedy = "; train on Standardizer.fit(data).apply(data), or take a smaller rate";
    return Optional.of(
        "with learning rate "
            + Texts.number(eta)
            + " training will "
            + (loss.isQuadratic() ? "diverge" : "probably oscillate or diverge")
            + ", since "
            + feature
                .map(cause -> cause + " and " + limit + remedy)
                .orElse(limit + "; take a smaller one"));
  }

  /**
   * Says after a training diverged what to do about it.
   *
   * @param rate the largest rate that was used
   * @param descent how the training descends
   * @param model the model
   * @param data the rows to train on
   * @return a sentence with the call to make
   */
  public static String after(double rate, Descent descent, Model<?> model, Dataset data) {
    if (FeatureScales.of(data).dominant().isEmpty()) {
      double cautious = cautiousRate(descent, model, data);
      return "Take a smaller learning rate: " + call(cautious < rate ? cautious : rate / 10) + ".";
    }
    double cautious = cautiousRate(descent, model, standardized(data));
    return "Standardize the features: train on Standardizer.fit(data).apply(data)"
        + (cautious < rate ? ", and there " + call(cautious) + "." : ".");
  }

  /** Half the largest rate that is stable, or that with momentum is likely to be; else NaN. */
  private static double cautiousRate(Descent descent, Model<?> model, Dataset data) {
    double curvature = Curvature.largest(descent, model, data);
    // Where momentum has no known limit, as if each of its steps were as long as they become.
    double guess = 1 / (descent.optimizer().steadyStep() * curvature);
    return Stability.of(descent, model, data)
        .map(limit -> limit.largestRate() / 2)
        .orElse(guess > 0 ? guess : Double.NaN);
  }

  private static Dataset standardized(Dataset data) {
    Dataset rows = data.select(FeatureScales.of(data).sample());
    return Standardizer.fit(rows).apply(rows);
  }

  private static String call(double rate) {
    return "withLearningRate(LearningRate.constant(" + Texts.number(rate) + "))";
  }
}
