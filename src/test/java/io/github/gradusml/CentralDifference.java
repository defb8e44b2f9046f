package io.github.gradusml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;

/** The slope of a function from two of its values: what every derivative is held to. */
public final class CentralDifference {
  /** About ∛ε: where the error of the formula, h²·|f‴|/6, meets that of rounding, ε·|f|/h. */
  public static final double STEP = 6e-6;

  private CentralDifference() {}

  /** Fails unless {@code slope} is the derivative of {@code f} at x; f must be smooth there. */
  public static void assertSlope(DoubleUnaryOperator f, double x, double slope) {
    assertSlope(f, x, STEP, slope);
  }

  /** As above, with a step of its own for a function that changes on a smaller scale. */
  public static void assertSlope(DoubleUnaryOperator f, double x, double step, double slope) {
    double left = x - step;
    double right = x + step;
    double numeric = (f.applyAsDouble(right) - f.applyAsDouble(left)) / (right - left);
    // The formula is off by h²·|f‴|/6, which is below 1e-8 while |f‴| < 1000. Rounding adds an ulp
    // of f at either point, or of x, where f is the small difference of numbers as large as x.
    double rounding = 2 * Math.ulp(Math.max(Math.abs(f.applyAsDouble(x)), Math.abs(x)));
    double tolerance = 1e-8 * Math.max(1, Math.abs(slope)) + rounding / step;
    assertEquals(numeric, slope, tolerance, () -> "slope at " + x);
  }
}
