package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetErrorsTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Dataset of(double[]... rows) {
    return Dataset.of(rows, new double[rows.length]);
  }

  private static double[] row(double... values) {
    return values;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"badData", "badSelections", "badNamesAndTargets", "noClasses"})
  void aMistakeIsNamed(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> badData() {
    return Stream.of(
        Rejected.with("rows must be at least 1, but was 0", () -> of()),
        Rejected.with("features must be at least 1, but was 0", () -> of(row(), row())),
        Rejected.with(
            "targets must be as many as there are rows, 1, but were 2",
            () -> Dataset.of(new double[][] {{1}}, new double[2])),
        Rejected.with(
            "x[1] must have 2 features like x[0], but has 3", () -> of(row(1, 2), row(3, 4, 5))),
        Rejected.with("x[1][0] must be finite, but was NaN", () -> of(row(1, 2), row(NAN, 4))),
        Rejected.with(
            "x[0][1] must be finite, but was -Infinity", () -> of(row(1, -INFINITY), row(3, 4))),
        Rejected.with(
            "y[1] must be finite, but was NaN",
            () -> Dataset.of(new double[][] {{1}, {2}}, row(0, NAN))),
        Rejected.with(
            "x[0][1] must be finite, but was Infinity",
            () ->
                Dataset.of(
                    new Array2DRowRealMatrix(new double[][] {{1, INFINITY}}),
                    new ArrayRealVector(1))),
        Rejected.with(
            "targets must be as many as there are rows, 1, but were 3",
            () -> Dataset.of(new Array2DRowRealMatrix(1, 1), new ArrayRealVector(3))));
  }

  static Stream<Arguments> badSelections() {
    Dataset data =
        Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, row(0, 1, 2))
            .withClassNames("a", "b", "c");
    return Stream.of(
        Rejected.with("rows must be at least 1, but was 0", () -> data.select()),
        Rejected.with("features must be at least 1, but was 0", () -> data.selectFeatures()),
        Rejected.with(
            "feature must be one of [x0, x1], but was \"x2\"", () -> data.selectFeatures("x2")),
        Rejected.with(
            "names must differ, but were [x0, x0]", () -> data.selectFeatures("x0", "x0")),
        Rejected.with(
            "class must be one of [a, b, c], but was \"d\"", () -> data.selectClasses("a", "d")),
        Rejected.with("names must differ, but were [a, a]", () -> data.selectClasses("a", "a")),
        Rejected.with(
            "class must be one of [a, b, c], but was \"d\"", () -> data.oneVersusRest("d")),
        Rejected.with(
            "target of row 0 must be the number of one of the classes [a, b], but was -1.0;"
                + " select classes first, and call withTargets after that",
            () -> data.selectClasses("a", "b").withTargets(-1, 1).selectClasses("a", "b")),
        Rejected.with(
            "target of row 1 must be the number of one of the classes [a, b, c], but was 0.5;"
                + " select classes first, and call withTargets after that",
            () -> data.withTargets(row(0, 0.5, 1)).oneVersusRest("a")));
  }

  static Stream<Arguments> badNamesAndTargets() {
    Dataset data = Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, row(0, 1, 2));
    return Stream.of(
        Rejected.with(
            "names must be as many as there are features, 2, but were 1",
            () -> data.withFeatureNames("one")),
        Rejected.with(
            "names must differ, but were [one, one]", () -> data.withFeatureNames("one", "one")),
        Rejected.with(
            "targets must be as many as there are rows, 3, but were 2",
            () -> data.withTargets(new double[2])),
        Rejected.with("y[2] must be finite, but was NaN", () -> data.withTargets(row(0, 1, NAN))),
        Rejected.with(
            "targets must be of two kinds to be renamed, but there are more; selectClasses or"
                + " oneVersusRest makes two of several classes",
            () -> data.withTargets(-1, 1)),
        Rejected.with(
            "targets must be of two kinds to be renamed, but all are 0.0; selectClasses or"
                + " oneVersusRest makes two of several classes",
            () -> data.select(0).withTargets(-1, 1)),
        Rejected.with(
            "negative must be below positive, but was 1.0 and -1.0",
            () -> data.select(0, 1).withTargets(1, -1)),
        Rejected.with(
            "negative must be finite, but was NaN", () -> data.select(0, 1).withTargets(NAN, 1)),
        Rejected.with(
            "weights must be as many as there are rows, 3, but were 2",
            () -> data.withWeights(1, 2)),
        Rejected.with(
            "weights[1] must be finite and >= 0, but was -1.0", () -> data.withWeights(1, -1, 1)),
        Rejected.with(
            "weights[2] must be finite and >= 0, but was NaN", () -> data.withWeights(1, 1, NAN)),
        Rejected.with(
            "weights[0] must be finite and >= 0, but was Infinity",
            () -> data.withWeights(Double.POSITIVE_INFINITY, 1, 1)),
        Rejected.with("weights must not all be 0", () -> data.withWeights(0, 0, 0)),
        Rejected.with("weights must not all be 0", () -> data.withWeights(0, 1, 1).select(0)));
  }

  static Stream<Arguments> noClasses() {
    Dataset numbers = Dataset.of(new double[3][1], row(0, 151, 75));
    String balanced = "target of row 1 must be the number of one of 3 classes, from 0, to be";
    return Stream.of(
        Rejected.with(balanced + " balanced, but was 151.0", () -> numbers.withBalancedClasses()),
        Rejected.with(
            balanced + " balanced, but was 0.5",
            () -> numbers.withTargets(row(0, 0.5, 1)).withBalancedClasses()),
        Rejected.with(
            "target of row 1 must be the number of one of the classes [a, b], but was 151.0",
            () -> numbers.withClassNames("a", "b")),
        Rejected.with(
            "target of row 0 must be the number of one of the classes [a, b, c], but was -1.0",
            () -> numbers.withTargets(row(-1, 1, 1)).withClassNames("a", "b", "c")),
        Rejected.with(
            "class \"a\" must have a name in the data; withClassNames gives names",
            () -> numbers.selectClasses("a", "b")),
        Rejected.with(
            "class \"a\" must have a name in the data; withClassNames gives names",
            () -> numbers.oneVersusRest("a")));
  }

  @Test
  void twoClassesMayHaveAnyTargetsToBeBalancedAndSignsToBeNamed() {
    Dataset signs = Dataset.of(new double[3][1], row(-1, 1, 1));
    assertEquals(1.5, signs.withBalancedClasses().weight(0));
    assertEquals(1.5, signs.withTargets(0.1, 0.9).withBalancedClasses().weight(0));
    assertEquals(List.of("no", "yes"), signs.withClassNames("no", "yes").classNames());
  }

  @Test
  void nullIsNamed() {
    Dataset one = of(row(1));
    assertNull("rows must not be null", () -> one.select((int[]) null));
    assertNull("names[1] must not be null", () -> one.withClassNames("a", null));
    assertNull("names[0] must not be null", () -> one.withFeatureNames((String) null));
    assertNull("names must not be null", () -> one.selectFeatures((String[]) null));
    assertNull("targets must not be null", () -> one.withTargets(null));
    assertNull("rowWeights must not be null", () -> one.withWeights((double[]) null));
    double[][] ragged = {{1}, null};
    assertNull("x must not be null", () -> Dataset.of((double[][]) null, new double[1]));
    assertNull("y must not be null", () -> Dataset.of(new double[][] {{1}}, null));
    assertNull("x[1] must not be null", () -> Dataset.of(ragged, new double[2]));
    assertNull("x[0] must not be null", () -> Dataset.of(new double[1][], new double[1]));
  }

  private static void assertNull(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }

  /** As int, the products are negative, 0 and positive. */
  @ParameterizedTest
  @CsvSource({"46341, 2147488281", "65536, 4294967296", "70000, 4900000000"})
  void rowsTimesFeaturesBeyondAnIntIsRefusedBeforeAnythingIsCopied(int side, long product) {
    // All rows are the same array, so that the data themselves are small.
    double[][] x = new double[side][];
    Arrays.fill(x, new double[side]);
    assertEquals(
        "rows × features must be at most 2147483639, but was "
            + side
            + " × "
            + side
            + " = "
            + product,
        Rejected.message(() -> Dataset.of(x, new double[side])));
  }
}
