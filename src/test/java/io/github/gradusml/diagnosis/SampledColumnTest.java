package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of a column, at any scale. */
class SampledColumnTest {
  private static SampledColumn of(double[] shares, double... values) {
    return new SampledColumn(0, "x0", values, shares);
  }

  /** 1, 3, 5, 7 have mean 4, deviation √5 and mean square 21. */
  @ParameterizedTest
  @ValueSource(doubles = {1, -1, 0x1p-1000, 0x1p1000})
  void meanDeviationAndSizeGoWithTheUnit(double unit) {
    double[] one = {1, 1, 1, 1};
    SampledColumn column = of(one, unit, 3 * unit, 5 * unit, 7 * unit);
    double rounding = 1e-14 * Math.abs(unit);
    assertEquals(4 * unit, column.mean(), rounding);
    assertEquals(Math.sqrt(5) * Math.abs(unit), column.deviation(), rounding);
    assertEquals(Math.sqrt(21) * Math.abs(unit), column.size(), rounding);
    assertEquals(1.5 * Math.abs(unit), column.quarterOfRange(), 0);
    double[] z = {-3 / Math.sqrt(5), -1 / Math.sqrt(5), 1 / Math.sqrt(5), 3 / Math.sqrt(5)};
    double sign = Math.signum(unit);
    for (int i = 0; i < 4; i++) {
      assertEquals(sign * z[i], column.standardized()[i], 1e-14);
    }
  }

  /** 0 once and 4 three times: mean 3, deviation √3. */
  @Test
  void aRowCountsAsOftenAsItsWeightSays() {
    SampledColumn column = of(new double[] {0.5, 1.5}, 0, 4);
    assertEquals(3, column.mean(), 0);
    assertEquals(Math.sqrt(3), column.deviation(), 1e-15);
    assertEquals(4, column.in(1).mean(), 0);
  }

  @Test
  void numbersThatDifferByRoundingAreOne() {
    double[] one = {1, 1};
    assertTrue(of(one, 0.3, 0.1 + 0.2).isConstant());
    assertArrayEquals(new double[2], of(one, 0.3, 0.1 + 0.2).standardized());
    assertFalse(of(one, 0.3, 0.3 + 1e-12).isConstant());
    assertTrue(of(one, 0, 0).isConstant());
  }
}
