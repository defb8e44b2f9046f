package io.github.gradusml.core;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How well a model of several outputs finds each of its classes. */
class SeveralClassesTest {
  /** Its net inputs are the three features. */
  private static final ThreeClasses COPY = ThreeClasses.of(3, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);

  /** Taken for 0, 0, 1, 2, 2 and 1: two rows are of class 0, three of class 1, one of class 2. */
  private static final Dataset ROWS =
      Dataset.of(
          new double[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 1}, {0, 1, 0}},
          new double[] {0, 1, 1, 1, 2, 0});

  private static final ConfusionMatrix MATRIX = ConfusionMatrix.of(COPY, ROWS);

  @Test
  void theConfusionMatrixCountsEveryClassAsEveryOther() {
    double[][] expected = {{1, 1, 0}, {1, 1, 1}, {0, 0, 1}};
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        assertEquals(expected[actual][predicted], MATRIX.count(actual, predicted));
      }
    }
    assertEquals(3.0 / 6, MATRIX.accuracy());
  }

  static Stream<Arguments> perClass() {
    return Stream.of(
        arguments(0, 1.0 / 2, 1.0 / 2, 2.0 / 4),
        arguments(1, 1.0 / 2, 1.0 / 3, 2.0 / 5),
        arguments(2, 1.0 / 2, 1.0, 2.0 / 3));
  }

  @ParameterizedTest
  @MethodSource("perClass")
  void eachClassHasAPrecisionARecallAndAnF1(int c, double precision, double recall, double f1) {
    assertEquals(precision, MATRIX.precision(c));
    assertEquals(recall, MATRIX.recall(c));
    assertEquals(f1, MATRIX.f1(c));
  }

  @Test
  void weightsOfRowsAreCounted() {
    ConfusionMatrix matrix = ConfusionMatrix.of(COPY, ROWS.withWeights(1, 0.5, 2, 4, 8, 0.25));
    assertEquals(0.5, matrix.count(1, 0));
    assertEquals(8.0 / 12, matrix.precision(2));
    assertEquals(2.0 / 6.5, matrix.recall(1));
    assertEquals(2.0 / (1 + 1.25 + 0.5), matrix.f1(0));
  }

  @Test
  void aClassThatNeitherIsNorIsPredictedHasNothing() {
    ThreeClasses always = ThreeClasses.of(1, 0, 0, 0, 1, 0, 0);
    ConfusionMatrix matrix =
        ConfusionMatrix.of(always, Dataset.of(new double[][] {{1}, {2}}, new double[2]));
    assertEquals(3, matrix.classes());
    assertEquals(0, matrix.precision(2));
    assertEquals(0, matrix.recall(2));
    assertEquals(0, matrix.f1(2));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.recall(3));
  }

  @Test
  void withoutAClassPrecisionRecallAndF1AreRefused() {
    String message =
        "classes must be two for one of them to be the positive one, but are 3; say of which"
            + " class, as in recall(0), or take a mean of all, as in macroMean(matrix::recall)";
    List<Runnable> calls = List.of(MATRIX::precision, MATRIX::recall, MATRIX::f1);
    for (Runnable call : calls) {
      assertEquals(message, assertThrows(IllegalStateException.class, call::run).getMessage());
    }
  }

  static Stream<Arguments> noClassNumbers() {
    return Stream.of(3.0, -1.0, 0.5)
        .map(
            target ->
                with(
                    "target of row 1 must be the number of one of 3 classes, from 0, but was "
                        + target,
                    () -> Metric.accuracy().of(COPY, withTargetOfRow1(target))));
  }

  private static Dataset withTargetOfRow1(double target) {
    double[] targets = ROWS.targets();
    targets[1] = target;
    return ROWS.withTargets(targets);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noClassNumbers")
  void targetsThatAreNoNumbersOfClassesAreRejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }
}
