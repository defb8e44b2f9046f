package io.github.gradusml.stability;

import java.util.Locale;

/**
 * A feature so large that it alone decides which learning rates are stable, while the others, and
 * the bias with its constant input 1, hardly move at such rates.
 *
 * @param name the feature's name
 * @param size the root of its mean square
 * @param medianSize the same of the median feature
 */
public record DominantFeature(String name, double size, double medianSize) {
  /**
   * Returns how many times as large as the median feature it is, or as the bias's input 1 if that
   * is smaller.
   *
   * @return more than 10
   */
  public double ratio() {
    return size / Math.min(medianSize, 1);
  }

  /**
   * Says so.
   *
   * @return the part of a sentence
   */
  public String description() {
    return String.format(
        Locale.ROOT,
        "feature \"%s\" is %.3g times as large as %s",
        name,
        ratio(),
        medianSize < 1 ? "the median feature" : "the constant input 1 of the bias");
  }
}
