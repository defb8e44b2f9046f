package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Features brought into an order by their names, and rows that lie in memory already. */
class AlignedFeaturesTest {
  private static final Dataset THREE =
      Dataset.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[] {0, 1})
          .withFeatureNames("a", "b", "c")
          .withWeights(1, 2);

  private static Dataset unnamed(int columns) {
    return Dataset.of(new double[2][columns], new double[2]);
  }

  @Test
  void featuresAreReorderedAndOthersLeftOut() {
    Dataset two = THREE.alignFeatures(List.of("c", "a"));
    assertArrayEquals(new double[] {3, 1}, two.row(0));
    assertEquals(List.of("c", "a"), two.featureNames());
    assertEquals(2, two.weight(1));
    assertEquals(1, two.target(1));
  }

  @Test
  void whatIsInOrderIsNotCopied() {
    assertSame(THREE, THREE.alignFeatures(List.of("a", "b", "c")));
  }

  @Test
  void automaticNamesFitAnyOthersByPlace() {
    Dataset rows = unnamed(3);
    assertSame(rows, rows.alignFeatures(THREE.featureNames()));
    assertSame(THREE, THREE.alignFeatures(rows.featureNames()));
    assertEquals(
        "data must have 3 features, but has 2",
        Rejected.message(() -> unnamed(2).alignFeatures(THREE.featureNames())));
  }

  @Test
  void missingFeaturesAreNamed() {
    assertEquals(
        "data must have the features asked for, but lacked \"d\", \"e\" among [a, b, c]",
        Rejected.message(() -> THREE.alignFeatures(List.of("d", "a", "e"))));
    assertTrue(
        Rejected.message(() -> THREE.alignFeatures(List.of("d", "e", "f", "g", "h")))
            .contains("\"d\", \"e\", \"f\" and 2 more"));
  }

  @Test
  void nullIsNamed() {
    assertEquals("names must not be null", nullMessage(() -> THREE.alignFeatures(null)));
    List<String> names = new ArrayList<>(Arrays.asList("a", null));
    assertEquals("names[1] must not be null", nullMessage(() -> THREE.alignFeatures(names)));
    Rows rows = THREE.inputs();
    assertEquals("y must not be null", nullMessage(() -> Dataset.of(rows, null)));
    assertEquals(
        "inputs must not be null", nullMessage(() -> Dataset.of((Rows) null, new double[1])));
  }

  private static String nullMessage(Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }

  @Test
  void rowsInMemoryAreKeptAndTargetsCopied() {
    double[] y = {5, -0.0};
    Dataset data = Dataset.of(THREE.inputs(), y);
    y[0] = 7;
    assertSame(THREE.inputs(), data.inputs());
    assertArrayEquals(new double[] {5, 0.0}, data.targets());
    assertEquals(List.of("x0", "x1", "x2"), data.featureNames());
    assertEquals(Dataset.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, y).row(1)[2], data.value(1, 2));
  }

  @Test
  void targetsThatAreNoneAreRefused() {
    assertTrue(
        Rejected.message(() -> Dataset.of(THREE.inputs(), new double[3])).contains("targets"));
    assertEquals(
        "y[1] must be finite, but was NaN",
        Rejected.message(() -> Dataset.of(THREE.inputs(), new double[] {1, Double.NaN})));
  }
}
