package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Part of a dataset, or the same one in another light. */
class DatasetSelectionTest {
  private final Dataset flowers =
      Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, new double[] {0, 1, 2, 1})
          .withFeatureNames("length", "width")
          .withClassNames("rose", "lily", "iris")
          .withCredit("Fisher");

  @Test
  void rowsComeInTheOrderAskedForAndAsOftenAsAskedFor() {
    Dataset some = flowers.select(2, 0, 2);
    assertArrayEquals(new double[] {5, 6, 1, 2, 5, 6}, Inputs.of(some));
    assertArrayEquals(new double[] {2, 0, 2}, some.targets());
    assertKeepsItsNames(some);
  }

  @Test
  void featuresComeInTheOrderAskedFor() {
    Dataset swapped = flowers.selectFeatures("width", "length");
    assertArrayEquals(new double[] {2, 1}, swapped.row(0));
    assertArrayEquals(new double[] {8, 7}, swapped.row(3));
    assertEquals(List.of("width", "length"), swapped.featureNames());
    assertArrayEquals(flowers.targets(), swapped.targets());
    Dataset narrow = flowers.selectFeatures("width");
    assertEquals(1, narrow.features());
    assertArrayEquals(new double[] {2, 4, 6, 8}, narrow.column(0));
    assertEquals("Fisher", narrow.credit());
  }

  @Test
  void twoOfTheClassesBecomeZeroAndOne() {
    Dataset two = flowers.selectClasses("iris", "lily");
    assertArrayEquals(new double[] {3, 4, 5, 6, 7, 8}, Inputs.of(two));
    assertArrayEquals(new double[] {1, 0, 1}, two.targets());
    assertEquals(List.of("iris", "lily"), two.classNames());
  }

  @Test
  void oneClassAgainstTheRestKeepsEveryRow() {
    Dataset lilies = flowers.oneVersusRest("lily");
    assertArrayEquals(new double[] {0, 1, 0, 1}, lilies.targets());
    assertArrayEquals(Inputs.of(flowers), Inputs.of(lilies));
    assertEquals(List.of("not lily", "lily"), lilies.classNames());
  }

  @Test
  void twoClassesGetOtherNumbersAndComeBack() {
    Dataset two = flowers.selectClasses("rose", "lily");
    Dataset signs = two.withTargets(-1, 1);
    assertArrayEquals(new double[] {-1, 1, 1}, signs.targets());
    assertArrayEquals(two.targets(), signs.withTargets(0, 1).targets());
    assertEquals(List.of("rose", "lily"), signs.classNames());
  }

  @Test
  void weightsStayWithTheirRows() {
    Dataset weighted = flowers.withWeights(1, 2, 3, 4);
    assertEquals(1, flowers.weight(3), "the original");
    assertEquals(4, weighted.weight(3));
    assertEquals(3, weighted.select(2, 0).weight(0));
    assertEquals(4, weighted.selectFeatures("width").weight(3));
    assertEquals(4, weighted.selectClasses("rose", "lily").weight(2));
    assertEquals(2, weighted.oneVersusRest("lily").weight(1));
    assertEquals(2, weighted.withTargets(new double[4]).weight(1));
  }

  @Test
  void relativeWeightsAreOneOnAverage() {
    assertFalse(flowers.isWeighted());
    assertTrue(flowers.withWeights(1, 1, 1, 1).isWeighted());
    assertArrayEquals(new double[] {1, 1, 1, 1}, flowers.relativeWeights());
    assertArrayEquals(
        new double[] {0.5, 1, 1.5, 1}, flowers.withWeights(1, 2, 3, 2).relativeWeights());
    assertArrayEquals(
        new double[] {0, 0, 2, 2}, flowers.withWeights(0, 0, 1e308, 1e308).relativeWeights());
  }

  @Test
  void weightsAreCopied() {
    double[] weights = {1, 2, 3, 4};
    Dataset weighted = flowers.withWeights(weights);
    weights[0] = 100;
    assertEquals(1, weighted.weight(0));
  }

  @Test
  void balancedClassesCountTheSameInAll() {
    Dataset balanced = flowers.withBalancedClasses();
    // n / (k·n_c): four rows, three classes, of which the lilies have two rows.
    assertEquals(4.0 / 3, balanced.weight(0));
    assertEquals(2.0 / 3, balanced.weight(1));
    assertEquals(4.0 / 3, balanced.weight(2));
    assertEquals(2.0 / 3, balanced.weight(3));
  }

  private static void assertKeepsItsNames(Dataset data) {
    assertEquals(List.of("length", "width"), data.featureNames());
    assertEquals(List.of("rose", "lily", "iris"), data.classNames());
    assertEquals("Fisher", data.credit());
  }
}
