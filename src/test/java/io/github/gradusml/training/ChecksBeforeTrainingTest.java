package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would fail after an epoch is refused before the first. */
class ChecksBeforeTrainingTest {
  /** Fails if it is asked for a rate. */
  private static final Trainer NEVER_BEGINS =
      Trainer.minimizing(Loss.squaredError())
          .withLearningRate(
              (update, epoch) -> {
                throw new AssertionError("training began");
              })
          .withoutLog();

  private static final Dataset IRIS = Datasets.iris();
  private static final Perceptron LINE = Perceptron.zeros(4, Activation.identity());

  @Test
  void validationRowsMustHaveTheSameFeaturesAndClasses() {
    Dataset turned =
        IRIS.selectFeatures(
            "petal_width_cm", "sepal_width_cm", "petal_length_cm", "sepal_length_cm");
    assertEquals(
        "features of validation must be in the order of data, but feature 0 was \"petal_width_cm\" in"
            + " place of \"sepal_length_cm\"; validation.selectFeatures(names…) brings them in order",
        Rejected.message(() -> NEVER_BEGINS.fit(LINE, IRIS, turned)));
    Dataset renamed = IRIS.withClassNames("virginica", "versicolor", "setosa");
    assertEquals(
        "validation must have the classes of data, [setosa, versicolor, virginica], but has"
            + " [virginica, versicolor, setosa]; CsvReader.withLabels reads both alike, and"
            + " withClassNames renames classes that are the same",
        Rejected.message(() -> NEVER_BEGINS.fit(LINE, IRIS, renamed)));
  }

  @Test
  void aMetricOfTwoClassesIsRefusedForThree() {
    String message =
        "targets must be 0 or 1, or -1 or 1, but are [0.0 (\"setosa\"), 1.0 (\"versicolor\"), 2.0"
            + " (\"virginica\")]; Dataset.withTargets, selectClasses and oneVersusRest convert"
            + " them; for all 3 classes take a network with Output.softmax(3); for numbers take"
            + " Metric.meanSquaredError() or r2()";
    for (Metric metric :
        List.of(Metric.precision(), Metric.accuracy(), Metric.rocAuc(), Metric.fBeta(2))) {
      assertEquals(
          message, Rejected.message(() -> NEVER_BEGINS.withMetric(metric).fit(LINE, IRIS)));
    }
  }

  /** Of which only the number of outputs is asked. */
  private record ThreeOutputs() implements Output {
    @Override
    public int outputs() {
      return 3;
    }

    @Override
    public void predict(double[] z, int row, double[] prediction) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theMessageIsThatOfMeasuring() {
    for (Metric metric :
        List.of(Metric.precision(), Metric.recall(), Metric.f1(), Metric.fBeta(2))) {
      assertEquals(
          "classes must be two for one of them to be the positive one, but are 3; say of which"
              + " class, as in Metric.f1().ofClass(0), or take a mean of all, as in"
              + " Metric.f1().macro()",
          assertThrows(IllegalStateException.class, () -> metric.check(new ThreeOutputs(), IRIS))
              .getMessage());
    }
    Metric.accuracy().check(new ThreeOutputs(), IRIS);
    Metric.balancedAccuracy().check(new ThreeOutputs(), IRIS);
    Metric.matthewsCorrelation().check(new ThreeOutputs(), IRIS);
    Metric.rocAuc().check(new ThreeOutputs(), IRIS);
  }

  @Test
  void metricsThatDoNotFitTheRowsAreRefused() {
    Dataset ones = Dataset.of(new double[3][4], new double[] {1, 1, 1});
    assertEquals(
        "data must have rows of both classes for the ROC AUC, but all have target 1.0",
        Rejected.message(() -> NEVER_BEGINS.withMetric(Metric.rocAuc()).fit(LINE, ones)));
    assertEquals(
        "targets must differ for R², but all are 1.0",
        Rejected.message(() -> NEVER_BEGINS.withMetric(Metric.r2()).fit(LINE, ones)));
    assertEquals(
        "activation must have values in [0, 1] for cross-entropy, but was identity; take"
            + " Activation.sigmoid()",
        Rejected.message(() -> NEVER_BEGINS.withMetric(Metric.logLoss()).fit(LINE, ones)));
  }
}
