package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from texts, held to a pattern and to {@link Double#parseDouble}. */
class CsvNumberTest {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  /** From the middle of a longer array, as it is in a line of a file. */
  private static double read(String text, char point) {
    char[] line = ("9" + text + "9").toCharArray();
    return CsvNumber.of(line, 1, 1 + text.length(), point);
  }

  private static void assertReadAsJavaReadsIt(String text) {
    double expected = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    assertEquals(bits(expected), bits(read(text, '.')), text);
  }

  private static long bits(double x) {
    return Double.doubleToLongBits(x);
  }

  private static void assertAllReadAsJavaReadsThem(int count, Supplier<String> texts) {
    for (int k = 0; k < count; k++) {
      assertReadAsJavaReadsIt(texts.get());
    }
  }

  @Test
  void digitsWithAPointAnywhereAreReadToTheBit() {
    Random random = new Random(1);
    assertAllReadAsJavaReadsThem(
        100_000,
        () -> {
          StringBuilder text =
              new StringBuilder(new BigInteger(1 + random.nextInt(72), random) + "");
          text.insert(random.nextInt(text.length() + 1), '.');
          return (random.nextBoolean() ? "-" : "") + text;
        });
  }

  @Test
  void digitsWithAnyExponentAreReadToTheBit() {
    Random random = new Random(2);
    assertAllReadAsJavaReadsThem(
        100_000,
        () -> {
          long digits = random.nextLong() >>> random.nextInt(64);
          int exponent = random.nextInt(random.nextBoolean() ? 60 : 700);
          return digits + (random.nextBoolean() ? "e" : "E-") + exponent;
        });
  }

  @Test
  void everyDoubleIsReadBackFromWhatJavaWrites() {
    Random random = new Random(3);
    assertAllReadAsJavaReadsThem(
        100_000, () -> "" + Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
  }

  @Test
  void numbersOf16To18DigitsAreReadToTheBit() {
    Random random = new Random(4);
    assertAllReadAsJavaReadsThem(
        100_000,
        () ->
            BigDecimal.valueOf(random.nextLong() >>> 1, 18 + random.nextInt(5))
                .round(new MathContext(16 + random.nextInt(3)))
                .toPlainString());
  }

  /** The hardest: 16 to 18 digits that are the middle of two doubles, or the next to it. */
  @Test
  void numbersAtTheMiddleOfTwoDoublesAreReadToTheBit() {
    Random random = new Random(5);
    assertAllReadAsJavaReadsThem(
        100_000,
        () -> {
          double x = random.nextDouble() * Math.pow(10, random.nextInt(18));
          BigDecimal middle =
              new BigDecimal(x).add(new BigDecimal(Math.ulp(x)).divide(BigDecimal.valueOf(2)));
          MathContext rounding =
              new MathContext(
                  16 + random.nextInt(3),
                  random.nextBoolean() ? RoundingMode.DOWN : RoundingMode.UP);
          return middle.round(rounding).toPlainString();
        });
  }

  @Test
  void anyTextIsANumberExactlyWhereThePatternSaysSo() {
    Random random = new Random(6);
    String characters = "0019.+-eE,_ dx\u0661";
    int numbers = 0;
    for (int k = 0; k < 300_000; k++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i > 0; i--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      assertReadAsJavaReadsIt(text.toString());
      numbers += NUMBER.matcher(text).matches() ? 1 : 0;
    }
    assertTrue(numbers > 10_000, numbers + " are numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+0.000",
        "0e-400",
        "0e99999999999999999999",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "9007199254740992",
        "9007199254740993",
        "9007199254740993e22",
        "9007199254740993e-22",
        "99999999999999999",
        "999999999999999999",
        "9999999999999999999",
        "1e-99999999999999999999",
        "1e400",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.2250738585072012e-308",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "0.000000000000000000000000000000000000001e39",
        "1.e5",
        ".5e+1",
        "1e",
        "1e+",
        "e5",
        ".",
        "+",
        "-.e1",
        "",
        "1e5f",
        "1d",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "1 ",
        "\u00A01"
      })
  void edgesAreReadAsJavaReadsThem(String text) {
    assertReadAsJavaReadsIt(text);
  }

  @Test
  void aHundredThousandDigitsAreANumber() {
    assertReadAsJavaReadsIt("0." + "0".repeat(100_000) + "1e100000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3,14", "-0,125", ",5", "12345678901234567,8", "1,5e-300"})
  void aCommaIsAPointWhereItIsAskedFor(String text) {
    assertEquals(Double.parseDouble(text.replace(',', '.')), read(text, ','));
  }

  @Test
  void aPointIsNoneThen() {
    assertTrue(Double.isNaN(read("1.5", ',')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.00", ".0e9", "0e-400"})
  void zeroIsZeroAsItIsWritten(String text) {
    assertTrue(CsvNumber.isZero(text.toCharArray(), 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-400", "0.001", "9"})
  void whatHasAnotherDigitIsNot(String text) {
    assertEquals(false, CsvNumber.isZero(text.toCharArray(), 0, text.length()));
  }
}
