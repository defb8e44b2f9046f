package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link ExtremesTest}, of several classes. */
class SeveralClassesExtremesTest {
  @ParameterizedTest
  @MethodSource("ofSeveral")
  void theUnitOfTheWeightsHasNoInfluence(Metric metric) {
    double[][] x = {{1, 0, 0}, {0, 2, 0}, {0, 1, 1}, {0, 0, 1}, {1, 0, 2}, {10, -10, 10}};
    Dataset data = Dataset.of(x, new double[] {0, 1, 2, 2, 0, 1});
    double[] weights = {2, 1, 3, 1, 2, 0};
    Counting model = Copying.of(Output.softmax(3));
    double expected = metric.of(model, data.select(0, 1, 2, 3, 4).withWeights(2, 1, 3, 1, 2));
    for (double unit : new double[] {1e-323, 1e-200, 1, 1e100, 5e307}) {
      double[] inUnits = Arrays.stream(weights).map(w -> w * unit).toArray();
      double actual = metric.of(model, data.withWeights(inUnits));
      assertEquals(expected, actual, 1e-13, metric + " at weights of " + unit);
    }
  }

  static List<Metric> ofSeveral() {
    return List.of(
        Metric.accuracy(),
        Metric.cohensKappa(),
        Metric.matthewsCorrelation(),
        Metric.topAccuracy(2),
        Metric.logLoss(),
        Metric.brierScore(),
        Metric.f1().macro(),
        Metric.precision().weighted(),
        Metric.rocAuc(),
        Metric.averagePrecision().macro());
  }

  /** An output of somebody's own without an order. */
  @Test
  void aScoreThatIsNoNumberIsReportedWithItsRow() {
    Output unordered =
        new Output() {
          @Override
          public int outputs() {
            return 2;
          }

          @Override
          public void predict(double[] z, int row, double[] prediction) {
            throw new UnsupportedOperationException();
          }

          @Override
          public LossOnNetInputs compose(Loss loss) {
            throw new UnsupportedOperationException();
          }

          @Override
          public double score(double[] z, int row, int ofClass) {
            return row == 0 ? 0 : Double.NaN;
          }

          @Override
          public String toString() {
            return "unordered";
          }
        };
    Dataset data = Dataset.of(new double[][] {{1, 0}, {0, 1}}, new double[] {0, 1});
    assertEquals(
        "score of row 1 for class 1 must be a number, but unordered gave NaN",
        Rejected.message(() -> Metric.rocAuc().of(Copying.of(unordered), data)));
  }
}
