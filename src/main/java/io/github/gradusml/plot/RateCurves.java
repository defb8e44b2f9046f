package io.github.gradusml.plot;

import io.github.gradusml.rate.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The learning rates of whole trainings, update by update. */
final class RateCurves {
  private RateCurves() {}

  static Picture of(Map<String, LearningRate> rates, int epochs, int updatesPerEpoch) {
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("rates must be at least one, but were none");
    }
    List<Curve> curves = new ArrayList<>();
    rates.forEach(
        (name, rate) -> {
          double[] y = rate.table(epochs, updatesPerEpoch);
          double[] x =
              IntStream.range(0, y.length).mapToDouble(t -> (double) t / updatesPerEpoch).toArray();
          curves.add(Curve.of(name, x, y, curves.size()));
        });
    return new LinePlot(
        "Learning rate", "epoch", Scale.LINEAR, "learning rate", Scale.LINEAR, curves);
  }
}
