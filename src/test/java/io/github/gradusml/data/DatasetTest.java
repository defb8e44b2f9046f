package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.rows.Rows;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a dataset holds, and that nobody can change it. */
class DatasetTest {
  private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};
  private static final double[] Y = {0, 1, 0};

  private final Dataset data = Dataset.of(X, Y);

  @Test
  void itHoldsItsRowsAndTargets() {
    assertEquals(3, data.rows());
    assertEquals(2, data.features());
    assertEquals(4, data.value(1, 1));
    assertArrayEquals(new double[] {5, 6}, data.row(2));
    assertArrayEquals(new double[] {2, 4, 6}, data.column(1));
    assertEquals(1, data.target(1));
    assertArrayEquals(Y, data.targets());
  }

  @Test
  void withoutFurtherWordsItHasNumberedFeaturesAndNoClassesAndNoCredit() {
    assertEquals(List.of("x0", "x1"), data.featureNames());
    assertEquals(List.of(), data.classNames());
    assertEquals("", data.credit());
    assertEquals(1, data.weight(2));
    assertEquals("Dataset(3 rows × 2 features)", data.toString());
  }

  @Test
  void namesAndCreditAreSetOnACopy() {
    Dataset named =
        data.withFeatureNames("age", "height").withClassNames("no", "yes").withCredit("Ada, 1843");
    assertEquals(List.of("age", "height"), named.featureNames());
    assertEquals(List.of("no", "yes"), named.classNames());
    assertEquals("Ada, 1843", named.credit());
    assertEquals("Dataset(3 rows × 2 features, classes [no, yes])", named.toString());
    assertEquals(List.of("x0", "x1"), data.featureNames());
  }

  @Test
  void nobodyCanChangeItFromOutside() {
    double[][] x = {{1, 2}, {3, 4}, {5, 6}};
    double[] y = {0, 1, 0};
    Dataset mine = Dataset.of(x, y);
    x[1][1] = 100;
    y[1] = 100;
    mine.row(1)[1] = 100;
    mine.column(1)[1] = 100;
    mine.targets()[1] = 100;
    mine.map(
        row -> {
          row[1] = 100;
          return 0;
        });
    assertArrayEquals(new double[] {3, 4}, mine.row(1));
    assertArrayEquals(Y, mine.targets());
    assertThrows(UnsupportedOperationException.class, () -> mine.featureNames().set(0, "other"));
  }

  @Test
  void itsInputsAreItsRows() {
    Rows inputs = data.inputs();
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, Inputs.of(inputs));
    assertEquals(2, inputs.columns());
    assertEquals(3, inputs.size());
  }

  @Test
  void targetsAreCountedInAscendingOrder() {
    Dataset classes = Dataset.of(new double[4][1], new double[] {2, -1, 2, 0});
    assertEquals("{-1.0=1, 0.0=1, 2.0=2}", classes.targetCounts().toString());
  }

  @Test
  void twoClassesAreZeroAndOneOrMinusOneAndOne() {
    assertTrue(twoClasses(0, 1, 1));
    assertTrue(twoClasses(-1, 1));
    assertTrue(twoClasses(1, 1));
    assertFalse(twoClasses(0, 1, -1));
    assertFalse(twoClasses(0, 2));
  }

  private static boolean twoClasses(double... targets) {
    return Dataset.of(new double[targets.length][1], targets).hasTwoClasses();
  }

  @Test
  void mapAsksAFunctionAboutEveryRow() {
    Perceptron model = Perceptron.of(new double[] {1, 10}, 100, Activation.identity());
    assertArrayEquals(new double[] {121, 143, 165}, data.map(model::predict));
  }

  @Test
  void commonsMathMatricesHoldTheSameDataAsArrays() {
    for (RealMatrix matrix : List.of(new Array2DRowRealMatrix(X), new BlockRealMatrix(X))) {
      Dataset same = Dataset.of(matrix, new ArrayRealVector(Y));
      assertArrayEquals(Inputs.of(data), Inputs.of(same));
      assertArrayEquals(data.targets(), same.targets());
      assertEquals(data.featureNames(), same.featureNames());
    }
  }

  @Test
  void aMatrixAndAVectorAreCopied() {
    RealMatrix x = new Array2DRowRealMatrix(X);
    ArrayRealVector y = new ArrayRealVector(Y);
    Dataset mine = Dataset.of(x, y);
    x.setEntry(0, 0, 100);
    y.setEntry(0, 100);
    assertEquals(1, mine.value(0, 0));
    assertEquals(0, mine.target(0));
  }

  @Test
  void otherTargetsAreSetOnACopy() {
    double[] targets = {7, 8, 9};
    Dataset other = data.withTargets(targets);
    targets[0] = 100;
    assertNotSame(data, other);
    assertArrayEquals(new double[] {7, 8, 9}, other.targets());
    assertArrayEquals(Y, data.targets());
  }

  @Test
  void aRowOrFeatureThatIsNotThereIsAnError() {
    for (Executable call :
        List.<Executable>of(
            () -> data.row(3),
            () -> data.weight(3),
            () -> data.value(3, 0),
            () -> data.target(3),
            () -> data.select(0, 3))) {
      IndexOutOfBoundsException error = assertThrows(IndexOutOfBoundsException.class, call);
      assertEquals("row must be from 0 to 2, but was 3", error.getMessage());
    }
    assertThrows(IndexOutOfBoundsException.class, () -> data.row(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> data.value(1, -1));
    for (Executable call : List.<Executable>of(() -> data.value(0, 2), () -> data.column(2))) {
      IndexOutOfBoundsException error = assertThrows(IndexOutOfBoundsException.class, call);
      assertEquals("feature must be from 0 to 1, but was 2", error.getMessage());
    }
  }
}
