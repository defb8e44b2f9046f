package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A standardizer knows its features by name, and says which number of a row it cannot take. */
class StandardizerNamesTest {
  private static final Dataset UNNAMED =
      Dataset.of(new double[][] {{1, 20, 300}, {3, 40, 500}}, new double[2]);
  private static final Dataset NAMED = UNNAMED.withFeatureNames("age", "height", "income");
  private static final Standardizer FITTED = Standardizer.fit(NAMED);

  static Stream<Arguments> refused() {
    Dataset turned = NAMED.selectFeatures("age", "income", "height");
    String order =
        "features must be in the order that the standardizer was fitted to, but feature 1 was"
            + " \"income\" in place of \"height\"; data.selectFeatures(names…) brings them in order";
    return Stream.of(
        Rejected.with(order, () -> FITTED.apply(turned)),
        Rejected.with(order, () -> FITTED.inverse(turned)),
        Rejected.with(
            "features must be in the order that the standardizer was fitted to, but feature 0 was"
                + " \"x1\" in place of \"x0\"; data.selectFeatures(names…) brings them in order",
            () -> Standardizer.fit(UNNAMED).apply(UNNAMED.selectFeatures("x1", "x0", "x2"))),
        Rejected.with(
            "data must have the features that the standardizer was fitted to, but lacked"
                + " \"height\", and feature 1 was \"size\"; withFeatureNames renames features that"
                + " are the same",
            () -> FITTED.apply(NAMED.withFeatureNames("age", "size", "income"))),
        Rejected.with(
            "x[1], \"height\", must be finite, but was NaN",
            () -> FITTED.apply(1, Double.NaN, Double.NaN)),
        Rejected.with(
            "x[2], \"income\", must be finite, but was -Infinity",
            () -> FITTED.apply(1, 2, Double.NEGATIVE_INFINITY)),
        Rejected.with(
            "x[0], \"age\", must be finite when standardized, but was 1.0E308",
            () ->
                Standardizer.fit(
                        Dataset.of(new double[][] {{0}, {1e-5}}, new double[2])
                            .withFeatureNames("age"))
                    .apply(1e308)),
        Rejected.with(
            "x[1][0], \"x0\", must be finite when standardized, but was 1.0E308",
            () ->
                Standardizer.fit(Dataset.of(new double[][] {{0}, {1e-5}}, new double[2]))
                    .apply(Dataset.of(new double[][] {{0}, {1e308}}, new double[2]))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatDoesNotFitIsNamed(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void selectingTheFeaturesByNameBringsThemInOrder() {
    Dataset turned = NAMED.selectFeatures("income", "age", "height");
    Dataset back = turned.selectFeatures("age", "height", "income");
    assertArrayEquals(FITTED.apply(NAMED).row(1), FITTED.apply(back).row(1));
  }

  @Test
  void dataWithoutNamesOfTheirOwnOnlyHaveToHaveAsManyFeatures() {
    assertArrayEquals(FITTED.apply(NAMED).row(1), FITTED.apply(UNNAMED).row(1));
    Standardizer unnamed = Standardizer.fit(UNNAMED);
    assertArrayEquals(FITTED.apply(NAMED).row(1), unnamed.apply(NAMED).row(1));
    assertEquals(NAMED.featureNames(), unnamed.apply(NAMED).featureNames());
  }

  @Test
  void theMessageIsShortForThousandsOfFeatures() {
    int d = 5000;
    Dataset many = Dataset.of(new double[1][d], new double[1]);
    String[] names = IntStream.range(0, d).mapToObj(j -> "a" + j).toArray(String[]::new);
    String[] others = IntStream.range(0, d).mapToObj(j -> "b" + j).toArray(String[]::new);
    Standardizer fitted = Standardizer.fit(many.withFeatureNames(names));
    String message = Rejected.message(() -> fitted.apply(many.withFeatureNames(others)));
    assertTrue(message.contains("lacked \"a0\", \"a1\", \"a2\" and 4997 more"), message);
    assertTrue(message.length() < 250, message);
  }
}
