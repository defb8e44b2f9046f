package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import io.github.gradusml.SparseCopy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.OpenMapRealMatrix;
import org.junit.jupiter.api.Test;

/** A dataset of sparse rows, and the names of columns to which nobody gave any. */
class SparseDatasetTest {
  private static final Dataset DENSE = SparseCopy.mostlyZeros(30, 9, 3);
  private static final Dataset SPARSE = SparseCopy.of(DENSE);
  private static final int MILLION = 1_000_000;

  @Test
  void itAnswersAsDenseRowsDo() {
    assertArrayEquals(DENSE.row(4), SPARSE.row(4));
    assertArrayEquals(DENSE.column(2), SPARSE.column(2));
    assertEquals(DENSE.value(3, 1), SPARSE.value(3, 1));
    assertArrayEquals(
        DENSE.map(x -> Arrays.stream(x).sum()), SPARSE.map(x -> Arrays.stream(x).sum()));
    Dataset narrow = SPARSE.selectFeatures("x7", "x0");
    assertTrue(narrow.inputs().isSparse());
    assertArrayEquals(DENSE.selectFeatures("x7", "x0").row(5), narrow.row(5));
  }

  @Test
  void itsMatrixKeepsOnlyWhatIsNotZero() {
    assertTrue(SPARSE.toMatrix() instanceof OpenMapRealMatrix);
    assertEquals(DENSE.toMatrix(), SPARSE.toMatrix());
    Dataset large = SparseCopy.wide(4000, MILLION, 1);
    assertEquals(
        "rows × features must be below 2³¹ − 1 for a matrix of commons-math3, but was 4000 ×"
            + " 1000000; select rows or features first",
        Rejected.message(large::toMatrix));
  }

  @Test
  void itsTextSaysHowManyNumbersAreNotZero() {
    assertEquals(
        "Dataset(2 rows × 1000000 features, 100 numbers not 0)",
        SparseCopy.wide(2, MILLION, 1).toString());
  }

  /** A million names take some 50 MB, and one list of them 4. */
  @Test
  void whatIsDoneInPassingMakesNoMillionNames() {
    Dataset data = SparseCopy.wide(20, MILLION, 2);
    passing(data); // classes are loaded
    long numbers = 10 * 8L * MILLION; // scales, magnitudes, means and copies of them
    assertTrue(Allocated.by(() -> passing(data)) < numbers);
  }

  private static void passing(Dataset data) {
    Split split = Split.stratified(data, 0.5, 1);
    Standardizer scaler = Standardizer.fitMaxAbs(split.train());
    Dataset test = scaler.apply(split.test());
    split.train().checkSameColumns("train", "test", test);
    assertSame(test, test.alignFeatures(data.featureNames()));
    assertEquals(20, Dataset.of(data.inputs(), data.targets()).rows());
    assertEquals(1, data.selectFeatures("x999999").features());
  }

  @Test
  void namesOnDemandAreFoundWithoutMakingThem() {
    List<String> names = new ColumnNames(12);
    for (int j = 0; j < 12; j++) {
      assertEquals(j, names.indexOf("x" + j));
    }
    for (String other : List.of("x12", "x", "x01", "y1", "x-1", "x1 ", "", "x9999999999", "x00")) {
      assertEquals(-1, names.indexOf(other), other);
      assertFalse(names.contains(other));
    }
    assertFalse(names.contains(null));
    assertEquals(new ArrayList<>(names), names);
    assertEquals(names, new ColumnNames(12));
    assertFalse(names.equals(new ColumnNames(13)));
  }

  @Test
  void namesOnDemandFitAnyOthersButTheirOwnInAnotherOrder() {
    Dataset named = SPARSE.withFeatureNames("a", "b", "c", "d", "e", "f", "g", "h", "i");
    named.checkSameColumns("named", "other", SPARSE);
    SPARSE.checkSameColumns("data", "other", named);
    assertSame(SPARSE, SPARSE.alignFeatures(named.featureNames()));
    Dataset turned = SPARSE.withFeatureNames("x1", "x0", "x2", "x3", "x4", "x5", "x6", "x7", "x8");
    assertTrue(
        Rejected.message(() -> SPARSE.checkSameColumns("data", "other", turned))
            .startsWith(
                "features of other must be in the order of data, but feature 0 was \"x1\""));
    assertEquals(DENSE.value(0, 0), turned.alignFeatures(SPARSE.featureNames()).value(0, 1));
  }

  @Test
  void moreColumnsThanThereWereAreRefused() {
    Dataset wider = SparseCopy.of(SparseCopy.mostlyZeros(5, 11, 1));
    assertEquals(
        "data must have 9 features, but has 11",
        Rejected.message(() -> wider.alignFeatures(SPARSE.featureNames())));
  }

  @Test
  void namesOfNewInputsMustDifferAndAreCopied() {
    List<String> names = new ArrayList<>(List.of("a", "a"));
    Dataset two = DENSE.selectFeatures("x0", "x1");
    assertEquals(
        "names must differ, but were [a, a]",
        Rejected.message(() -> two.withInputs(two.inputs(), names)));
    names.set(1, "b");
    Dataset named = two.withInputs(two.inputs(), names);
    names.set(0, "c");
    assertEquals(List.of("a", "b"), named.featureNames());
    assertSame(
        named.featureNames(), named.withInputs(two.inputs(), named.featureNames()).featureNames());
    assertEquals(1, named.featureNames().indexOf("b"));
    assertTrue(named.featureNames().contains("a"));
  }
}
