package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is measured is computed from scores, for which the rows are read once. */
class OnePassTest {
  private static final Trainer ONE_EPOCH =
      Trainer.minimizing(Loss.squaredError()).withEpochs(1).withoutLog();

  private static List<Metric> ofClasses() {
    return List.of(
        Metric.accuracy(), Metric.precision(), Metric.recall(), Metric.f1(), Metric.logLoss());
  }

  private static List<Metric> ofNumbers() {
    return List.of(
        Metric.meanSquaredError(),
        Metric.rootMeanSquaredError(),
        Metric.meanAbsoluteError(),
        Metric.r2(),
        Metric.meanLoss(Loss.huber(1)));
  }

  private static Dataset rows(int n) {
    Random random = new Random(1);
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.doubles(3, -1, 1).toArray();
      y[i] = i % 2;
    }
    return Dataset.of(x, y);
  }

  private static long rowsOfAnEpoch(Dataset validation, List<Metric> metrics) {
    Trainer trainer = ONE_EPOCH;
    for (Metric metric : metrics) {
      trainer = trainer.withMetric(metric);
    }
    Counting model = Counting.of(Output.of(Activation.sigmoid()), 1, 2, 3);
    trainer.fit(model, rows(150), validation);
    return model.counted().get();
  }

  @Test
  void anEpochReadsTheRowsOnceForAllItsMetricsTogether() {
    long none = rowsOfAnEpoch(null, List.of());
    assertEquals(none + 150, rowsOfAnEpoch(null, List.of(Metric.accuracy())));
    assertEquals(none + 150, rowsOfAnEpoch(null, ofClasses()));
    assertEquals(none + 150, rowsOfAnEpoch(null, ofNumbers()));
  }

  @Test
  void orOnceTheValidationRowsWhereThereAreAny() {
    Dataset validation = rows(70);
    long none = rowsOfAnEpoch(validation, List.of());
    assertEquals(none + 70, rowsOfAnEpoch(validation, ofClasses()));
  }

  @Test
  void scoresReadTheRowsOnceHoweverOftenTheyAreAsked() {
    Counting model = Counting.of(Output.of(Activation.sigmoid()), 1, 2, 3);
    Scores scores = Scores.of(model, rows(150));
    ofClasses().forEach(metric -> metric.of(scores));
    ofNumbers().forEach(metric -> metric.of(scores));
    Metric.rocAuc().of(scores);
    assertEquals(150, model.counted().get());
  }

  static List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(ofClasses());
    all.addAll(ofNumbers());
    all.addAll(
        List.of(
            Metric.rocAuc(),
            Metric.averagePrecision(),
            Metric.brierScore(),
            Metric.topAccuracy(1),
            Metric.cohensKappa(),
            Metric.f1().macro()));
    return all;
  }

  /**
   * The array of a row of three features takes 40 bytes. Net inputs and predictions take 8 each,
   * targets and classes another 12.
   */
  @ParameterizedTest
  @MethodSource("metrics")
  void aMetricMakesNoArrayForARow(Metric metric) {
    int n = 100_000;
    Dataset data = rows(n);
    Perceptron model = Perceptron.of(new double[] {1, 2, 3}, 0, Activation.sigmoid());
    metric.of(model, data); // once for what is made at first use only
    long each = Allocated.by(() -> metric.of(model, data)) / n;
    assertTrue(each < 40, each + " bytes a row");
  }
}
