package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "0.083, 0.0830",
    "0.53049, 0.530",
    "2996.4, 3000",
    "-0.5, −0.500",
    "1234567, 1.23·10⁶",
    "0.0000154, 1.54·10⁻⁵",
    "7, 7.00",
    "NaN, NaN",
    "-Infinity, −∞",
    "0, 0.000"
  })
  void threeDigitsKeepTheirZeros(double value, String text) {
    assertEquals(text, Digits.three(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01",
    "0.0562341325191, 0.0562",
    "455, 455",
    "1234, 1234",
    "1e-5, 10⁻⁵",
    "1.7782794e-5, 1.78·10⁻⁵",
    "3e7, 3·10⁷",
    "-2, −2",
    "NaN, NaN",
    "Infinity, ∞",
    "-Infinity, −∞",
    "0, 0"
  })
  void fewDigitsHaveNoZerosBehindAndWholeNumbersAllDigits(double value, String text) {
    assertEquals(text, Digits.few(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    "0.0004, < 0.1%",
    "0.028, 2.8%",
    "0.05, 5%",
    "0.0996, 10%",
    "0.333, 33%",
    "0.975, 98%",
    "0.9949, 99.5%",
    "0.99951, > 99.9%",
    "1, 100%"
  })
  void aShareIsAllOnlyWhereItIs(double share, String text) {
    assertEquals(text, Digits.percent(share));
  }
}
