package io.github.gradusml.training;

import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Locale;
import java.util.Optional;

/** Says before training that the features are too large for the rate, where that is plain to see. */
final class ScaleWarning {
  /** A bounded slope only oscillates, and only far beyond the limit of a quadratic. */
  private static final double MARGIN_FOR_BOUNDED_SLOPES = 10;

  private ScaleWarning() {}

  static Optional<String> of(TrainerSettings settings, Model<?> model, Dataset data) {
    if (!(model instanceof Perceptron perceptron)) {
      return Optional.empty();
    }
    ComposedLoss loss = settings.loss.compose(perceptron.activation());
    double limit = settings.optimizer.stabilityLimit();
    if (Double.isInfinite(loss.curvature()) || Double.isNaN(limit)) {
      return Optional.empty();
    }
    FeatureScales scales = new FeatureScales(data);
    double largestRate = limit / (loss.curvature() * scales.largestMeanSquare());
    double eta = settings.learningRate.at(0, 0);
    double margin = loss.isQuadratic() ? 1 : MARGIN_FOR_BOUNDED_SLOPES;
    if (!(eta > margin * largestRate)) {
      return Optional.empty();
    }
    String cause =
        scales.dominant().map(DominantFeature::description).orElse("the features are large");
    return Optional.of(
        String.format(
            Locale.ROOT,
            "with learning rate %.3g training will %s, since %s and rates above %.3g are not stable;"
                + " train on Standardizer.fit(data).apply(data), or take a smaller rate",
            eta,
            loss.isQuadratic() ? "diverge" : "probably oscillate",
            cause,
            largestRate));
  }
}
