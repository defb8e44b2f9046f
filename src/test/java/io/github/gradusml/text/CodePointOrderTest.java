package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {
  /** Plain, and slow. */
  static final Comparator<String> BY_CODE_POINTS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private static final String UNITS = "ab\u0301\uD7FF\uE000\uFF71\uFFFF";

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int k = random.nextInt(5); k > 0; k--) {
      if (random.nextBoolean()) {
        word.append(UNITS.charAt(random.nextInt(UNITS.length())));
      } else {
        word.appendCodePoint(0x10000 + random.nextInt(3) + 0x400 * random.nextInt(3));
      }
    }
    return word.toString();
  }

  @Test
  void itIsTheOrderOfTheCodePoints() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      String a = word(random);
      String b = word(random);
      int expected = Integer.signum(BY_CODE_POINTS.compare(a, b));
      assertEquals(expected, Integer.signum(CodePointOrder.INSTANCE.compare(a, b)), a + " " + b);
    }
  }
}
