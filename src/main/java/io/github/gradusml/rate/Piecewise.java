package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link LearningRate#piecewise}.
 *
 * @param rates one rate more than there are boundaries
 * @param boundaries when the next rate begins
 */
record Piecewise(List<Double> rates, List<Double> boundaries) implements Schedule {
  Piecewise {
    if (rates.size() != boundaries.size() + 1) {
      throw new IllegalArgumentException(
          "rates must be one more than boundaries, but were "
              + rates.size()
              + " and "
              + boundaries.size());
    }
    for (int i = 0; i < rates.size(); i++) {
      Checks.notNegative("rates[" + i + "]", rates.get(i));
    }
    for (int i = 0; i < boundaries.size(); i++) {
      if (!(boundaries.get(i) > (i == 0 ? 0 : boundaries.get(i - 1)))) {
        throw new IllegalArgumentException(
            "boundaries must be > 0 and ascending, but were " + boundaries);
      }
    }
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    int piece = 0;
    while (piece < boundaries.size() && time >= boundaries.get(piece)) {
      piece++;
    }
    return rates.get(piece);
  }

  @Override
  public String toString() {
    return "piecewise(" + rates + " at " + boundaries + ")";
  }
}
