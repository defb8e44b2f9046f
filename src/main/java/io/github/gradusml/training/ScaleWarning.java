package io.github.gradusml.training;

import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Optional;

/**
 * Says before training that the features are too large for the rate, where that is plain to see. A
 * rate that only may be too large is left to show itself.
 */
final class ScaleWarning {
  /** Fewer updates, or a rate that falls at once, may leave too little time to diverge. */
  private static final int FIRST_UPDATES = 10;

  /**
   * Row by row, descent may survive a little more; and the scale is that of a sample of the rows.
   */
  private static final double MARGIN = 2;

  /** A bounded slope only oscillates, and only far beyond the limit of a quadratic. */
  private static final double MARGIN_FOR_BOUNDED_SLOPES = 100;

  private ScaleWarning() {}

  static Optional<String> of(TrainerSettings settings, Model<?> model, Dataset data) {
    // L1 may hold at 0 the weights that would grow.
    if (!(model instanceof Perceptron perceptron)
        || settings.regularizerOf(Perceptron.WEIGHTS).shrinks()) {
      return Optional.empty();
    }
    ComposedLoss loss = settings.loss.compose(perceptron.activation());
    FeatureScales scales = new FeatureScales(data);
    // λmax of the Hessian is at least c times the mean square of any feature.
    double largestRate =
        settings.optimizer.stabilityLimit() / (loss.curvature() * scales.largestMeanSquare());
    double margin = loss.isQuadratic() ? MARGIN : MARGIN_FOR_BOUNDED_SLOPES;
    double eta = smallestOfFirstRates(settings, data);
    // Positive: 0 where the curvature has no bound, NaN where the rule has no limit.
    if (!(largestRate > 0 && eta > margin * largestRate)) {
      return Optional.empty();
    }
    Optional<String> feature = scales.dominant().map(DominantFeature::description);
    // Classes that a line separates train at any rate, as long as no feature drowns the others.
    if (!loss.isQuadratic() && feature.isEmpty()) {
      return Optional.empty();
    }
    String limit = "rates above " + Divergence.number(largestRate) + " are not stable";
    String remedy = "; train on Standardizer.fit(data).apply(data), or take a smaller rate";
    return Optional.of(
        "with learning rate "
            + Divergence.number(eta)
            + " training will "
            + (loss.isQuadratic() ? "diverge" : "probably oscillate or diverge")
            + ", since "
            + feature
                .map(cause -> cause + " and " + limit + remedy)
                .orElse(limit + "; take a smaller one"));
  }

  private static double smallestOfFirstRates(TrainerSettings settings, Dataset data) {
    int updatesPerEpoch = settings.updates.updatesPerEpoch(data.rows());
    long updates = Math.min(FIRST_UPDATES, (long) settings.epochs * updatesPerEpoch);
    if (updates < FIRST_UPDATES) {
      return 0;
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (int t = 0; t < updates; t++) {
      double eta = settings.learningRate.at(t, (double) t / updatesPerEpoch);
      smallest = Math.min(smallest, eta);
    }
    return smallest;
  }
}
