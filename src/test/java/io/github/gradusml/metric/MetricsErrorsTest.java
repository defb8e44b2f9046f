package io.github.gradusml.metric;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsErrorsTest {
  private static final Perceptron SIGMOID = Perceptron.zeros(1, Activation.sigmoid());
  private static final Perceptron LINE = Perceptron.zeros(1, Activation.identity());

  @ParameterizedTest(name = "{0}")
  @MethodSource({"classes", "targets", "models"})
  void aMistakeIsNamedWithARemedy(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  private static Dataset targeted(double... targets) {
    return Dataset.of(new double[targets.length][1], targets);
  }

  static Stream<Arguments> classes() {
    String remedy = "; Dataset.withTargets, selectClasses and oneVersusRest convert them";
    String numbers = remedy + "; for numbers take Metric.meanSquaredError() or r2()";
    return Stream.of(
        with(
            "targets must be 0 or 1, or -1 or 1, but are [0.0, 1.0, 2.0]"
                + remedy
                + "; for all 3 classes take a network with Output.softmax(3); for numbers take"
                + " Metric.meanSquaredError() or r2()",
            () -> Metric.accuracy().of(SIGMOID, targeted(2, 0, 1, 0))),
        with(
            "targets must be 0 or 1, or -1 or 1, but are [-1.0, 0.0]" + remedy,
            () -> Metric.f1().of(SIGMOID, targeted(-1, 0))),
        with(
            "targets must be 0 or 1, or -1 or 1, but are [1.0, 2.0, 3.0, 4.0, 5.0, … 4 more]"
                + numbers,
            () -> Metric.rocAuc().of(SIGMOID, targeted(9, 8, 7, 6, 5, 4, 3, 2, 1))),
        with(
            "data must have rows of both classes for the ROC AUC, but all have target 1.0",
            () -> Metric.rocAuc().of(SIGMOID, targeted(1, 1))),
        with(
            "data must have rows of both classes for the ROC AUC, but all have target -1.0",
            () -> Metric.rocAuc().of(SIGMOID, targeted(-1, -1))));
  }

  static Stream<Arguments> targets() {
    String remedy = "; Dataset.withTargets(negative, positive) sets the targets of two classes";
    return Stream.of(
        with(
            "target of row 1 must be in [0, 1] for cross-entropy, but was -1.0" + remedy,
            () -> Metric.logLoss().of(SIGMOID, targeted(1, -1))),
        with(
            "target of row 0 must be -1 or +1 for hinge, but was 0.0" + remedy,
            () -> Metric.meanLoss(Loss.hinge()).of(LINE, targeted(0, 1))),
        with(
            "target of row 2 must be in [0, 1] for cross-entropy, but was 2.0;"
                + " for all of them take a network with Output.softmax(3) or Output.oneVersusRest(3,"
                + " activation); Dataset.selectClasses or oneVersusRest makes two of several classes",
            () -> Metric.logLoss().of(SIGMOID, targeted(0, 1, 2))),
        with(
            "targets must differ for R², but all are 3.0",
            () -> Metric.r2().of(LINE, targeted(3, 3, 3))));
  }

  @Test
  void nullIsNamed() {
    Dataset data = targeted(0, 1);
    for (Metric metric :
        List.of(Metric.accuracy(), Metric.rocAuc(), Metric.logLoss(), Metric.r2())) {
      assertNull("model must not be null", () -> metric.of(null, data));
      assertNull("data must not be null", () -> metric.of(SIGMOID, null));
    }
    assertNull("model must not be null", () -> Metric.meanAbsoluteError().of(null, data));
    assertNull("loss must not be null", () -> data.checkTargets(null, LINE.output()));
  }

  private static void assertNull(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }

  static Stream<Arguments> models() {
    Perceptron wide = Perceptron.zeros(2, Activation.sigmoid());
    Dataset data = targeted(0, 1);
    String wrongWidth = "data must have 2 features, as the model has, but has 1";
    return Stream.of(
        with(
            "activation must have values in [0, 1] for cross-entropy, but was identity;"
                + " take Activation.sigmoid()",
            () -> Metric.logLoss().of(LINE, data)),
        with(wrongWidth, () -> Metric.logLoss().of(wide, data)),
        with(wrongWidth, () -> Metric.accuracy().of(wide, data)),
        with(wrongWidth, () -> Metric.meanSquaredError().of(wide, data)));
  }
}
