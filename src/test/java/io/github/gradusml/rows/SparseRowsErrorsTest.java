package io.github.gradusml.rows;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sparse rows that somebody brings, and what only a training asks of them, used wrongly. */
class SparseRowsErrorsTest {
  private static final int[] INDICES = {1, 3};
  private static final double[] VALUES = {1, 2};

  private static SparseRowsBuilder builder() {
    return Rows.sparse(5).add(INDICES, VALUES);
  }

  private static Rows rows() {
    return builder().build();
  }

  private static TouchedColumns touched() {
    TouchedColumns touched = TouchedColumns.of(rows());
    touched.turnTo(null, 0, 1);
    return touched;
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        with("count must be at most 2, but was 3", () -> builder().add(INDICES, VALUES, 3)),
        with(
            "count must be at most 1, but was 2",
            () -> builder().add(INDICES, new double[] {1}, 2)),
        with("count must be at least 0, but was -1", () -> builder().add(INDICES, VALUES, -1)),
        with("columns must be at least 4, but was 3", () -> builder().build(3)),
        with("columns must be at most 5, but was 6", () -> builder().build(6)),
        with("columns must be at most 4, but was 5", () -> builder().build(1, 5)),
        with("first must be at most 1, but was 2", () -> builder().build(2, 3)),
        with(
            "first must be at most 4, but was 5",
            () -> Rows.sparse(5).add(new int[0], new double[0]).build(5, 1)),
        with("to must be at most 1, but was 2", () -> touched().turnTo(null, 0, 2)),
        with("to must be at least 1, but was 0", () -> touched().turnTo(null, 1, 0)),
        with("from must be at least 0, but was -1", () -> touched().turnTo(new int[1], -1, 0)),
        with(
            "theta must have at least columns × units, 12, parameters, but has 11",
            () -> RestingWeights.of(new double[11], 4, 3, 0, 0)),
        with(
            "shrinkage must be finite and >= 0, but was NaN",
            () -> RestingWeights.of(new double[4], 4, 1, 0, Double.NaN)),
        with(
            "length of theta must be at least 5, but was 4",
            () -> RestingWeights.of(new double[5], 4, 1, 0, 0).copyTo(new double[4])));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aMessageHasTheNameTheRequirementAndTheValue(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void valuesThatAreNullAreNamed() {
    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> builder().add(INDICES, null, 2));
    assertEquals("values must not be null", thrown.getMessage());
  }

  @Test
  void aRowThatIsRefusedAddsNothing() {
    SparseRowsBuilder builder = builder();
    assertThrows(IllegalArgumentException.class, () -> builder.add(INDICES, VALUES, 3));
    assertEquals(1, builder.size());
    assertEquals(2, builder.build().numbers());
  }

  private static Stream<Executable> notOfTouchedColumns() {
    Rows narrow = touched().rows();
    return Stream.of(
        () -> narrow.row(0),
        () -> narrow.value(0, 0),
        () -> narrow.values(0),
        () -> narrow.select(0),
        () -> narrow.selectColumns(0),
        () -> narrow.scaleColumns(new double[narrow.columns()]),
        () -> narrow.map(row -> {}),
        () -> narrow.copyTo(narrow.buffer(1), new int[1], 0, 1));
  }

  @ParameterizedTest
  @MethodSource("notOfTouchedColumns")
  void rowsOfTouchedColumnsAreForProductsAlone(Executable call) {
    assertThrows(UnsupportedOperationException.class, call);
  }

  @Test
  void touchedColumnsCanBePrintedAtAnyTime() {
    TouchedColumns touched = TouchedColumns.of(rows());
    assertEquals("TouchedColumns(1 of 5)", touched.toString());
    touched.turnTo(null, 0, 1);
    touched.rest();
    assertEquals("TouchedColumns(3 of 5)", touched.toString());
  }

  @Test
  void whatScalingMakesZeroIsNotKept() {
    Rows scaled =
        Rows.sparse(3)
            .add(new int[] {0, 1, 2}, new double[] {1, 2, 1e-300})
            .build()
            .scaleColumns(0, 3, 1e-300);
    assertArrayEquals(new int[] {1}, scaled.indices(0));
    assertArrayEquals(new double[] {6}, scaled.values(0));
    assertEquals(1, scaled.numbers());
  }
}
