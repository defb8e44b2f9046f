package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a metric may see of a model's scores, and what it is spared. */
class ScoresTest {
  private static final Trainer ONE_EPOCH =
      Trainer.minimizing(Loss.squaredError()).withEpochs(1).withoutLog();

  private static String nan(int row) {
    return "net input of row "
        + row
        + " must be a number, but was NaN: its features and the weights are too large together;"
        + " standardize the features, or take a smaller learning rate where training made the"
        + " weights so large";
  }

  /** 1e309 − 1e309 is ∞ − ∞. */
  @Test
  void aNetInputThatIsNoNumberIsReportedWithItsRow() {
    Dataset data =
        Dataset.of(
            new double[][] {{1, 0}, {10, 0}, {10, -10}, {10, -10}}, new double[] {0, 1, 0, 1});
    double[] huge = {1e308, 1e308};
    Perceptron model = Perceptron.of(huge, 0, Activation.identity());
    assertEquals(nan(2), Rejected.message(() -> Scores.of(model, data)));
    assertEquals(nan(2), Rejected.message(() -> Metric.accuracy().of(model, data)));
    assertEquals(nan(0), Rejected.message(() -> Metric.r2().of(model, data.select(3, 2, 1))));
    Scores infinite = Scores.of(model, data.select(0, 1));
    assertEquals(Double.POSITIVE_INFINITY, infinite.netInput(1, 0), "is a number of a kind");
  }

  /** Two outputs, each its own class; never trained. */
  private record TwoOutputs() implements Output {
    @Override
    public int outputs() {
      return 2;
    }

    @Override
    public void predict(double[] z, int row, double[] prediction) {
      System.arraycopy(z, 2 * row, prediction, 2 * row, 2);
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void soItIsWhereThereAreSeveralOutputs() {
    Dataset data = Dataset.of(new double[][] {{1, 0}, {10, 0}, {10, -10}}, new double[] {0, 1, 0});
    Counting model = Counting.of(new TwoOutputs(), 1, 1e308, 1, 1e308);
    assertEquals(nan(2), Rejected.message(() -> Scores.of(model, data)));
    Scores scores = Scores.of(model, data.select(0, 1));
    assertEquals(1e308, scores.netInput(0, 1));
    assertEquals(10, scores.netInput(1, 0));
  }

  /** The share of the rows whose prediction is off by less than ½. */
  private static final Metric NEAR =
      Metric.of(
          "near",
          true,
          scores -> {
            double near = 0;
            for (int i = 0; i < scores.rows(); i++) {
              near += Math.abs(scores.prediction(i) - scores.target(i)) < 0.5 ? 1 : 0;
            }
            return near / scores.rows();
          });

  @Test
  void aMetricOfYourOwnIsMeasuredAsAnyOther() {
    Dataset data = Dataset.of(new double[][] {{0}, {1}, {2}, {3}}, new double[] {0, 1, 3, 9});
    Perceptron line = Perceptron.of(new double[] {1}, 0, Activation.identity());
    assertEquals(2.0 / 4, NEAR.of(line, data));
    assertEquals("near", NEAR.name());
    assertTrue(NEAR.isBetter(0.5, 0.25));
    assertFalse(NEAR.isBetter(0.25, 0.25));
    TrainingResult<Perceptron> result =
        ONE_EPOCH.withMetric(NEAR).withMetric(Metric.r2()).fit(line, data);
    Perceptron trained = result.model();
    assertEquals(List.of("near", "R²"), List.copyOf(result.history().last().metrics().keySet()));
    assertEquals(NEAR.of(trained, data), result.history().last().metrics().get("near"));
    assertEquals(Metric.r2().of(trained, data), result.history().last().metrics().get("R²"));
  }

  @Test
  void itMayLookAtTheWeightsOfTheModel() {
    Metric zeros =
        Metric.of(
            "zeros",
            true,
            scores -> Arrays.stream(scores.model().parameters()).filter(w -> w == 0).count());
    Perceptron model = Perceptron.of(new double[] {0, 1, 0}, 2, Activation.identity());
    assertEquals(2, zeros.of(model, Dataset.of(new double[5][3], new double[5])));
  }

  /** The square of 1e200 is infinite from the start, and the weights are far from it. */
  @Test
  void anEpochWhoseObjectiveExplodedHasMetricsThatAreNoNumbers() {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[] {-1e200, 1e200});
    Metric never =
        Metric.of(
            "never asked",
            false,
            scores -> {
              throw new IllegalStateException("asked");
            });
    TrainingResult<Perceptron> result =
        ONE_EPOCH
            .withLearningRate((update, epoch) -> 1e-150)
            .withMetric(Metric.meanAbsoluteError())
            .withMetric(never)
            .fit(Perceptron.zeros(1, Activation.identity()), data);
    assertEquals(StopReason.DIVERGED, result.stopReason());
    assertEquals(Double.POSITIVE_INFINITY, result.history().last().objective());
    double[] values =
        result.history().last().metrics().values().stream().mapToDouble(v -> v).toArray();
    assertArrayEquals(new double[] {Double.NaN, Double.NaN}, values);
  }
}
