package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void whatIsLegalIsHandedBack() {
    assertEquals(Double.MIN_VALUE, Checks.positive("a", Double.MIN_VALUE));
    assertEquals(0, Checks.notNegative("a", 0));
    assertEquals(-Double.MAX_VALUE, Checks.finite("a", -Double.MAX_VALUE));
    assertEquals(0, Checks.within("a", 0, 0, 1));
    assertEquals(1, Checks.within("a", 1, 0, 1));
    assertEquals(0.5, Checks.inside("a", 0.5, 0, 1));
    assertEquals(0, Checks.fraction("a", 0));
    assertEquals(3, Checks.atLeast("a", 3, 3));
    assertEquals(5, Checks.from("a", 5, 3, 5));
    assertEquals("b", Checks.notBlank("a", "b"));
    assertSame("b", Checks.notNull("a", "b"));
    assertEquals(List.of("b", "c"), Checks.noneNull("a", new String[] {"b", "c"}));
    assertEquals(2, Checks.index("a", 2, 3));
    assertEquals(2_147_483_639, Checks.length("a", 1, 2_147_483_639));
    assertEquals(0, Checks.length("a", 0, 5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteFailsEveryCheck(double value) {
    assertEquals(
        "a must be finite and > 0, but was " + value,
        Rejected.message(() -> Checks.positive("a", value)));
    assertEquals(
        "a must be finite and >= 0, but was " + value,
        Rejected.message(() -> Checks.notNegative("a", value)));
    assertEquals(
        "a must be finite, but was " + value, Rejected.message(() -> Checks.finite("a", value)));
    assertEquals(
        "a must be in [0.0, 1.0], but was " + value,
        Rejected.message(() -> Checks.within("a", value, 0, 1)));
    assertEquals(
        "a must be in (0.0, 1.0), but was " + value,
        Rejected.message(() -> Checks.inside("a", value, 0, 1)));
    assertEquals(
        "a must be in [0, 1), but was " + value,
        Rejected.message(() -> Checks.fraction("a", value)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("justOutside")
  void whatIsJustOutsideIsRejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> justOutside() {
    return Stream.of(
        Rejected.with("a must be finite and > 0, but was 0.0", () -> Checks.positive("a", 0)),
        Rejected.with(
            "a must be finite and >= 0, but was -4.9E-324",
            () -> Checks.notNegative("a", -Double.MIN_VALUE)),
        Rejected.with(
            "a must be in [0.0, 1.0], but was -0.1", () -> Checks.within("a", -0.1, 0, 1)),
        Rejected.with("a must be in [0.0, 1.0], but was 1.1", () -> Checks.within("a", 1.1, 0, 1)),
        Rejected.with("a must be in (0.0, 1.0), but was 0.0", () -> Checks.inside("a", 0, 0, 1)),
        Rejected.with("a must be in (0.0, 1.0), but was 1.0", () -> Checks.inside("a", 1, 0, 1)),
        Rejected.with("a must be in [0, 1), but was -0.1", () -> Checks.fraction("a", -0.1)),
        Rejected.with("a must be in [0, 1), but was 1.0", () -> Checks.fraction("a", 1)),
        Rejected.with(
            "a must be at most 2147483639, but was 65536 × 65536 = 4294967296", // 0 in 32 bits
            () -> Checks.length("a", 65_536, 65_536)),
        Rejected.with("a must not be blank", () -> Checks.notBlank("a", " ")),
        Rejected.with("a must be at least 3, but was 2", () -> Checks.atLeast("a", 2, 3)),
        Rejected.with("a must be at least 3, but was 2", () -> Checks.from("a", 2, 3, 5)),
        Rejected.with("a must be at most 5, but was 6", () -> Checks.from("a", 6, 3, 5)));
  }

  @Test
  void infinityMayBeABound() {
    assertEquals(1e300, Checks.inside("a", 1e300, 0, INFINITY));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void anIndexOutsideIsRejectedAsSuch(int index) {
    assertEquals(
        "a must be from 0 to 2, but was " + index,
        assertThrows(IndexOutOfBoundsException.class, () -> Checks.index("a", index, 3))
            .getMessage());
  }

  @Test
  void nullAmongValuesIsNamedWithItsPlace() {
    String[] values = {"b", null};
    assertEquals(
        "a[1] must not be null",
        assertThrows(NullPointerException.class, () -> Checks.noneNull("a", values)).getMessage());
  }

  @Test
  void nullIsNamed() {
    assertEquals(
        "a must not be null",
        assertThrows(NullPointerException.class, () -> Checks.notNull("a", null)).getMessage());
  }
}
