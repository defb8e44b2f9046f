package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is got without looking at any feature, by formulas. */
class MeasuredTest {
  /** Of sums of a few rounded logarithms and squares. */
  private static final double ROUNDING = 1e-14;

  private static <M extends Model<M>> double baseline(Metric metric, M model, double... y) {
    Dataset rows = Dataset.of(new double[y.length][1], y);
    return baseline(metric, model, rows);
  }

  private static <M extends Model<M>> double baseline(Metric metric, M model, Dataset rows) {
    Pipeline<M> pipeline = Pipeline.of(FittedPreparation.of(List.of()), model, rows);
    return Measured.of(Findings.of(pipeline, rows), List.of(metric)).get(0).baseline();
  }

  @Test
  void ofTwoClassesItIsWhatTheirSharesGet() {
    Perceptron model = Perceptron.zeros(1, Activation.sigmoid());
    double[] y = {0, 0, 0, 1};
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    assertEquals(0.75, baseline(Metric.accuracy(), model, y));
    assertEquals(0.5, baseline(Metric.balancedAccuracy(), model, y));
    assertEquals(entropy, baseline(Metric.logLoss(), model, y), ROUNDING);
    assertEquals(0.75 * 0.25, baseline(Metric.brierScore(), model, y), ROUNDING);
    assertEquals(0.5, baseline(Metric.rocAuc(), model, y));
  }

  @Test
  void ofTwoClassesByMinusOneAndOneTheSame() {
    Perceptron model = Perceptron.zeros(1, Activation.identity());
    assertEquals(0.75, baseline(Metric.accuracy(), model, -1, -1, 1, -1));
    Dataset signs = Dataset.of(new double[2][1], new double[] {-1, 1});
    Perceptron sigmoid = Perceptron.zeros(1, Activation.sigmoid());
    Pipeline<Perceptron> pipeline = Pipeline.of(FittedPreparation.of(List.of()), sigmoid, signs);
    List<Metric> metrics = Findings.of(pipeline, signs).metrics();
    assertFalse(metrics.contains(Metric.logLoss()), "it takes 0 and 1 alone");
    assertTrue(metrics.contains(Metric.brierScore()));
  }

  @Test
  void ofSeveralClassesOneMayHaveNoRows() {
    Network model = Network.of(1, Output.softmax(4)).zeros();
    double[] y = {0, 0, 2, 3};
    double entropy = -0.5 * Math.log(0.5) - 2 * 0.25 * Math.log(0.25);
    assertEquals(0.5, baseline(Metric.accuracy(), model, y));
    assertEquals(entropy, baseline(Metric.logLoss(), model, y), ROUNDING);
    // 1 − Σ p²: half the rows at (½, ½)², and so on.
    double brier = 1 - (0.25 + 2 * 0.0625);
    assertEquals(brier, baseline(Metric.brierScore(), model, y), ROUNDING);
  }

  @Test
  void ofOneClassAloneNothingIsLeftToKnow() {
    Perceptron model = Perceptron.zeros(1, Activation.sigmoid());
    assertEquals(0, baseline(Metric.logLoss(), model, 1, 1));
  }

  @Test
  void ofNumbersItIsWhatTheirMeanGets() {
    Perceptron model = Perceptron.zeros(1, Activation.identity());
    double[] y = {1, 2, 6};
    assertEquals(0, baseline(Metric.r2(), model, y));
    assertEquals(Math.sqrt(14 / 3.0), baseline(Metric.rootMeanSquaredError(), model, y), ROUNDING);
    assertEquals(2, baseline(Metric.meanAbsoluteError(), model, y), ROUNDING);
    Dataset weighted = Dataset.of(new double[3][1], y).withWeights(0, 1, 3); // the mean is 5
    assertEquals(1.5, baseline(Metric.meanAbsoluteError(), model, weighted), ROUNDING);
  }
}
