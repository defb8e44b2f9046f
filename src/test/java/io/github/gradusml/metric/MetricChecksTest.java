package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What measuring refuses for its targets or its output is refused before training, in its words.
 */
class MetricChecksTest {
  private static final List<Output> OUTPUTS =
      List.of(
          Output.of(Activation.sigmoid()),
          Output.of(Activation.identity()),
          Output.softmax(2),
          Output.softmax(3),
          Output.oneVersusRest(3, Activation.sigmoid()),
          Output.oneVersusRest(3, Activation.tanh()));

  private static final List<double[]> TARGETS =
      List.of(
          new double[] {0, 1, 0, 1},
          new double[] {-1, 1, -1, 1},
          new double[] {1, 1, 1, 1},
          new double[] {-1, -1, -1, -1},
          new double[] {0, 1, 2, 0},
          new double[] {0, 2, 2, 0},
          new double[] {0, 1, 2, 3},
          new double[] {0.5, 1, 2, -7});

  private static List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(ExtremesTest.all());
    all.addAll(SeveralClassesExtremesTest.ofSeveral());
    for (ClassMetric metric : ClassMetricTest.all()) {
      all.addAll(
          List.of(metric, metric.ofClass(0), metric.ofClass(2), metric.macro(), metric.weighted()));
    }
    all.add(Metric.topAccuracy(2));
    all.add(Metric.meanLoss(Loss.hinge()));
    return all;
  }

  static Stream<Arguments> cases() {
    return OUTPUTS.stream()
        .flatMap(output -> TARGETS.stream().map(targets -> Arguments.of(output, targets)));
  }

  private static String refusal(Runnable call) {
    try {
      call.run();
      return "none";
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      return e.toString();
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void theCheckBeforeTrainingSaysWhatMeasuringWould(Output output, double[] targets) {
    double[][] x = new double[4][output.outputs()];
    for (int i = 0; i < 4; i++) {
      x[i][i % output.outputs()] = i + 1;
    }
    Dataset data = Dataset.of(x, targets);
    for (Dataset rows : List.of(data, data.withWeights(1, 0, 1, 2))) {
      for (Metric metric : metrics()) {
        assertEquals(
            refusal(() -> metric.of(Copying.of(output), rows)),
            refusal(() -> metric.check(output, rows)),
            metric.name());
      }
    }
  }
}
