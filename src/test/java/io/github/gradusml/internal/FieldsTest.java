package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that were read say where one is missing or of another kind. */
class FieldsTest {
  private enum Side {
    LOW,
    HIGH
  }

  private static final Fields READ =
      JsonText.read(
          """
          {"text": "a", "number": 1.5, "big": 1e300, "nan": "NaN", "row": [1, 2], "odd": [1, "NaN"],
           "texts": ["a", "b"], "mixed": ["a", 1], "none": [],
           "group": {"inner": 7, "deeper": {"x": "y"}}, "groups": [{"x": 1}, {"x": "NaN"}]}"""
              .getBytes(StandardCharsets.UTF_8));

  @Test
  void whatIsThereIsReturned() {
    assertEquals("a", READ.text("text"));
    assertEquals("NaN", READ.text("nan"));
    assertEquals(1.5, READ.number("number"));
    assertEquals(1.5, READ.finite("number"));
    assertEquals(Double.NaN, READ.number("nan"));
    assertArrayEquals(new double[] {1, 2}, READ.numbers("row"));
    assertArrayEquals(new double[] {1, Double.NaN}, READ.numbers("odd"));
    assertArrayEquals(new double[0], READ.numbers("none"));
    assertEquals(List.of("a", "b"), READ.texts("texts"));
    assertEquals(List.of(), READ.texts("none"));
    assertEquals(List.of(), READ.groups("none"));
    assertEquals(7, READ.fields("group").whole("inner", 0, 7));
    assertEquals(2, READ.groups("groups").size());
    assertTrue(READ.has("text"));
    assertFalse(READ.has("other"));
    assertEquals("group", READ.fields("group").path());
    assertEquals("group / deeper / x", READ.fields("group").fields("deeper").path("x"));
  }

  @Test
  void theNumbersOfARowAreACopy() {
    READ.numbers("row")[0] = 9;
    assertArrayEquals(new double[] {1, 2}, READ.numbers("row"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Rejected.with("other must be there, but is missing", () -> READ.text("other")),
        Rejected.with("other must be there, but is missing", () -> READ.number("other")),
        Rejected.with("other must be there, but is missing", () -> READ.numbers("other")),
        Rejected.with("other must be there, but is missing", () -> READ.texts("other")),
        Rejected.with(
            "group / other must be there, but is missing",
            () -> READ.fields("group").fields("other")),
        Rejected.with("number must be a text, but was 1.5", () -> READ.text("number")),
        Rejected.with("text must be a number, but was \"a\"", () -> READ.number("text")),
        Rejected.with("row must be a number, but was [1.00, 2.00]", () -> READ.number("row")),
        Rejected.with("nan must be finite, but was NaN", () -> READ.finite("nan")),
        Rejected.with("row must be 1 number, but are 2", () -> READ.numbers("row", 1)),
        Rejected.with("odd[1] must be finite, but was NaN", () -> READ.finite("odd", 2)),
        Rejected.with(
            "group / inner must be a row of numbers, but was 7.0", () -> READ.rows("group")),
        Rejected.with(
            "text must be one of [low, high], but was \"a\"; a newer version of Gradus may know"
                + " it",
            () -> READ.oneOf("text", List.of(Side.LOW, Side.HIGH))),
        Rejected.with(
            "number must be whole and from 0 to 9, but was 1.5", () -> READ.whole("number", 0, 9)),
        Rejected.with(
            "nan must be whole and from 0 to 9, but was NaN", () -> READ.whole("nan", 0, 9)),
        Rejected.with(
            "big must be whole and from 0 to 2147483647, but was 1.0E300",
            () -> READ.whole("big", 0, Integer.MAX_VALUE)),
        Rejected.with("mixed[0] must be a number, but was \"a\"", () -> READ.numbers("mixed")),
        Rejected.with("mixed[1] must be a text, but was 1.0", () -> READ.texts("mixed")),
        Rejected.with("row must be a list, but was [1.00, 2.00]", () -> READ.texts("row")),
        Rejected.with(
            "texts[0] must be a group of fields, but was \"a\"", () -> READ.groups("texts")),
        Rejected.with("texts must be a text, but was a list of 2", () -> READ.text("texts")),
        Rejected.with("text must be a group of fields, but was \"a\"", () -> READ.fields("text")),
        Rejected.with("group must be a text, but was a group of fields", () -> READ.text("group")),
        Rejected.with(
            "group / deeper must not be there: this version of the format has no such field",
            () -> READ.fields("group").only("inner", "another")));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsMissingOrOfAnotherKindIsSaid(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void aLongNameMakesNoLongMessage() {
    Fields fields = Fields.at("x".repeat(50)).with("a", 1);
    assertTrue(Rejected.message(() -> fields.text("y".repeat(100_000))).length() < 300);
  }

  @Test
  void nullIsRefusedByName() {
    assertEquals(
        "x must not be null",
        assertThrows(NullPointerException.class, () -> Fields.none().with("x", (String) null))
            .getMessage());
  }
}
