package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void ofManyValuesTheFirstFewAreWritten() {
    assertEquals("[1, 2, 3, 4, 5]", Texts.some(List.of(1, 2, 3, 4, 5)));
    assertEquals("[1, 2, 3, 4, 5, … 1 more]", Texts.some(List.of(1, 2, 3, 4, 5, 6)));
    assertEquals("[]", Texts.some(List.of()));
    assertEquals("[a!, b!]", Texts.some(List.of("a", "b"), value -> value + "!"));
  }

  @Test
  void ofManyNumbersTheFirstFewAreWritten() {
    double[] ten = new double[10];
    assertEquals("[0.00, 0.00]", Texts.numbers(ten, 8, 10));
    assertEquals("[" + "0.00, ".repeat(8) + "…]", Texts.numbers(ten, 0, 9));
  }

  @Test
  void aNumberToBeReadHasAllDigitsBeforeThePoint() {
    assertEquals("351158", Texts.readable(351158.44, 4));
    assertEquals("-10000", Texts.readable(-9999.6, 4));
    assertEquals("800", Texts.readable(799.6, 2));
    assertEquals("0.08300", Texts.readable(0.083, 4));
    assertEquals("1.000e+07", Texts.readable(1e7, 4));
    assertEquals("1.0e-300", Texts.readable(1e-300, 2));
    assertEquals("NaN", Texts.readable(Double.NaN, 4));
    assertEquals("-Infinity", Texts.readable(Double.NEGATIVE_INFINITY, 4));
  }

  @Test
  void aLongTextIsCut() {
    assertEquals("abcde", Texts.cut("abcde", 5));
    assertEquals("abcd…", Texts.cut("abcdef", 5));
    assertEquals("x".repeat(99) + "…", Texts.brief("x".repeat(101)));
    assertEquals("\"" + "x".repeat(99) + "…\"", Texts.quoted("x".repeat(101)));
    assertEquals("\"null\"", Texts.quoted(null));
  }

  @Test
  void oneIsNotWrittenAsMany() {
    assertEquals("0 epochs", Texts.count(0, "epoch"));
    assertEquals("1 epoch", Texts.count(1, "epoch"));
    assertEquals("2 epochs", Texts.count(2, "epoch"));
  }

  @Test
  void smallSharesHaveADigitMore() {
    assertEquals("2.5%", Texts.percent(0.025));
    assertEquals("40%", Texts.percent(0.4));
  }
}
