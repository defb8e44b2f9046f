package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of three to ten classes against those of scikit-learn 1.2.1; each file has the calls. */
class SeveralClassesReferenceTest {
  /** Sums of 120 numbers below 8 in another order. */
  private static final double TOLERANCE = 1e-12;

  private static final int ROWS = 120;

  /** The net inputs of the files, each of 120 rows. */
  static Dataset rows(int k) {
    double[][] z = new double[ROWS][k];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = (i * i / 7 + i % 5) % k;
      for (int u = 0; u < k; u++) {
        z[i][u] = ((7 * i + 11 * u + i * u) % 23 - 11) / 4.0 + u / 1024.0 + (u == y[i] ? 1.5 : 0);
      }
    }
    return Dataset.of(z, y);
  }

  private static Dataset weighted(Dataset rows) {
    return rows.withWeights(IntStream.range(0, ROWS).mapToDouble(i -> i % 4 / 2.0).toArray());
  }

  private static Map<String, Metric> ofSoftmax(int k) {
    Map<String, Metric> all = new LinkedHashMap<>();
    all.put("accuracy", Metric.accuracy());
    all.put("balanced_accuracy", Metric.balancedAccuracy());
    all.put("matthews", Metric.matthewsCorrelation());
    all.put("kappa", Metric.cohensKappa());
    all.put("log_loss", Metric.logLoss());
    all.put("brier", Metric.brierScore());
    all.put("top2", Metric.topAccuracy(2));
    put(all, "precision", Metric.precision(), k);
    put(all, "recall", Metric.recall(), k);
    put(all, "f1", Metric.f1(), 0);
    put(all, "f1_", Metric.f1(), k);
    put(all, "f2", Metric.fBeta(2), 0);
    put(all, "roc_auc", Metric.rocAuc(), k);
    put(all, "average_precision", Metric.averagePrecision(), k);
    return all;
  }

  private static void put(Map<String, Metric> all, String name, ClassMetric metric, int classes) {
    if (!name.endsWith("_")) {
      all.put("macro_" + name, metric.macro());
      all.put("weighted_" + name, metric.weighted());
    }
    for (int c = 0; c < classes; c++) {
      all.put(name + c, metric.ofClass(c));
    }
  }

  private static Map<String, Metric> ofOneVersusRest(int k) {
    Map<String, Metric> all = new LinkedHashMap<>();
    all.put("log_loss_rest", Metric.logLoss());
    all.put("brier_rest", Metric.brierScore());
    for (int c = 0; c < k; c++) {
      all.put("roc_auc_rest" + c, Metric.rocAuc().ofClass(c));
      all.put("average_precision_rest" + c, Metric.averagePrecision().ofClass(c));
    }
    return all;
  }

  private static Stream<Arguments> cases(int k, Output output, Map<String, Metric> metrics) {
    return metrics.entrySet().stream()
        .flatMap(
            one ->
                Stream.of(
                    Arguments.of(k, one.getKey(), output, one.getValue(), rows(k)),
                    Arguments.of(
                        k, "s." + one.getKey(), output, one.getValue(), weighted(rows(k)))));
  }

  static Stream<Arguments> softmax() {
    return IntStream.rangeClosed(3, 10)
        .boxed()
        .flatMap(k -> cases(k, Output.softmax(k), ofSoftmax(k)));
  }

  static Stream<Arguments> oneVersusRest() {
    return IntStream.rangeClosed(3, 10)
        .boxed()
        .flatMap(k -> cases(k, Output.oneVersusRest(k, Activation.sigmoid()), ofOneVersusRest(k)));
  }

  @ParameterizedTest(name = "{1} of {0} classes")
  @MethodSource({"softmax", "oneVersusRest"})
  void itIsThatOfScikitLearn(int k, String name, Output output, Metric metric, Dataset data) {
    double expected = Reference.of("metrics/classes_" + k).get(name);
    assertEquals(expected, metric.of(Copying.of(output), data), TOLERANCE);
  }

  static Stream<Arguments> absent() {
    return Stream.of(
        Arguments.of("macro_precision", Metric.precision().macro()),
        Arguments.of("macro_recall", Metric.recall().macro()),
        Arguments.of("macro_f1", Metric.f1().macro()),
        Arguments.of("weighted_precision", Metric.precision().weighted()),
        Arguments.of("weighted_recall", Metric.recall().weighted()),
        Arguments.of("weighted_f1", Metric.f1().weighted()),
        Arguments.of("balanced_accuracy", Metric.balancedAccuracy()),
        Arguments.of("matthews", Metric.matthewsCorrelation()),
        Arguments.of("kappa", Metric.cohensKappa()));
  }

  /** One of five classes has no rows, but rows are taken for it; another is never found. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("absent")
  void aMeanIsOverTheClassesThatHaveRows(String name, Metric metric) {
    Reference reference = Reference.of("metrics/classes_absent");
    Dataset data = Copying.rows(5, reference.array("y"), reference.array("found"));
    assertEquals(reference.get(name), metric.of(Copying.ofClasses(5), data), TOLERANCE);
  }
}
