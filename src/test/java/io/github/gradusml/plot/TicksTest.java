package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TicksTest {
  private static List<String> labels(Scale scale, double low, double high) {
    return Ticks.of(new Axis("x", scale, low, high), 10).labels();
  }

  @Test
  void marksAreRoundNumbers() {
    assertEquals(List.of("0", "5", "10", "15", "20", "25", "30"), labels(Scale.LINEAR, -1, 31));
  }

  @Test
  void allLabelsHaveTheSameDecimals() {
    assertEquals(
        List.of("−0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Scale.LINEAR, -0.2, 1.1));
  }

  @Test
  void countsAreMarkedAtWholeNumbersOnly() {
    assertEquals(List.of("0", "1", "2", "3"), labels(Scale.COUNT, 0, 3));
  }

  @Test
  void largeNumbersHaveAPowerOfTen() {
    assertEquals(
        List.of("0", "0.5·10⁷", "1.0·10⁷", "1.5·10⁷", "2.0·10⁷"),
        labels(Scale.LINEAR, 0, 2.4e7).subList(0, 5));
  }

  @Test
  void smallNumbersHaveAPowerOfTen() {
    assertEquals(
        List.of("0", "1·10⁻⁶", "2·10⁻⁶", "3·10⁻⁶"), labels(Scale.LINEAR, 0, 7e-6).subList(0, 4));
  }

  @Test
  void aShortLogarithmicAxisIsMarkedAtTwoAndFiveToo() {
    assertEquals(List.of("0.02", "0.05", "0.1", "0.2", "0.5", "1"), labels(Scale.LOG, 0.02, 1));
  }

  @Test
  void aLongLogarithmicAxisIsMarkedAtPowersOfTen() {
    assertEquals(
        List.of("10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"), labels(Scale.LOG, 1e-6, 0.9));
  }

  @Test
  void aVeryLongLogarithmicAxisIsMarkedAtSomePowersOfTen() {
    assertEquals(
        List.of("10⁻¹⁰⁰", "10⁻⁸⁰", "10⁻⁶⁰", "10⁻⁴⁰", "10⁻²⁰", "10⁰"), labels(Scale.LOG, 1e-101, 1));
  }

  @Test
  void aLogarithmicAxisWithinADigitIsMarkedToo() {
    assertTrue(labels(Scale.LOG, 3.1, 3.2).size() >= 2, labels(Scale.LOG, 3.1, 3.2).toString());
    assertTrue(labels(Scale.LOG, 6e20, 9e20).size() >= 2, labels(Scale.LOG, 6e20, 9e20).toString());
  }

  private static final List<Axis> AXES =
      Stream.of(
              new double[] {-5, 5},
              new double[] {0, 0.0123},
              new double[] {1e-7, 3e-7},
              new double[] {1e9, 1.00000001e9},
              new double[] {-1e300, 1e300},
              new double[] {3, 4},
              new double[] {-1.7e308, 1.7e308},
              new double[] {1e20, 1.000000002e20},
              new double[] {0, 1e-322},
              new double[] {-1e-310, 1e-310})
          .map(ends -> new Axis("x", Scale.LINEAR, ends[0], ends[1]))
          .toList();

  @ParameterizedTest
  @FieldSource("AXES")
  void anAxisHasThreeToElevenMarks(Axis axis) {
    int count = Ticks.of(axis, 10).labels().size();
    assertTrue(count >= 3 && count <= 11, count + " marks");
  }

  @ParameterizedTest
  @FieldSource("AXES")
  void allLabelsDiffer(Axis axis) {
    List<String> labels = Ticks.of(axis, 10).labels();
    assertEquals(labels.size(), labels.stream().distinct().count(), labels.toString());
  }

  @Test
  void fewPiecesStillHaveTwoMarks() {
    for (int most : new int[] {1, 2, 3}) {
      for (Axis axis : AXES) {
        int count = Ticks.of(axis, most).labels().size();
        assertTrue(count >= 2, axis + " has " + count + " of " + most);
      }
      Axis decades = new Axis("alpha", Scale.LOG, 0.6e-4, 1.7);
      assertTrue(Ticks.of(decades, most).labels().contains("10⁰"), "in " + Ticks.of(decades, most));
      assertTrue(Ticks.of(decades, most).labels().size() >= 2);
    }
  }
}
