package io.github.gradusml.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sparse rows whose columns are counted from another one than 0. */
class FirstColumnTest {
  private static SparseRowsBuilder builder() {
    return Rows.sparse(9)
        .add(new int[] {2, 5}, new double[] {1, 0.5})
        .add(new int[] {}, new double[] {})
        .add(new int[] {3}, new double[] {2});
  }

  @Test
  void theFirstColumnBecomesColumn0() {
    Rows rows = builder().build(2, 4);
    assertEquals(4, rows.columns());
    assertArrayEquals(new double[] {1, 0, 0, 0.5}, rows.row(0));
    assertArrayEquals(new double[] {0, 0, 0, 0}, rows.row(1));
    assertArrayEquals(new double[] {0, 2, 0, 0}, rows.row(2));
    assertArrayEquals(new int[] {1, 4}, builder().build(1, 8).indices(0));
  }

  @Test
  void noRowHasAColumnBeforeItOrBehindTheLast() {
    assertEquals("first must be at most 2, but was 3", message(3, 4));
    assertEquals("first must be at least 0, but was -1", message(-1, 4));
    assertEquals("columns must be at least 4, but was 3", message(2, 3));
    assertEquals(
        "columns must be at least 1, but was 0",
        Rejected.message(() -> Rows.sparse(9).add(new int[0], new double[0]).build(5, 0)));
    SparseRowsBuilder zero = Rows.sparse(9).add(new int[] {1}, new double[] {0});
    assertEquals(
        "first must be at most 1, but was 2",
        Rejected.message(() -> zero.build(2, 1)),
        "a number that is 0 has its column");
  }

  private static String message(int first, int columns) {
    return Rejected.message(() -> builder().build(first, columns));
  }

  @Test
  void aBuilderBeginsAnew() {
    SparseRowsBuilder builder = builder();
    builder.build(2, 4);
    builder.add(new int[] {7}, new double[] {3});
    assertArrayEquals(new double[] {3}, builder.build(7, 1).row(0));
  }

  @Test
  void theyMayBeMoreThanOnePiece() {
    int[] indices = IntStream.range(1, 200_001).toArray();
    double[] values = IntStream.of(indices).mapToDouble(j -> j).toArray();
    Rows rows = Rows.sparse(200_001).add(indices, values).build(1, 200_000);
    assertArrayEquals(IntStream.range(0, 200_000).toArray(), rows.indices(0));
    assertArrayEquals(values, rows.values(0));
  }
}
