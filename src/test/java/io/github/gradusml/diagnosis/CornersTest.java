package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings at the corners of what is allowed: every check gives a verdict, and the same again. */
class CornersTest {
  private static final Dataset ROWS = new DescentRows(new Random(3), 30, 2, 0).numbers(0.3);
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError()).withEpochs(12).withRegularizer(Regularizer.l2(0.01));
  private static final Model<?> LINE = Perceptron.zeros(2, Activation.identity());

  private static List<Patient> patients() {
    double[] some = new double[30];
    Arrays.fill(some, 0, 5, 1);
    double[][] same = new double[30][2];
    double[][] huge = {{1e150, -1e150}, {2e150, 1e149}};
    double[][] tiny = {{1e-200, -1e-200}, {2e-200, 1e-250}};
    double[] y = {1, 2};
    Loss flatLoss = new FlatLoss();
    return List.of(
        Patient.of(TRAINER, LINE, ROWS.select(0)),
        Patient.of(TRAINER, LINE, Dataset.of(same, new double[30])),
        Patient.of(TRAINER, LINE, Dataset.of(same, ROWS.targets())),
        Patient.of(TRAINER, LINE, Dataset.of(huge, y)),
        Patient.of(TRAINER, LINE, Dataset.of(tiny, y)),
        Patient.of(TRAINER, LINE, ROWS.withWeights(some)),
        Patient.of(TRAINER, LINE, ROWS, ROWS.select(0)),
        Patient.of(TRAINER.withEpochs(1), LINE, ROWS),
        Patient.of(Trainer.minimizing(flatLoss).withRegularizer(Regularizer.l1(0.1)), LINE, ROWS),
        Patient.of(
            TRAINER,
            Network.of(2, Output.of(Activation.identity()))
                .withHidden(2, Activation.relu())
                .random(1),
            ROWS));
  }

  /** A loss that a user wrote, of slope ±1 or 0. */
  private record FlatLoss() implements Loss {
    @Override
    public double value(double prediction, double target) {
      return Math.max(0, Math.abs(prediction - target) - 0.5);
    }

    @Override
    public double derivative(double prediction, double target) {
      double off = prediction - target;
      return Math.abs(off) <= 0.5 ? 0 : Math.signum(off);
    }
  }

  private static Map<String, String> verdicts(Patient patient) {
    Diagnosis diagnosis = patient.diagnose();
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (Check check : Diagnosis.checks()) {
      verdicts.put(check.code(), diagnosis.verdict(check.code()).toString());
    }
    return verdicts;
  }

  @ParameterizedTest
  @MethodSource("patients")
  void everyCheckHasAVerdictAndTheSameAgain(Patient patient) {
    Map<String, String> first = verdicts(patient);
    assertEquals(Diagnosis.checks().size(), first.size());
    assertEquals(first, verdicts(patient));
  }

  @ParameterizedTest
  @MethodSource("patients")
  void aCheckCanBeAskedWithoutTheOthers(Patient patient) {
    for (Check check : Diagnosis.checks()) {
      Case alone =
          Case.of(
              patient.trainer(),
              patient.result(),
              patient.train(),
              patient.validation(),
              List.of(check));
      assertDoesNotThrow(() -> alone.verdict(check.code()), check.code());
    }
  }
}
