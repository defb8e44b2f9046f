package io.github.gradusml.plot;

import java.util.Arrays;

/**
 * The levels at which contours are drawn: from one to the next the height above the lowest place is
 * the same number of times as large, so that they lie about evenly around a minimum.
 *
 * @param lowest the lowest place
 * @param ratio how many times as far above it a level is as the one below
 * @param levels ascending; none where the ground is level
 */
record Levels(double lowest, double ratio, double[] levels) {
  private static final int MOST = 12;
  private static final double[] RATIOS = {1.5, 2, 3, 5, 10, 30, 100, 1e3, 1e6, 1e12, 1e30};

  /** The share of the places that lie within the innermost contour, and within the outermost. */
  private static final double INNERMOST = 0.004;

  private static final double OUTERMOST = 0.96;

  /** Heights that differ by less, as a share of their size, differ by rounding. */
  private static final double ROUNDING = 1e-12;

  /** Levels for the heights of a surface. */
  static Levels of(double lowest, double[][] heights) {
    double[] above =
        Arrays.stream(heights)
            .flatMapToDouble(Arrays::stream)
            .map(height -> height - lowest)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double top = above.length == 0 ? 0 : quantile(above, OUTERMOST);
    if (!(top > ROUNDING * Math.abs(lowest))) {
      return new Levels(lowest, Double.NaN, new double[0]);
    }
    double bottom = Math.max(quantile(above, INNERMOST), ROUNDING * top);
    double exact = StrictMath.pow(top / bottom, 1.0 / (MOST - 1));
    double ratio = Arrays.stream(RATIOS).filter(r -> r >= exact).findFirst().orElse(exact);
    double[] levels = new double[MOST];
    for (int k = 0; k < MOST; k++) {
      levels[k] = lowest + top / StrictMath.pow(ratio, MOST - 1 - k);
    }
    double least = lowest + bottom / ratio;
    double[] seen = Arrays.stream(levels).filter(level -> level >= least).distinct().toArray();
    return new Levels(lowest, ratio, seen);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /** Says how the contours are to be read. */
  String caption(String height) {
    if (levels.length == 0) {
      return "The " + height + " is the same all over the picture.";
    }
    return "The lowest "
        + height
        + " is "
        + Digits.few(lowest)
        + "; each contour is "
        + Digits.few(ratio)
        + " times as high above it as the one inside.";
  }
}
