package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of one class: of any by its number, and as means over all. */
class ClassMetricTest {
  private static final Perceptron SIGMOID =
      Perceptron.of(new double[] {1}, 0, Activation.sigmoid());

  private static final Dataset TWO =
      Dataset.of(new double[][] {{-2}, {1}, {-0.5}, {3}, {0.25}}, new double[] {0, 1, 1, 0, 1})
          .withWeights(2, 1, 3, 1, 2);

  /** Class 1 has no rows, but is predicted. */
  private static final Dataset WITHOUT_ONE =
      Copying.rows(3, new double[] {0, 0, 2, 2}, new double[] {0, 1, 2, 2});

  static List<ClassMetric> all() {
    return List.of(
        Metric.precision(),
        Metric.recall(),
        Metric.f1(),
        Metric.fBeta(2),
        Metric.rocAuc(),
        Metric.averagePrecision());
  }

  @ParameterizedTest
  @MethodSource("all")
  void ofTwoClassesItIsThatOfClassOne(ClassMetric metric) {
    assertEquals(metric.ofClass(1).of(SIGMOID, TWO), metric.of(SIGMOID, TWO));
  }

  @ParameterizedTest
  @MethodSource("all")
  void meansOfTwoClassesAreOfBoth(ClassMetric metric) {
    double zero = metric.ofClass(0).of(SIGMOID, TWO);
    double one = metric.ofClass(1).of(SIGMOID, TWO);
    // Of rows that weigh 9, 3 are of class 0; a few roundings.
    assertEquals((zero + one) / 2, metric.macro().of(SIGMOID, TWO), 1e-15);
    assertEquals((3 * zero + 6 * one) / 9, metric.weighted().of(SIGMOID, TWO), 1e-15);
  }

  @ParameterizedTest
  @MethodSource("all")
  void targetsOfMinusOneAndOneAreMeasuredAsZeroAndOneAre(ClassMetric metric) {
    Dataset signs = TWO.withTargets(-1, 1);
    for (Metric one : List.of(metric, metric.ofClass(0), metric.macro(), metric.weighted())) {
      assertEquals(one.of(SIGMOID, TWO), one.of(SIGMOID, signs));
    }
  }

  @Test
  void itsMetricsHaveNamesOfTheirOwnAndAreEqualToTheirLikes() {
    assertEquals("F1", Metric.f1().name());
    assertEquals("F1 of class 2", Metric.f1().ofClass(2).name());
    assertEquals("macro ROC AUC", Metric.rocAuc().macro().toString());
    assertEquals("weighted average precision", Metric.averagePrecision().weighted().name());
    assertEquals("F(β = 2.0)", Metric.fBeta(2).toString());
    assertEquals(Metric.f1().macro(), Metric.f1().macro());
    assertEquals(Metric.fBeta(2).ofClass(1), Metric.fBeta(2).ofClass(1));
    assertNotEquals(Metric.f1().macro(), Metric.recall().macro());
    for (ClassMetric metric : all()) {
      assertTrue(metric.largerIsBetter() && metric.macro().largerIsBetter());
    }
  }

  private static Dataset random(Random random, int k) {
    int n = k + random.nextInt(60);
    double[][] x = new double[n][k];
    double[] y = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.doubles(k, -2, 2).map(Math::rint).toArray();
      y[i] = i < k ? i : random.nextInt(k);
      weights[i] = i < k ? 0.5 : random.nextInt(3);
    }
    return Dataset.of(x, y).withWeights(weights);
  }

  /** The weight of the rows of a class that are taken for another. */
  private static double weight(Scores scores, int actual, int predicted) {
    return IntStream.range(0, scores.rows())
        .filter(i -> actual < 0 || scores.target(i) == actual)
        .filter(i -> predicted < 0 || scores.classified(i) == predicted)
        .mapToDouble(scores::weight)
        .sum();
  }

  private static double mean(
      Scores scores, int k, boolean weighted, ToDoubleFunction<Integer> ofClass) {
    double all = weighted ? weight(scores, -1, -1) : k;
    return IntStream.range(0, k)
        .mapToDouble(c -> (weighted ? weight(scores, c, -1) : 1) / all * ofClass.applyAsDouble(c))
        .sum();
  }

  /** Sums of up to 69 multiples of ½, and a few quotients. */
  private static final double TOLERANCE = 1e-14;

  @Test
  void aMeanIsThatOfTheClassesByTheRowsThatAreCounted() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      int k = 2 + random.nextInt(8);
      Scores scores = Scores.of(Copying.ofClasses(k), random(random, k));
      ToDoubleFunction<Integer> f1 =
          c -> 2 * weight(scores, c, c) / (weight(scores, c, -1) + weight(scores, -1, c));
      assertEquals(mean(scores, k, false, f1), Metric.f1().macro().of(scores), TOLERANCE);
      assertEquals(mean(scores, k, true, f1), Metric.f1().weighted().of(scores), TOLERANCE);
      ToDoubleFunction<Integer> area = c -> RocCurve.of(scores, c).area();
      assertEquals(mean(scores, k, false, area), Metric.rocAuc().macro().of(scores), TOLERANCE);
      assertEquals(mean(scores, k, true, area), Metric.rocAuc().weighted().of(scores), TOLERANCE);
    }
  }

  @Test
  void meansOfTheRecallAreAccuracies() {
    Random random = new Random(4);
    for (int trial = 0; trial < 100; trial++) {
      int k = 2 + random.nextInt(8);
      Scores scores = Scores.of(Copying.ofClasses(k), random(random, k));
      assertEquals(Metric.balancedAccuracy().of(scores), Metric.recall().macro().of(scores));
      assertEquals(Metric.accuracy().of(scores), Metric.recall().weighted().of(scores), TOLERANCE);
    }
  }

  @Test
  void theMatrixHasTheSameMeansOfAnyNumberOfItsClasses() {
    ConfusionMatrix matrix = ConfusionMatrix.of(Copying.ofClasses(3), WITHOUT_ONE);
    // Of classes 0 and 2: F1 = 2/3 and 1.
    assertEquals((2.0 / 3 + 1) / 2, matrix.macroMean(matrix::f1), 1e-15);
    assertEquals(Metric.f1().macro().of(Copying.ofClasses(3), WITHOUT_ONE), 5.0 / 6, 1e-15);
    assertEquals(1, matrix.macroMean(c -> c));
    assertEquals(1, matrix.weightedMean(c -> c));
    assertEquals(
        "ofClass must not be null",
        assertThrows(NullPointerException.class, () -> matrix.macroMean(null)).getMessage());
  }

  @Test
  void theAreaOfSeveralClassesIsTheMacroMeanUnlessOneIsNamed() {
    Dataset data = SeveralClassesReferenceTest.rows(4);
    Model<?> model = Copying.of(Output.softmax(4));
    assertEquals(Metric.rocAuc().macro().of(model, data), Metric.rocAuc().of(model, data));
    assertEquals(RocCurve.of(model, data, 3).area(), Metric.rocAuc().ofClass(3).of(model, data));
  }

  @Test
  void theOthersAskOfWhichClass() {
    for (ClassMetric metric : all()) {
      if (!metric.equals(Metric.rocAuc())) {
        assertEquals(
            "classes must be two for one of them to be the positive one, but are 3; say of which"
                + " class, as in Metric.f1().ofClass(0), or take a mean of all, as in"
                + " Metric.f1().macro()",
            assertThrows(
                    IllegalStateException.class, () -> metric.of(Copying.ofClasses(3), WITHOUT_ONE))
                .getMessage());
      }
    }
  }

  @Test
  void aClassWithoutRowsIsNamed() {
    String ofArea =
        "data must have rows of class 1 and of others for the ROC AUC, but have none of it";
    String ofPrecision =
        "data must have rows of class 1 for its precision and recall, but have none of it";
    Model<?> model = Copying.ofClasses(3);
    ClassMetric area = Metric.rocAuc();
    for (Metric metric : List.of(area, area.ofClass(1), area.macro(), area.weighted())) {
      assertEquals(ofArea, Rejected.message(() -> metric.of(model, WITHOUT_ONE)));
    }
    ClassMetric precision = Metric.averagePrecision();
    for (Metric metric : List.of(precision.ofClass(1), precision.macro(), precision.weighted())) {
      assertEquals(ofPrecision, Rejected.message(() -> metric.of(model, WITHOUT_ONE)));
    }
    assertEquals(1, area.ofClass(2).of(model, WITHOUT_ONE), "another has its area");
    // A row that does not count makes no class present.
    Dataset unweighted =
        Copying.rows(3, new double[] {0, 1, 2}, new double[] {0, 1, 2}).withWeights(1, 0, 1);
    assertEquals(ofArea, Rejected.message(() -> area.of(model, unweighted)));
    assertEquals(
        "data must have rows of class 1 and of others for the ROC AUC, but all have target 1.0",
        Rejected.message(() -> area.ofClass(1).of(model, unweighted.withWeights(0, 1, 0))));
  }

  @Test
  void aClassThatIsNotThereIsRefused() {
    assertEquals(
        "ofClass must be at least 0, but was -1", Rejected.message(() -> Metric.f1().ofClass(-1)));
    for (ClassMetric metric : all()) {
      Metric third = metric.ofClass(3);
      assertEquals(
          "ofClass must be from 0 to 2, but was 3",
          assertThrows(
                  IndexOutOfBoundsException.class,
                  () -> third.of(Copying.ofClasses(3), WITHOUT_ONE))
              .getMessage());
    }
  }
}
