package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of huge and tiny weights, targets and net inputs, and of rows that do not count. */
class ExtremesTest {
  private static final Perceptron PROBABILITY =
      Perceptron.of(new double[] {1}, 0, Activation.sigmoid());

  private static final Perceptron NUMBER =
      Perceptron.of(new double[] {1}, 0, Activation.identity());

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static List<Metric> ofClasses() {
    return List.of(
        Metric.accuracy(),
        Metric.precision(),
        Metric.recall(),
        Metric.f1(),
        Metric.fBeta(2),
        Metric.balancedAccuracy(),
        Metric.matthewsCorrelation(),
        Metric.cohensKappa(),
        Metric.topAccuracy(1),
        Metric.f1().macro(),
        Metric.f1().weighted(),
        Metric.rocAuc(),
        Metric.rocAuc().weighted(),
        Metric.averagePrecision(),
        Metric.averagePrecision().ofClass(0));
  }

  static List<Metric> all() {
    List<Metric> all = new ArrayList<>(ofClasses());
    all.addAll(
        List.of(
            Metric.logLoss(),
            Metric.brierScore(),
            Metric.meanLoss(Loss.crossEntropy()),
            Metric.meanSquaredError(),
            Metric.rootMeanSquaredError(),
            Metric.meanAbsoluteError(),
            Metric.r2()));
    return all;
  }

  private static Dataset rows(double... z) {
    double[][] x = Arrays.stream(z).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    return Dataset.of(x, new double[z.length]);
  }

  /** Of both classes, right and wrong. */
  private static final Dataset ROWS =
      rows(-2, 1, -0.5, 3, 0.25).withTargets(new double[] {0, 1, 1, 0, 1});

  @ParameterizedTest
  @MethodSource("all")
  void theUnitOfTheWeightsHasNoInfluence(Metric metric) {
    double[] weights = {2, 1, 3, 1, 2};
    double expected = metric.of(PROBABILITY, ROWS.withWeights(weights));
    for (double unit : new double[] {1e-323, 1e-310, 1e-200, 1e-150, 1e100, 1e154, 5e307}) {
      double[] inUnits = Arrays.stream(weights).map(w -> w * unit).toArray();
      double actual = metric.of(PROBABILITY, ROWS.withWeights(inUnits));
      // Products with the unit are rounded; 1e-323 is 2 of the smallest doubles, and exact.
      assertEquals(expected, actual, 1e-13, metric + " at weights of " + unit);
    }
  }

  @Test
  void aClassMayWeighNextToNothingBesideAnother() {
    Dataset data = ROWS.withWeights(1e154, 1e-200, 1e-200, 1e154, 2e-200);
    ConfusionMatrix matrix = ConfusionMatrix.of(PROBABILITY, data);
    assertEquals(3.0 / 4, matrix.recall(), 1e-15);
    assertEquals(1.0 / 2, matrix.recall(0), 1e-15);
    assertEquals((3.0 / 4 + 1.0 / 2) / 2, matrix.balancedAccuracy(), 1e-15);
    assertEquals(1e154, matrix.count(0, 0), 1e139);
    assertEquals(3e-200, matrix.count(1, 1), 1e-214);
    // Of z = 1, −½, ¼ (twice) all are above −2, and none above 3.
    assertEquals(0.5, Metric.rocAuc().of(PROBABILITY, data), 1e-15);
  }

  @Test
  void aCountBeyondTheDoublesIsInfiniteAndWhatFollowsIsRight() {
    Dataset data = ROWS.withWeights(1.5e308, 1.5e308, 1.5e308, 1.5e308, 1.5e308);
    ConfusionMatrix matrix = ConfusionMatrix.of(PROBABILITY, data);
    assertEquals(INFINITY, matrix.count(1, 1));
    assertEquals(3.0 / 5, matrix.accuracy(), 1e-15);
    assertEquals(4.0 / 6, matrix.f1(), 1e-15);
  }

  /** Net inputs of ±1e308·(±10) are ±∞, and 1e309 − 1e309 is no number. */
  @ParameterizedTest
  @MethodSource("all")
  void aRowOfWeightZeroIsLeftOutWhateverItSays(Metric metric) {
    double[][] x = {{-2, 0}, {1, 0}, {0, -0.5}, {3, 0}, {0, 0.25}, {10, -10}, {10, 0}, {-10, 0}};
    double unit = 1e308;
    for (double[] row : x) {
      row[0] /= Math.abs(row[0]) == 10 ? 1 : unit;
      row[1] /= Math.abs(row[1]) == 10 ? 1 : unit;
    }
    Dataset data = Dataset.of(x, new double[] {0, 1, 1, 0, 1, 1, 0, 1});
    Perceptron model = Perceptron.of(new double[] {unit, unit}, 0, Activation.sigmoid());
    Dataset weighted = data.withWeights(2, 1, 1, 3, 1, 0, 0, 0);
    Dataset without = weighted.select(0, 1, 2, 3, 4);
    assertEquals(metric.of(model, without), metric.of(model, weighted), 1e-14);
  }

  /** It took for ever once. */
  @ParameterizedTest
  @MethodSource("all")
  void aNetInputThatIsNoNumberEndsInAMessage(Metric metric) {
    Dataset data = Dataset.of(new double[][] {{1, 0}, {10, 10}, {0, 1}}, new double[] {0, 1, 1});
    Perceptron model = Perceptron.of(new double[] {1e308, -1e308}, 0, Activation.sigmoid());
    String message =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> Rejected.message(() -> metric.of(model, data)));
    assertEquals(
        "net input of row 1 must be a number, but was NaN: its features and the weights are too"
            + " large together; standardize the features, or take a smaller learning rate where"
            + " training made the weights so large",
        message);
  }

  /** Rows whose net inputs are ∞, −∞, 1, −1 in this order. */
  private static double infinite(Metric metric, Activation activation, double... targets) {
    Dataset data = Dataset.of(new double[][] {{10}, {-10}, {1e-308}, {-1e-308}}, targets);
    return metric.of(Perceptron.of(new double[] {1e308}, 0, activation), data);
  }

  @Test
  void aNetInputOfInfinityHasAClassAndAPlaceInTheOrder() {
    Activation sigmoid = Activation.sigmoid();
    assertEquals(0.75, infinite(Metric.accuracy(), sigmoid, 1, 0, 1, 1));
    assertEquals(1, infinite(Metric.rocAuc(), sigmoid, 1, 0, 1, 0));
    assertEquals(0.5, infinite(Metric.rocAuc(), sigmoid, 0, 0, 1, 1), "two of four pairs");
  }

  @Test
  void aLossIsThatOfTheLimit() {
    double one = Math.log1p(Math.exp(-1));
    assertEquals(one / 2, infinite(Metric.logLoss(), Activation.sigmoid(), 1, 0, 1, 0), 1e-15);
    assertEquals(INFINITY, infinite(Metric.logLoss(), Activation.sigmoid(), 0, 0, 1, 0));
    Metric hinge = Metric.meanLoss(Loss.hinge());
    assertEquals(0, infinite(hinge, Activation.identity(), 1, -1, 1, -1), 1e-15);
    assertEquals(INFINITY, infinite(hinge, Activation.identity(), -1, -1, 1, -1));
  }

  @Test
  void anErrorOfInfinityMakesItsMeanInfinite() {
    for (Metric metric :
        List.of(
            Metric.meanSquaredError(), Metric.rootMeanSquaredError(), Metric.meanAbsoluteError())) {
      assertEquals(INFINITY, infinite(metric, Activation.identity(), 1, 2, 3, 4));
    }
    assertEquals(-INFINITY, infinite(Metric.r2(), Activation.identity(), 1, 2, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-200, 1e200, 1e307})
  void noSquareOverflowsOrVanishesOnTheWay(double unit) {
    Dataset data = rows(unit, 2 * unit, 4 * unit).withTargets(new double[] {0, 2 * unit, 3 * unit});
    assertEquals(Math.sqrt(2.0 / 3), Metric.rootMeanSquaredError().of(NUMBER, data) / unit, 1e-15);
    assertEquals(2.0 / 3, Metric.meanAbsoluteError().of(NUMBER, data) / unit, 1e-15);
    // Σ (y − 5/3)² = 25/9 + 1/9 + 16/9.
    assertEquals(1 - 2 / (42.0 / 9), Metric.r2().of(NUMBER, data), 1e-14);
  }

  /** An activation of somebody's own that is 0/0 at 0. */
  @Test
  void aPredictionThatIsNoNumberIsReportedWithItsRow() {
    Activation quotient =
        new Activation() {
          @Override
          public double value(double z) {
            return z / z;
          }

          @Override
          public double derivative(double z) {
            return 0;
          }
        };
    Perceptron model = Perceptron.of(new double[] {1}, 0, quotient);
    assertEquals(
        "prediction of row 1 must be a number, but was NaN at a net input of 0.0; the activation"
            + " must be defined there",
        Rejected.message(() -> Metric.meanSquaredError().of(model, rows(1, 0, 2))));
  }

  @Test
  void twoOutputsOfTheSameInfinityTie() {
    Dataset data =
        Dataset.of(new double[][] {{1, 1}, {1, 2}, {2, 1}, {3, 1}}, new double[] {1, 1, 0, 0});
    Counting model = Copying.ofClasses(2);
    assertEquals(1, Metric.rocAuc().of(model, data));
    Counting huge = Counting.of(model.output(), 1.5e308, 0, 0, 1.5e308);
    // z₁ − z₀ is 0 for ∞ − ∞, also where one is less than the other before it overflows.
    assertEquals(
        1,
        Metric.rocAuc()
            .of(huge, Dataset.of(new double[][] {{2, 2}, {2, -1}}, new double[] {1, 0})));
  }
}
