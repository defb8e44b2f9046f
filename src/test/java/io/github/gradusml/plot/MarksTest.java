package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
  private static List<String> labels(Scale scale, double low, double high) {
    Marks marks = new Marks(new Axis("x", scale, low, high), 10);
    return marks.numbers().mapToObj(marks::label).toList();
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

  @ParameterizedTest
  @CsvSource({"-5, 5", "0, 0.0123", "1e-7, 3e-7", "1e9, 1.00000001e9", "-1e300, 1e300", "3, 4"})
  void anAxisHasFourToElevenMarks(double low, double high) {
    long count = new Marks(new Axis("x", Scale.LINEAR, low, high), 10).numbers().count();
    assertTrue(count >= 4 && count <= 11, count + " marks");
  }

  @ParameterizedTest
  @CsvSource({"-5, 5", "0, 0.0123", "1e-7, 3e-7", "1e9, 1.00000001e9", "-1e300, 1e300", "3, 4"})
  void allLabelsDiffer(double low, double high) {
    List<String> labels = labels(Scale.LINEAR, low, high);
    assertEquals(labels.size(), labels.stream().distinct().count(), labels.toString());
  }
}
