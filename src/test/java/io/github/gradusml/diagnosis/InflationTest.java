package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which columns follow from others, by correlations that are worked by hand. */
class InflationTest {
  /** Some units in the last place of numbers up to 100. */
  private static final double ROUNDING = 1e-12;

  private static double[][] pair(double r) {
    return new double[][] {{1, r}, {r, 1}};
  }

  /** Of two columns VIF = 1/(1 − r²): r² = 0.99 is the limit of 100. */
  @Test
  void twoColumnsInflateEachOtherByOneOverWhatIsTheirOwn() {
    assertEquals(List.of(), Inflation.of(pair(Math.sqrt(0.989)), 100).givenUp());
    Inflation inflation = Inflation.of(pair(Math.sqrt(0.991)), 100);
    assertEquals(List.of(0), inflation.givenUp());
    assertEquals(0.009, inflation.own(0), ROUNDING);
    assertArrayEquals(new double[] {0, Math.sqrt(0.991)}, inflation.combination(0), ROUNDING);
  }

  /** x2 = (x0 + x1)/√2 of independent x0 and x1: the pivots take x0, then x1. */
  @Test
  void anExactSumIsGivenUpThoughThereIsNoInverse() {
    double r = Math.sqrt(0.5);
    Inflation inflation = Inflation.of(new double[][] {{1, 0, r}, {0, 1, r}, {r, r, 1}}, 100);
    assertEquals(List.of(2), inflation.givenUp());
    assertEquals(0, inflation.own(2), ROUNDING);
    assertArrayEquals(new double[] {r, r, 0}, inflation.combination(2), ROUNDING);
  }

  /** Columns 0 and 1 go together, and so do 2 and 3; of each pair one stays. */
  @Test
  void asLongAsOneIsInflatedOneMoreIsGivenUp() {
    double r = 0.999;
    double[][] a = {{1, r, 0, 0}, {r, 1, 0, 0}, {0, 0, 1, r}, {0, 0, r, 1}};
    assertEquals(List.of(1, 3), Inflation.of(a, 100).givenUp());
  }

  /** (A + λI)⁻¹ has no element above 1/λ, whatever A is. */
  @Test
  void aRidgeOfOneOverTheLimitHoldsAnything() {
    double[][] a = {{1.01, 1, 1}, {1, 1.01, 1}, {1, 1, 1.01}};
    assertEquals(List.of(), Inflation.of(a, 100 + 1e-9).givenUp());
  }
}
