package io.github.gradusml.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import io.github.gradusml.Rejected;
import io.github.gradusml.internal.Vectors;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every product against its definition, written out without any thought of speed, bit for bit. */
class DenseRowsTest {
  private static final int MOST_COLUMNS = 40;
  private static final int MOST_ROWS = 9;

  @Test
  void ofOneUnitEachNetInputIsFourInterleavedSums() {
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      for (int n = 1; n <= MOST_ROWS; n++) {
        Rows rows = rows(columns, n + 2, columns);
        double[] w = random(n, columns + 1);
        double[] expected = random(3, n + 1);
        double[] z = expected.clone();
        for (int i = 0; i < n; i++) {
          double[] sums = new double[4];
          for (int j = 0; j < columns; j++) {
            sums[j % 4] = sums[j % 4] + rows.value(i + 2, j) * w[j];
          }
          expected[i] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        }
        rows.multiply(2, n + 2, w, Workspace.of(1), z);
        assertArrayEquals(expected, z, columns + " columns, " + n + " rows");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 10})
  void ofSeveralUnitsEachNetInputIsOneSumFromColumnToColumn(int units) {
    Rows rows = rows(1, 7, 6);
    double[] w = random(2, 6 * units);
    double[] z = random(3, 5 * units);
    double[] expected = z.clone();
    for (int i = 0; i < 4; i++) {
      for (int u = 0; u < units; u++) {
        double sum = 0;
        for (int j = 0; j < 6; j++) {
          sum = sum + rows.value(i + 2, j) * w[j * units + u];
        }
        expected[i * units + u] = sum;
      }
    }
    rows.multiply(2, 6, w, Workspace.of(units), z);
    assertArrayEquals(expected, z);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void theGradientIsAddedToRowAfterRow(int units) {
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      for (int n = 1; n <= MOST_ROWS; n++) {
        Rows rows = rows(columns, n + 2, columns);
        double[] delta = random(n, n * units + 3);
        double[] expected = random(3, columns * units + 2);
        double[] g = expected.clone();
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < columns; j++) {
            for (int u = 0; u < units; u++) {
              expected[j * units + u] =
                  expected[j * units + u] + rows.value(i + 2, j) * delta[i * units + u];
            }
          }
        }
        rows.addTransposed(2, n + 2, delta, Workspace.of(units), g);
        assertArrayEquals(expected, g, columns + " columns, " + n + " rows");
      }
    }
  }

  /** OpenJDK 17.0.15; the same on Temurin 25, and on both with the interpreter alone (-Xint). */
  @Test
  void bitsOfAGradientAreTheRecordedOnes() {
    int columns = 30;
    int n = 57;
    Rows rows = rows(1, n, columns);
    double[] z = new double[n];
    double[] g = new double[columns];
    long hash = 1;
    for (int pass = 0; pass < 2_000; pass++) { // long enough to be compiled on the way
      rows.multiply(0, n, g, Workspace.of(1), z);
      for (int i = 0; i < n; i++) {
        z[i] += 0.1;
      }
      rows.addTransposed(0, n, z, Workspace.of(1), g);
      Vectors.scale(1 / Vectors.norm(g, 0, columns), g, 0, columns);
      for (double value : g) {
        hash = 31 * hash + Double.doubleToRawLongBits(value);
      }
    }
    assertEquals("d164c9c23ce2e985", Long.toHexString(hash));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 30, 31})
  void descendingRowByRowIsTheFormulaForEachRow(int columns) {
    Rows rows = rows(1, 9, columns);
    double[] eta = {0.1, 0.2, 0.05, 0.3};
    double[] theta = random(2, columns + 1);
    double[] expected = theta.clone();
    for (int i = 3; i < 7; i++) {
      double[] z = new double[1];
      rows.multiply(i, i + 1, expected, Workspace.of(1), z);
      double delta = Math.abs(z[0] + expected[columns]) - i;
      for (int j = 0; j < columns; j++) {
        expected[j] = (1 - eta[i - 3] * 0.01) * expected[j] - eta[i - 3] * delta * rows.value(i, j);
      }
      expected[columns] -= eta[i - 3] * delta;
    }
    rows.descend(
        3, 7, RestingWeights.of(theta, columns, 1, 0.01, 0), eta, (row, z) -> Math.abs(z) - row);
    assertArrayEquals(expected, theta);
  }

  @Test
  void withoutABiasNoneIsTrainedOnTheWay() {
    Rows rows = rows(1, 6, 3);
    double[] theta = random(2, 3);
    double[] withBias = Arrays.copyOf(theta, 4);
    double[] eta = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    double[] seen = new double[6];
    rows.descend(0, 6, RestingWeights.of(theta, 3, 1, 0, 0), eta, (row, z) -> seen[row] = z);
    for (int i = 0; i < 6; i++) {
      double[] z = new double[1];
      rows.multiply(i, i + 1, withBias, Workspace.of(1), z);
      assertEquals(z[0], seen[i]);
      withBias[3] = 0;
      rows.descend(i, i + 1, RestingWeights.of(withBias, 3, 1, 0, 0), eta, (row, net) -> net);
    }
    assertArrayEquals(Arrays.copyOf(withBias, 3), theta);
  }

  @Test
  void rowsAreFetchedIntoABufferInTheOrderGiven() {
    Rows rows = Inputs.rows(new double[] {0, 1, 10, 11, 20, 21, 30, 31}, 2);
    Rows buffer = rows.buffer(4);
    rows.copyTo(buffer, new int[] {0, 3, 1, 3, 2}, 1, 4);
    assertArrayEquals(new double[] {30, 31, 10, 11, 30, 31, 0, 0}, Inputs.of(buffer));
  }

  @Test
  void rowsThatHoldDataAreNeverOverwritten() {
    Rows rows = rows(1, 3, 2);
    double[] before = Inputs.of(rows);
    int[] order = {2, 1, 0};
    String message = Rejected.message(() -> rows.copyTo(rows, order, 0, 3));
    assertEquals(
        "buffer must be one that buffer() of these rows made, but was DenseRows(3 × 2)", message);
    Rows wider = rows(1, 3, 3).buffer(3);
    assertTrue(
        Rejected.message(() -> rows.copyTo(wider, order, 0, 3))
            .endsWith("DenseRows(3 × 3, a buffer)"));
    assertArrayEquals(before, Inputs.of(rows));
  }

  @Test
  void whatIsHandedInOrOutIsACopy() {
    double[][] x = {{1, 2}, {3, 4}};
    Rows rows = Rows.dense(2, 2, i -> x[i]);
    x[0][0] = 9;
    rows.row(0)[1] = 9;
    assertArrayEquals(new double[] {1, 2, 3, 4}, Inputs.of(rows));
  }

  @Test
  void aNumberThatIsNotThereIsNamed() {
    Rows rows = rows(1, 3, 2);
    IndexOutOfBoundsException e =
        assertThrows(IndexOutOfBoundsException.class, () -> rows.value(3, 0));
    assertEquals("row must be from 0 to 2, but was 3", e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> rows.value(0, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.row(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.squaredLength(3));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.select(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.selectColumns(2));
  }

  @Test
  void distancesFromACenterAreAddedRowAfterRow() {
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      Rows rows = rows(columns, MOST_ROWS, columns);
      double[] share = {1, 0, 2.5};
      double[] center = random(2, columns);
      double[] sums = random(3, columns);
      double[] squares = random(4, columns);
      double[] expectedSums = sums.clone();
      double[] expectedSquares = squares.clone();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < columns; j++) {
          double distance = rows.value(i + 2, j) - center[j];
          expectedSums[j] = expectedSums[j] + share[i] * distance;
          expectedSquares[j] = expectedSquares[j] + share[i] * distance * distance;
        }
      }
      rows.addDistances(2, 5, share, center, sums, squares);
      assertArrayEquals(expectedSums, sums, columns + " columns");
      assertArrayEquals(expectedSquares, squares, columns + " columns");
    }
  }

  @Test
  void mappedRowsAreOthersAndTheRowsAreAsTheyWere() {
    Rows rows = Inputs.rows(new double[] {1, 2, 3, 4}, 2);
    Rows mapped = rows.map(row -> row[1] = row[0] + row[1]);
    assertArrayEquals(new double[] {1, 3, 3, 7}, Inputs.of(mapped));
    assertArrayEquals(new double[] {1, 2, 3, 4}, Inputs.of(rows));
  }

  @Test
  void aMappedNumberMustBeFinite() {
    Rows rows = Inputs.rows(new double[] {1, 2, 0, 4}, 2);
    assertEquals(
        "x[1][0] must be finite, but was Infinity",
        Rejected.message(() -> rows.map(row -> row[0] = 1 / row[0])));
  }

  private static Rows rows(long seed, int n, int columns) {
    return Inputs.rows(random(seed, n * columns), columns);
  }

  private static double[] random(long seed, int length) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }
}
