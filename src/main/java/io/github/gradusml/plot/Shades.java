package io.github.gradusml.plot;

import java.util.Arrays;
import java.util.Collection;

/**
 * The colors of numbers: from white for 0 to dark for the largest; where some are below 0, from
 * orange through white for 0 to blue, as far below as above.
 *
 * @param largest the number, or minus the number, of the darkest color
 * @param hasTwoSides whether there are numbers below 0
 */
record Shades(double largest, boolean hasTwoSides) {
  private static final Color DARK = new Color(0x1A1A1A);
  private static final Color ABOVE = Look.color(0);
  private static final Color BELOW = Look.color(1);

  /** Colors for all of these numbers. */
  static Shades of(Collection<double[]> numbers) {
    double low = 0;
    double high = 0;
    for (double[] some : numbers) {
      low = Math.min(low, Arrays.stream(some).min().orElse(0));
      high = Math.max(high, Arrays.stream(some).max().orElse(0));
    }
    double largest = Math.max(-low, high);
    return new Shades(largest == 0 ? 1 : largest, low < 0);
  }

  Color color(double number) {
    Color full = !hasTwoSides ? DARK : number < 0 ? BELOW : ABOVE;
    return full.tint(Math.abs(number) / largest);
  }

  double lowest() {
    return hasTwoSides ? -largest : 0;
  }
}
