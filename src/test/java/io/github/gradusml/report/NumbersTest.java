package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "0.5, 0.5000",
    "-0.25, -0.2500",
    "12.3456, 12.35",
    "123456.7, 123457",
    "9999.96, 10000",
    "0.0001, 0.0001000",
    "0.00012345, 0.0001234",
    "1e7, 1e7",
    "-1.23456e20, -1.235e20",
    "4.9e-324, 4.941e-324",
    "NaN, -",
    "Infinity, ∞",
    "-Infinity, -∞",
    "1.7976931348623157e308, 1.798e308",
    "0.99999, 1.000",
    "42, 42"
  })
  void aNumberHasFourDigitsOrAllBeforeThePoint(double value, String text) {
    assertEquals(text, Numbers.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "100, 100",
    "1e20, 1e20",
    "4.7001, 4.7",
    "NaN, -",
    "67.00000000000001, 67"
  })
  void zerosAtTheEndCanBeLeftOut(double value, String text) {
    assertEquals(text, Numbers.brief(value));
  }

  @ParameterizedTest
  @CsvSource({"2, +2", "-2, -2", "0, 0", "NaN, -", "0.5, +0.5000"})
  void aSignCanBeAskedFor(double value, String text) {
    assertEquals(text, Numbers.signed(value));
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "1e12, 1000000000000", "2.5, 2.500", "1e300, 1e300"})
  void aCountIsWholeWhereItIs(double value, String text) {
    assertEquals(text, Numbers.count(value));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 50.0%", "1, 100.0%", "0.00123, 0.1%", "NaN, -"})
  void aShareIsInPercent(double value, String text) {
    assertEquals(text, Numbers.percent(value));
  }

  @ParameterizedTest
  @CsvSource({"0.01234, 0.012", "1234, 1234", "0, 0", "NaN, -"})
  void anErrorHasTwoDigits(double value, String text) {
    assertEquals(text, Numbers.error(value));
  }
}
