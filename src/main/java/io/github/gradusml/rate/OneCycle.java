package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * A rate that rises once and falls once: see {@link LearningRate#oneCycle}, which makes it.
 *
 * <pre>{@code
 * η(0) = η₀/d        η(peak) = η₀        η(end) = η₀/(d·e), and stays there
 * }</pre>
 *
 * <p>Between these, along half a cosine each, or {@linkplain #withLines() lines}.
 *
 * <p>Article: section 4, Learning rate.
 *
 * <p>Source: L. Smith, N. Topin, Super-convergence, 2018, arXiv:1708.07120, who draw lines; cosines
 * and the divisors 25 and 10,000 are those that PyTorch's OneCycleLR made common.
 *
 * @param highest η₀, the rate at the peak; finite, {@code > 0}
 * @param peak the time of the peak; finite, {@code > 0}
 * @param end the time of the last update; finite, {@code > peak}
 * @param startDivisor d, the highest rate divided by the first; finite, {@code >= 1}
 * @param endDivisor e, the first rate divided by the last; finite, {@code >= 1}
 * @param isLinear whether it goes along lines
 */
public record OneCycle(
    double highest,
    double peak,
    double end,
    double startDivisor,
    double endDivisor,
    boolean isLinear)
    implements Schedule {
  /**
   * Checks the numbers.
   *
   * @param highest η₀, the rate at the peak
   * @param peak the time of the peak
   * @param end the time of the last update
   * @param startDivisor d, the highest rate divided by the first
   * @param endDivisor e, the first rate divided by the last
   * @param isLinear whether it goes along lines
   * @throws IllegalArgumentException if a number is outside its range
   */
  public OneCycle {
    Checks.positive("highest", highest);
    Checks.positive("peak", peak);
    if (!(end > peak && end < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "end must be finite and > peak, " + peak + ", but was " + end);
    }
    divisor("startDivisor", startDivisor);
    divisor("endDivisor", endDivisor);
  }

  private static void divisor(String name, double divisor) {
    if (!(divisor >= 1 && divisor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and >= 1, but was " + divisor);
    }
  }

  /**
   * Sets where it begins and ends.
   *
   * @param startDivisor d, the highest rate divided by the first; finite, {@code >= 1}; 25 unless
   *     set
   * @param endDivisor e, the first rate divided by the last; finite, {@code >= 1}; 10,000 unless
   *     set
   * @return another schedule
   * @throws IllegalArgumentException if one is outside its range
   */
  public OneCycle withDivisors(double startDivisor, double endDivisor) {
    return new OneCycle(highest, peak, end, startDivisor, endDivisor, isLinear);
  }

  /**
   * Rises and falls along lines, in place of cosines.
   *
   * @return another schedule
   */
  public OneCycle withLines() {
    return new OneCycle(highest, peak, end, startDivisor, endDivisor, true);
  }

  @Override
  public double at(double time) {
    Checks.notNegative("time", time);
    double start = highest / startDivisor;
    return time < peak
        ? between(start, highest, time / peak)
        : between(highest, start / endDivisor, Math.min(1, (time - peak) / (end - peak)));
  }

  private double between(double a, double b, double part) {
    return isLinear ? (1 - part) * a + part * b : Cosine.fall(a, b, part);
  }

  /** Says the numbers; the divisors where they are not those that are usual. */
  @Override
  public String toString() {
    boolean usual = startDivisor == 25 && endDivisor == 1e4;
    return "one cycle("
        + highest
        + " at "
        + peak
        + ", to "
        + end
        + (usual ? "" : ", divisors " + startDivisor + " and " + endDivisor)
        + (isLinear ? ", linear)" : ")");
  }
}
