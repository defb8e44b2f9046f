package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static void assertEnds(double low, double high, Axis axis) {
    // A rounding or two of each end.
    assertEquals(low, axis.low(), 1e-12 * Math.abs(low));
    assertEquals(high, axis.high(), 1e-12 * Math.abs(high));
  }

  private static Axis tight(Scale scale, double... numbers) {
    return Axis.tight("x", scale, DoubleStream.of(numbers));
  }

  private static Axis ofHeights(Scale scale, double... numbers) {
    return Axis.ofHeights("y", scale, DoubleStream.of(numbers));
  }

  @Test
  void countsBeginAtZero() {
    assertEnds(0, 50, tight(Scale.COUNT, 1, 25, 50));
  }

  @Test
  void heightsNearZeroBeginThereAndHaveRoomAbove() {
    assertEnds(0, 1.05 * 0.7, ofHeights(Scale.LINEAR, 0.1, 0.7));
  }

  @Test
  void heightsFarFromZeroHaveRoomOnBothSides() {
    assertEnds(4.95, 6.05, ofHeights(Scale.LINEAR, 5, 6));
  }

  @Test
  void logarithmicHeightsEndAtRoundNumbers() {
    assertEnds(0.02, 1, ofHeights(Scale.LOG, 0.03, 0.7));
  }

  @Test
  void aLogarithmicAxisIgnoresWhatIsNotAboveZero() {
    assertEnds(0.01, 2, tight(Scale.LOG, -1, 0, 0.01, 2, Double.NaN));
  }

  @Test
  void aShortLogarithmicAxisIsRoundedSoThatItHasMarks() {
    assertEnds(0.001, 0.002, tight(Scale.LOG, 0.0011, 0.0016));
    assertEnds(1, 10, tight(Scale.LOG, 1, 1));
  }

  @Test
  void infiniteNumbersAreIgnored() {
    assertEnds(1, 3, tight(Scale.LINEAR, 1, Double.POSITIVE_INFINITY, 3, Double.NaN));
  }

  @Test
  void oneNumberLiesInTheMiddle() {
    assertEnds(0.225, 0.275, tight(Scale.LINEAR, 0.25));
    assertEnds(-1, 1, tight(Scale.LINEAR, 0));
  }

  @Test
  void valueIsTheInverseOfPosition() {
    for (Axis axis : new Axis[] {tight(Scale.LINEAR, -3, 5), tight(Scale.LOG, 1e-5, 10)}) {
      for (double position : new double[] {-0.01, 0, 0.3, 1}) {
        assertEquals(position, axis.position(axis.value(position)), 1e-14);
      }
    }
  }
}
