package io.github.gradusml.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import io.github.gradusml.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.OpenMapRealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse rows are the same rows with every number kept, to the last bit. */
class SparseRowsTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 23;

  /** Three rows: {@code 0 1 0 2}, {@code 0 0 0 0}, {@code -1 0 0.5 0}. */
  private static Rows small() {
    return Rows.sparse(4)
        .add(new int[] {1, 3}, new double[] {1, 2})
        .add(new int[0], new double[0])
        .add(new int[] {0, 2}, new double[] {-1, 0.5})
        .build();
  }

  private static double[][] numbers(long seed) {
    Random random = new Random(seed);
    double[][] x = new double[ROWS][COLUMNS];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextInt(3) == 0 ? random.nextGaussian() : 0);
    }
    return x;
  }

  private static Rows sparse(double[][] x) {
    SparseRowsBuilder rows = Rows.sparse(COLUMNS);
    Rows dense = dense(x);
    for (int i = 0; i < ROWS; i++) {
      rows.add(dense.indices(i), dense.values(i));
    }
    return rows.build();
  }

  private static Rows dense(double[][] x) {
    return Rows.dense(ROWS, COLUMNS, i -> x[i]);
  }

  @Test
  void theyHoldWhatWasAdded() {
    Rows rows = small();
    assertEquals(3, rows.size());
    assertEquals(4, rows.columns());
    assertEquals(4, rows.numbers());
    assertTrue(rows.isSparse());
    assertArrayEquals(new double[] {0, 1, 0, 2, 0, 0, 0, 0, -1, 0, 0.5, 0}, Inputs.of(rows));
    assertEquals(2, rows.value(0, 3));
    assertEquals(0, rows.value(0, 2));
    assertArrayEquals(new int[] {0, 2}, rows.indices(2));
    assertArrayEquals(new double[] {-1, 0.5}, rows.values(2));
    assertEquals(5, rows.squaredLength(0));
    assertEquals(5, rows.largestSquaredLength());
    assertEquals("SparseRows(3 × 4, 4 numbers)", rows.toString());
  }

  @Test
  void aNumberThatIsZeroAfterAllIsNotKept() {
    Rows rows = Rows.sparse(9).add(new int[] {2, 8}, new double[] {0, -0.0}).build();
    assertEquals(0, rows.numbers());
    assertEquals(9, rows.columns());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 40})
  void bothProductsAreThoseOfDenseRowsToTheLastBit(int units) {
    double[][] x = numbers(units);
    Random random = new Random(1);
    double[] w = random.doubles(COLUMNS * units).toArray();
    double[] delta = random.doubles(ROWS * units).toArray();
    both(
        x,
        (rows, results) -> {
          double[] z = new double[ROWS * units];
          rows.multiply(0, ROWS, w, Workspace.of(units), z);
          double[] gradient = w.clone();
          rows.addTransposed(0, ROWS, delta, Workspace.of(units), gradient);
          double[] set = w.clone();
          rows.setTransposed(2, 7, delta, Workspace.of(units), set);
          results.addAll(List.of(z, gradient, set));
        });
  }

  @Test
  void soAreSquaresAndDistances() {
    double[][] x = numbers(5);
    double[] share = new Random(2).doubles(ROWS).toArray();
    both(
        x,
        (rows, results) -> {
          double[] squares = new double[COLUMNS];
          rows.addSquares(3, 0.25, squares);
          results.add(squares);
        });
    double[][] sums = new double[4][COLUMNS];
    double[] center = new Random(3).doubles(COLUMNS).toArray();
    dense(x).addDistances(1, 9, share, center, sums[0], sums[1]);
    sparse(x).addDistances(1, 9, share, center, sums[2], sums[3]);
    assertArrayEquals(sums[0], sums[2], 1e-14); // zeros of a column are added all at once
    assertArrayEquals(sums[1], sums[3], 1e-14);
  }

  /** What both kinds of rows give must be the same. */
  private static void both(double[][] x, BiConsumer<Rows, List<double[]>> asked) {
    List<double[]> expected = new ArrayList<>();
    List<double[]> actual = new ArrayList<>();
    asked.accept(dense(x), expected);
    asked.accept(sparse(x), actual);
    for (int k = 0; k < expected.size(); k++) {
      assertArrayEquals(expected.get(k), actual.get(k));
    }
  }

  @Test
  void rowsAndColumnsAreSelectedInAnyOrderAndMoreThanOnce() {
    Rows rows = small();
    assertArrayEquals(
        new double[] {-1, 0, 0.5, 0, 0, 1, 0, 2, -1, 0, 0.5, 0}, Inputs.of(rows.select(2, 0, 2)));
    assertArrayEquals(
        new double[] {2, 1, 2, 0, 0, 0, 0, 0, 0}, Inputs.of(rows.selectColumns(3, 1, 3)));
  }

  @Test
  void columnsAreScaledAndRowsChanged() {
    Rows rows = small();
    double[] scaled = {0, 10, 0, 20, 0, 0, 0, 0, -3, 0, 0.5, 0};
    assertArrayEquals(scaled, Inputs.of(rows.scaleColumns(3, 10, 1, 10)));
    Rows changed = rows.map(row -> Arrays.setAll(row, j -> row[j] == 2 ? 0 : row[j] + j));
    assertArrayEquals(new double[] {0, 2, 2, 0, 0, 1, 2, 3, -1, 1, 2.5, 3}, Inputs.of(changed));
    assertEquals(
        "x[0][3] must be finite, but was Infinity",
        Rejected.message(() -> rows.scaleColumns(1, 1, 1, 1e308).scaleColumns(1, 1, 1, 1e10)));
    assertEquals(
        "factors must be as many as columns, 4, but were 1",
        Rejected.message(() -> rows.scaleColumns(1)));
  }

  @Test
  void aBufferTakesRowsInTheOrderGivenAndNothingElseIsOverwritten() {
    Rows rows = small();
    Rows buffer = rows.buffer(3);
    rows.copyTo(buffer, new int[] {0, 2, 0}, 1, 3);
    assertArrayEquals(new double[] {-1, 0, 0.5, 0, 0, 1, 0, 2, 0, 0, 0, 0}, Inputs.of(buffer));
    rows.copyTo(buffer, new int[] {1, 1, 1}, 0, 3);
    assertArrayEquals(new double[12], Inputs.of(buffer));
    String message = Rejected.message(() -> rows.copyTo(rows, new int[] {0}, 0, 1));
    assertEquals(
        "buffer must be one that buffer() of these rows made, but was SparseRows(3 × 4, 4 numbers)",
        message);
  }

  @Test
  void tripletsComeInAnyOrder() {
    Rows rows =
        Rows.sparse(
            3, 4, new int[] {2, 0, 2, 0}, new int[] {2, 3, 0, 1}, new double[] {0.5, 2, -1, 1});
    assertArrayEquals(Inputs.of(small()), Inputs.of(rows));
  }

  @Test
  void vectorsOfCommonsMathAreRows() {
    OpenMapRealVector sparse = new OpenMapRealVector(4);
    sparse.setEntry(3, 2);
    sparse.setEntry(1, 1);
    Rows rows =
        Rows.sparse(
            List.of(
                sparse,
                new OpenMapRealVector(4),
                new ArrayRealVector(new double[] {-1, 0, 0.5, 0})));
    assertArrayEquals(Inputs.of(small()), Inputs.of(rows));
  }

  @Test
  void aBuilderBeginsAnewAfterItsRowsWereTaken() {
    SparseRowsBuilder builder = Rows.sparse(4).add(new int[] {1}, new double[] {1});
    assertEquals(1, builder.build().size());
    assertEquals(0, builder.size());
    builder.add(new int[] {0}, new double[] {5}).add(new int[] {3}, new double[] {6});
    assertArrayEquals(new double[] {5, 0, 0, 0, 0, 0, 0, 6}, Inputs.of(builder.build()));
  }

  @Test
  void aRowThatIsRefusedLeavesTheOthersAsTheyAre() {
    SparseRowsBuilder builder = Rows.sparse(4).add(new int[] {1}, new double[] {1});
    Rejected.message(() -> builder.add(new int[] {0, 9}, new double[] {5, 6}));
    assertArrayEquals(new double[] {0, 1, 0, 0}, Inputs.of(builder.build()));
    assertFalse(builder.toString().isEmpty());
  }

  @Test
  void badRowsAreRefusedWithTheirPlace() {
    SparseRowsBuilder rows = Rows.sparse(4);
    double[] two = {1, 2};
    assertEquals(
        "indices[1] must be greater than the one before, 3, but was 1; sort the columns, or give"
            + " all rows at once to Rows.sparse(rows, columns, row, column, values)",
        Rejected.message(() -> rows.add(new int[] {3, 1}, two)));
    assertEquals(
        "indices[1] must be greater than the one before, 3, but was 3; add up what belongs to one"
            + " column",
        Rejected.message(() -> rows.add(new int[] {3, 3}, two)));
    assertEquals(
        "indices[0] must be a column from 0 to 3, but was -1",
        Rejected.message(() -> rows.add(new int[] {-1, 3}, two)));
    assertEquals(
        "indices[1] must be a column from 0 to 3, but was 4",
        Rejected.message(() -> rows.add(new int[] {0, 4}, two)));
    assertEquals(
        "values[1], of column 2, must be finite, but was NaN",
        Rejected.message(() -> rows.add(new int[] {0, 2}, new double[] {1, Double.NaN})));
    assertEquals(
        "values must be as many as indices, 1, but were 2",
        Rejected.message(() -> rows.add(new int[] {0}, two)));
    assertEquals("rows must be at least 1, but was 0", Rejected.message(rows::build));
    assertEquals(
        "row[1] must be at most 1, but was 2",
        Rejected.message(() -> Rows.sparse(2, 4, new int[] {0, 2}, new int[] {0, 1}, two)));
    assertEquals(
        "triplets of row 1, sorted by column: indices[1] must be greater than the one before, 2,"
            + " but was 2; add up what belongs to one column",
        Rejected.message(() -> Rows.sparse(2, 4, new int[] {1, 1}, new int[] {2, 2}, two)));
  }
}
