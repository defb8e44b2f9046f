package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Reference;
import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Log loss, Brier score and top-k accuracy. */
class ProbabilityMetricsTest {
  private static final Perceptron SIGMOID =
      Perceptron.of(new double[] {1}, 0, Activation.sigmoid());

  private static final Perceptron IDENTITY =
      Perceptron.of(new double[] {1}, 0, Activation.identity());

  private static final Model<?> SOFTMAX = Copying.of(Output.softmax(3));
  private static final Model<?> REST = Copying.of(Output.oneVersusRest(3, Activation.sigmoid()));

  private static Dataset classification() {
    Reference reference = Reference.of("metrics/classification");
    double[][] x =
        Arrays.stream(reference.array("score"))
            .mapToObj(z -> new double[] {z})
            .toArray(double[][]::new);
    return Dataset.of(x, reference.array("label"));
  }

  /** The same rows with net inputs 0 and z, whose softmax is the sigmoid of z. */
  private static Dataset asTwoOutputs(Dataset data) {
    double[][] x = new double[data.rows()][];
    Arrays.setAll(x, i -> new double[] {0, data.value(i, 0)});
    return Dataset.of(x, data.targets());
  }

  /** brier_score_loss(y, p), whose call is in the file; sums of 569 numbers below 1. */
  @Test
  void theBrierScoreOfOneOutputIsThatOfScikitLearn() {
    double expected = Reference.of("metrics/classification").get("brier");
    assertEquals(expected, Metric.brierScore().of(SIGMOID, classification()), 1e-14);
    Dataset signs = classification().withTargets(-1, 1);
    assertEquals(expected, Metric.brierScore().of(SIGMOID, signs), 1e-14);
  }

  @Test
  void ofTwoOutputsItIsTwiceAsMuch() {
    double one = Metric.brierScore().of(SIGMOID, classification());
    Dataset two = asTwoOutputs(classification());
    assertEquals(2 * one, Metric.brierScore().of(Copying.of(Output.softmax(2)), two), 1e-14);
  }

  @Test
  void theLogLossOfTwoOutputsIsThatOfOne() {
    double one = Metric.logLoss().of(SIGMOID, classification());
    Dataset two = asTwoOutputs(classification());
    // Sums of 569 numbers below 10.
    assertEquals(one, Metric.logLoss().of(Copying.of(Output.softmax(2)), two), 1e-14);
  }

  @Test
  void theBrierScoreByHand() {
    Dataset data = Dataset.of(new double[][] {{0, 0, 0}, {0, 800, 0}}, new double[] {0, 2});
    // (2/3)² + 2·(1/3)², and 1 + 1 beyond doubt.
    assertEquals((6.0 / 9 + 2) / 2, Metric.brierScore().of(SOFTMAX, data), 1e-15);
    assertEquals(2, Metric.brierScore().of(SOFTMAX, data.withWeights(0, 3)), 1e-15);
  }

  @Test
  void theLogLossOfASoftmaxIsFiniteWhateverTheNetInputs() {
    Dataset data =
        Dataset.of(new double[][] {{1e300, 0, 0}, {0, 800, 0}, {0, 0, 0}}, new double[] {0, 2, 1});
    assertEquals((0 + 800 + Math.log(3)) / 3, Metric.logLoss().of(SOFTMAX, data), 1e-13);
    assertEquals(
        5e299, Metric.logLoss().of(SOFTMAX, data.select(0, 0).withTargets(new double[] {1, 0})));
  }

  /** Net inputs of ±∞, by weights of 1e308. */
  @Test
  void atAnInfiniteNetInputTheClassIsCertain() {
    Model<?> huge = Counting.of(Output.softmax(3), 1e308, 0, 0, 0, 1e308, 0, 0, 0, 1e308);
    Dataset data = Dataset.of(new double[][] {{10, 0, 0}, {0, 0, -10}}, new double[] {0, 1});
    // Of the second row two are left.
    assertEquals(Math.log(2) / 2, Metric.logLoss().of(huge, data), 1e-15);
    assertEquals(0.25, Metric.brierScore().of(huge, data), 1e-15);
    Dataset wrong = data.withTargets(new double[] {0, 2});
    assertEquals(Double.POSITIVE_INFINITY, Metric.logLoss().of(huge, wrong));
    assertEquals(0.75, Metric.brierScore().of(huge, wrong), 1e-15, "½² + ½² + 1², of two rows");
  }

  @Test
  void ofOneVersusTheRestTheProbabilitiesAreMeasuredAndNotTheTraining() {
    Dataset data = Dataset.of(new double[][] {{1, -1, 0}}, new double[] {0});
    double[] p = {1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(1)), 0.5};
    double sum = p[0] + p[1] + p[2];
    assertEquals(-Math.log(p[0] / sum), Metric.logLoss().of(REST, data), 1e-15);
    double trained = -Math.log(p[0]) - Math.log(1 - p[1]) - Math.log(0.5);
    assertEquals(trained, Metric.meanLoss(Loss.crossEntropy()).of(REST, data), 1e-15);
    assertNotEquals(trained, Metric.logLoss().of(REST, data));
  }

  @Test
  void whatHasNoProbabilitiesIsRefusedBeforeAnyTraining() {
    Output hinges = Output.oneVersusRest(3, Activation.identity());
    Dataset three = Dataset.of(new double[3][3], new double[] {0, 1, 2});
    String message =
        "activation must have values in [0, 1] for probabilities, but is identity; take"
            + " Activation.sigmoid() with Loss.crossEntropy()";
    for (Metric metric : List.of(Metric.logLoss(), Metric.brierScore())) {
      assertRefused(message, () -> metric.check(hinges, three));
      assertRefused(message, () -> metric.of(Copying.of(hinges), three));
    }
    Dataset two = Dataset.of(new double[2][1], new double[] {0, 1});
    assertRefused(message, () -> Metric.brierScore().check(IDENTITY.output(), two));
    assertRefused(message, () -> Metric.brierScore().of(IDENTITY, two));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalStateException.class, call::run).getMessage());
  }

  @Test
  void aTargetThatIsNoClassIsRefusedBeforeAnyTraining() {
    Dataset data = Dataset.of(new double[2][3], new double[] {0, 3});
    String message = "target of row 1 must be the number of one of 3 classes, from 0, but was 3.0";
    for (Metric metric :
        List.of(Metric.logLoss(), Metric.brierScore(), Metric.topAccuracy(2), Metric.rocAuc())) {
      assertEquals(message, Rejected.message(() -> metric.check(SOFTMAX.output(), data)));
      assertEquals(message, Rejected.message(() -> metric.of(SOFTMAX, data)));
    }
  }

  /** An activation of somebody's own that is 0/0 at 0. */
  @Test
  void aProbabilityThatIsNoNumberIsReportedWithItsRow() {
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

          @Override
          public double lower() {
            return 0;
          }

          @Override
          public double upper() {
            return 1;
          }
        };
    Dataset data = Dataset.of(new double[][] {{1}, {0}}, new double[] {1, 0});
    assertEquals(
        "probability of row 1 must be a number, but was NaN at a net input of 0.0; the activation"
            + " must be defined there",
        Rejected.message(
            () -> Metric.brierScore().of(Perceptron.of(new double[] {1}, 0, quotient), data)));
  }

  @Test
  void ofEqualNetInputsThoseOfLowerNumbersComeFirst() {
    Dataset data =
        Dataset.of(
            new double[][] {{1, 1, 1, 0}, {1, 1, 1, 0}, {1, 1, 1, 0}, {1, 1, 1, 0}},
            new double[] {0, 1, 2, 3});
    Model<?> model = Copying.ofClasses(4);
    assertEquals(1.0 / 4, Metric.topAccuracy(1).of(model, data));
    assertEquals(2.0 / 4, Metric.topAccuracy(2).of(model, data));
    assertEquals(3.0 / 4, Metric.topAccuracy(3).of(model, data));
    // Of weights 1, 2, 3 and 0.
    assertEquals(3.0 / 6, Metric.topAccuracy(2).of(model, data.withWeights(1, 2, 3, 0)));
  }

  @Test
  void theFirstOfAllIsTheAccuracy() {
    Random random = new Random(9);
    for (int k = 2; k < 9; k++) {
      double[][] x = new double[50][];
      double[] y = new double[50];
      for (int i = 0; i < 50; i++) {
        x[i] = random.doubles(k, -2, 2).map(Math::rint).toArray();
        y[i] = random.nextInt(k);
      }
      Dataset data = Dataset.of(x, y);
      Model<?> model = Copying.of(Output.softmax(k));
      assertEquals(Metric.accuracy().of(model, data), Metric.topAccuracy(1).of(model, data));
    }
    Dataset two = Dataset.of(new double[][] {{-1}, {2}, {3}}, new double[] {-1, -1, 1});
    assertEquals(2.0 / 3, Metric.topAccuracy(1).of(SIGMOID, two));
  }

  @Test
  void asManyAsThereAreClassesAreRefused() {
    Dataset three = Dataset.of(new double[3][3], new double[] {0, 1, 2});
    assertEquals("top-3 accuracy", Metric.topAccuracy(3).name());
    String message =
        "k must be below the number of classes, 3, of which every row's is one, but was 3";
    assertEquals(message, Rejected.message(() -> Metric.topAccuracy(3).of(SOFTMAX, three)));
    assertEquals(
        message, Rejected.message(() -> Metric.topAccuracy(3).check(SOFTMAX.output(), three)));
    assertEquals("k must be at least 1, but was 0", Rejected.message(() -> Metric.topAccuracy(0)));
  }
}
