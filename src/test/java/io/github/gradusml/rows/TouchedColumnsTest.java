package io.github.gradusml.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns of a batch, numbered anew, are the same columns. */
class TouchedColumnsTest {
  private static final int COLUMNS = 1000;

  private static Rows rows(int n) {
    Random random = new Random(1);
    SparseRowsBuilder rows = Rows.sparse(COLUMNS);
    for (int i = 0; i < n; i++) {
      int[] indices = random.ints(7, 0, COLUMNS).distinct().sorted().toArray();
      rows.add(indices, random.doubles(indices.length).toArray());
    }
    return rows.build();
  }

  @Test
  void columnZeroIsFirstAndEachOtherComesOnce() {
    TouchedColumns touched = TouchedColumns.of(rows(9));
    touched.turnTo(null, 2, 5);
    int[] columns = Arrays.copyOf(touched.columns(), touched.count());
    assertEquals(0, columns[0]);
    assertEquals(columns.length, Arrays.stream(columns).distinct().count());
    assertTrue(touched.width() >= touched.count() && touched.width() <= 32, touched.toString());
    assertEquals(3, touched.rows().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void productsWithGatheredWeightsAreThoseWithAllToTheLastBit(int units) {
    Rows rows = rows(20);
    double[] w = new Random(2).doubles(COLUMNS * units).toArray();
    TouchedColumns touched = TouchedColumns.of(rows);
    int[] order = {4, 17, 4, 0, 9, 11};
    for (int from = 0; from < 4; from++) {
      touched.turnTo(order, from, from + 3);
      double[] gathered = new double[touched.width() * units];
      RestingWeights.of(w, COLUMNS, units, 0, 0)
          .fetch(touched.columns(), touched.count(), gathered);
      double[] z = new double[3 * units];
      touched.rows().multiply(0, 3, gathered, Workspace.of(units), z);
      for (int i = 0; i < 3; i++) {
        double[] expected = new double[units];
        int row = order[from + i];
        rows.multiply(row, row + 1, w, Workspace.of(units), expected);
        assertArrayEquals(expected, Arrays.copyOfRange(z, i * units, (i + 1) * units));
      }
    }
  }

  @Test
  void theyCanBeTurnedToOtherRowsAfterARest() {
    TouchedColumns touched = TouchedColumns.of(rows(9));
    touched.turnTo(null, 0, 4);
    int count = touched.count();
    touched.rest();
    assertEquals(count, touched.count());
    touched.turnTo(null, 0, 4);
    assertEquals(count, touched.count());
  }

  @Test
  void rowsOfWhichEveryNumberIsKeptHaveNone() {
    Rows dense = Rows.dense(1, 2, i -> new double[] {1, 2});
    assertEquals(
        "rows must be sparse, but were DenseRows(1 × 2)",
        Rejected.message(() -> TouchedColumns.of(dense)));
  }
}
