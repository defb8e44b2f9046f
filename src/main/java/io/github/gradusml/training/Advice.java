package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import java.util.Optional;

/** What to change after a training diverged: the one thing that is most likely to help. */
final class Advice {
  private Advice() {}

  /** A sentence with the call to make; {@code rate} is the largest that was used. */
  static String after(
      double rate,
      TrainerSettings settings,
      Model<?> model,
      Dataset data,
      Optional<DominantFeature> dominant) {
    if (dominant.isEmpty()) {
      double cautious = cautiousRate(settings, model, data);
      return "Take a smaller learning rate: " + call(cautious < rate ? cautious : rate / 10) + ".";
    }
    double cautious = cautiousRate(settings, model, standardized(data));
    return "Standardize the features: train on Standardizer.fit(data).apply(data)"
        + (cautious < rate ? ", and there " + call(cautious) + "." : ".");
  }

  /** Half the largest rate that is stable, or that with momentum is likely to be; else NaN. */
  private static double cautiousRate(TrainerSettings settings, Model<?> model, Dataset data) {
    if (!(model instanceof Perceptron perceptron)) {
      return Double.NaN;
    }
    double curvature = Stability.largestCurvature(settings, perceptron.activation(), data);
    // Where momentum has no known limit, as if each of its steps were as long as they become.
    double guess = 1 / (settings.optimizer.steadyStep() * curvature);
    return Stability.of(settings, perceptron.activation(), data)
        .map(limit -> limit.largestRate() / 2)
        .orElse(guess > 0 ? guess : Double.NaN);
  }

  private static Dataset standardized(Dataset data) {
    Dataset rows = Sample.of(data);
    return Standardizer.fit(rows).apply(rows);
  }

  private static String call(double rate) {
    return "withLearningRate(LearningRate.constant(" + Divergence.number(rate) + "))";
  }
}
