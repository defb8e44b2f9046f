package io.github.gradusml.plot;

import io.github.gradusml.plot.LinePlot.Curve;
import io.github.gradusml.rate.LearningRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The learning rates of whole trainings, update by update. */
final class RateCurves {
  private RateCurves() {}

  static Picture of(Map<String, LearningRate> rates, int epochs, int updatesPerEpoch) {
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("rates must be at least one, but were none");
    }
    List<Curve> curves = new ArrayList<>();
    rates.forEach(
        (name, rate) ->
            curves.add(curve(name, rate.table(epochs, updatesPerEpoch), epochs, curves.size())));
    return new LinePlot("Learning rate", "epoch", Scale.COUNT, "learning rate", curves);
  }

  /** An update's rate holds until the next, so that the last ends where the last epoch does. */
  private static Curve curve(String name, double[] table, int epochs, int color) {
    double[] x = new double[table.length + 1];
    double[] y = Arrays.copyOf(table, table.length + 1);
    Arrays.setAll(x, t -> (double) t * epochs / table.length);
    y[table.length] = table[table.length - 1];
    return new Curve(name, x, y, Look.line(color));
  }
}
