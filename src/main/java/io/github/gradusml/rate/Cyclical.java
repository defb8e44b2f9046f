package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import org.apache.commons.math3.util.FastMath;

/**
 * See {@link LearningRate#triangular}.
 *
 * @param base the rate at the bottom of a cycle
 * @param highest the rate at the top of the first
 * @param halfCycle the length of a rise or a fall
 * @param shrink the height of a cycle, as a share of the one before
 * @param decay the factor per unit of time on the height
 */
record Cyclical(double base, double highest, double halfCycle, double shrink, double decay)
    implements Schedule {
  Cyclical {
    Cosine.check("base", base, highest);
    Checks.positive("halfCycle", halfCycle);
    if (!(decay > 0 && decay <= 1)) {
      throw new IllegalArgumentException("decay must be in (0, 1], but was " + decay);
    }
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    double cycle = Math.floor(1 + time / (2 * halfCycle));
    double x =
        cycle < WarmRestarts.MOST_COUNTED
            ? Math.abs(time / halfCycle - 2 * cycle + 1)
            : Math.abs(time % (2 * halfCycle) / halfCycle - 1);
    double height = Exponential.power(shrink, cycle - 1) * FastMath.pow(decay, time);
    return base + (highest - base) * Math.max(0, 1 - x) * height;
  }

  @Override
  public String toString() {
    return (decay != 1 ? "exp range(" : shrink != 1 ? "triangular2(" : "triangular(")
        + base
        + " to "
        + highest
        + ", half cycle "
        + halfCycle
        + (decay == 1 ? ")" : ", decay " + decay + ")");
  }
}
