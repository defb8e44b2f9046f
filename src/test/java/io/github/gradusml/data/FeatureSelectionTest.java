package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some of the features, by name. */
class FeatureSelectionTest {
  private static final Dataset THREE =
      Dataset.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[] {0, 1})
          .withFeatureNames("a", "b", "c")
          .withWeights(1, 2);

  @Test
  void featuresStayInTheOrderAskedForAndAllElseAsItWas() {
    Dataset two = FeatureSelection.of("c", "a").apply(THREE);
    assertArrayEquals(new double[] {6, 4}, two.row(1));
    assertEquals(List.of("c", "a"), two.featureNames());
    assertArrayEquals(THREE.targets(), two.targets());
    assertEquals(2, two.weight(1));
  }

  @Test
  void allFeaturesButSomeStayInTheirOrder() {
    assertEquals(FeatureSelection.of("a", "c"), FeatureSelection.without(THREE, "b"));
    assertEquals(FeatureSelection.of("b"), FeatureSelection.without(THREE, "c", "a"));
    assertEquals(THREE.featureNames(), FeatureSelection.without(THREE).names());
  }

  @Test
  void whatCannotBeLeftOutIsRefused() {
    assertTrue(Rejected.message(() -> FeatureSelection.without(THREE, "d")).contains("\"d\""));
    assertEquals(
        "leftOut must differ, but were [a, a]",
        Rejected.message(() -> FeatureSelection.without(THREE, "a", "a")));
    assertEquals(
        "features must be at least 1, but was 0",
        Rejected.message(() -> FeatureSelection.without(THREE, "a", "b", "c")));
  }

  @Test
  void theNamesAreCopied() {
    List<String> names = new ArrayList<>(List.of("a"));
    FeatureSelection selection = new FeatureSelection(names);
    names.set(0, "b");
    assertEquals(List.of("a"), selection.names());
    assertEquals(FeatureSelection.of("a"), selection);
    assertNotEquals(FeatureSelection.of("a", "b"), FeatureSelection.of("b", "a"));
  }

  @Test
  void ofManyNamesAFewAreTold() {
    String text = new FeatureSelection(THREE.featureNames()).toString();
    assertEquals("FeatureSelection([a, b, c])", text);
    String[] many = new String[1000];
    Arrays.setAll(many, j -> "x" + j);
    assertTrue(FeatureSelection.of(many).toString().length() < 200);
  }

  @Test
  void whatCannotBeSelectedIsRefused() {
    assertEquals("features must be at least 1, but was 0", Rejected.message(FeatureSelection::of));
    assertEquals(
        "names must differ, but were [a, b, a]",
        Rejected.message(() -> FeatureSelection.of("a", "b", "a")));
    assertTrue(
        Rejected.message(() -> FeatureSelection.of("a", "d").apply(THREE)).contains("\"d\""));
    assertEquals(
        "data must not be null",
        assertThrows(NullPointerException.class, () -> FeatureSelection.of("a").apply(null))
            .getMessage());
    assertEquals(
        "names[0] must not be null",
        assertThrows(NullPointerException.class, () -> FeatureSelection.of((String) null))
            .getMessage());
  }
}
