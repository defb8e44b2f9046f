package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import org.apache.commons.math3.util.FastMath;

/**
 * See {@link LearningRate#cosine}.
 *
 * @param highest the rate at time 0
 * @param lowest the rate from the end on
 * @param length when it ends
 */
record Cosine(double highest, double lowest, double length) implements Schedule {
  Cosine {
    check("lowest", lowest, highest);
    Checks.positive("length", length);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    return fall(highest, lowest, Math.min(time, length) / length);
  }

  /** Half a period of a cosine: from a to b as part goes from 0 to 1, to the bit at either end. */
  static double fall(double a, double b, double part) {
    double share = (1 + FastMath.cos(Math.PI * part)) / 2;
    return share * a + (1 - share) * b;
  }

  static void check(String name, double lowest, double highest) {
    Checks.notNegative(name, lowest);
    Checks.positive("highest", highest);
    if (lowest > highest) {
      throw new IllegalArgumentException(
          name + " must be at most highest, " + highest + ", but was " + lowest);
    }
  }

  @Override
  public String toString() {
    return "cosine(" + highest + " to " + lowest + " over " + length + ")";
  }
}
