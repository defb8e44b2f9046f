package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings at the edge of what there is: each check has a verdict, in few words. */
class HostileModelsTest {
  private static final int LONGEST = 1000;
  private static final double[][] X = {{1, 2}, {2, -1}, {-1, 0.5}, {0.3, -2}};
  private static final double[] NUMBERS = {1, 3, -2, 0.5};

  /** The absolute error, as somebody might write it who knows no more of this library. */
  private static final Loss OWN_LOSS =
      new Loss() {
        @Override
        public double value(double prediction, double target) {
          return Math.abs(prediction - target);
        }

        @Override
        public double derivative(double prediction, double target) {
          return Math.signum(prediction - target);
        }
      };

  /** A line without a bias, as somebody might write it. */
  private record OwnModel(double w, double v, Output output) implements Model<OwnModel> {
    @Override
    public int features() {
      return 2;
    }

    @Override
    public Layers layers(int rows) {
      return Layers.none(1);
    }

    @Override
    public List<ParameterBlock> blocks() {
      return List.of(new ParameterBlock("weights", 0, 2, true));
    }

    @Override
    public double[] parameters() {
      return new double[] {w, v};
    }

    @Override
    public OwnModel with(double[] theta, Output other) {
      return new OwnModel(theta[0], theta[1], other);
    }
  }

  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withEpochs(3)
          .withLearningRate(LearningRate.constant(1e-3));

  private static Map<String, Patient> patients() {
    Model<?> line = Perceptron.zeros(2, Activation.identity());
    Model<?> network =
        Network.of(2, Output.of(Activation.identity()))
            .withHidden(3, Activation.relu())
            .withHidden(2, Activation.sigmoid())
            .random(1);
    Dataset rows = Dataset.of(X, NUMBERS);
    Dataset one = Dataset.of(new double[][] {{1, 2}}, new double[] {1});
    Dataset constant = Dataset.of(new double[][] {{5, 5}, {5, 5}}, new double[] {1, 2});
    Dataset huge =
        Dataset.of(new double[][] {{1e150, 1}, {-1e150, 2}}, new double[] {1e140, -1e140});
    Dataset weighted = rows.withWeights(0, 1, 1, 0);
    Trainer still = TRAINER.withLearningRate(LearningRate.constant(1e-305));
    Map<String, Patient> patients = new LinkedHashMap<>();
    patients.put("one row", Patient.of(TRAINER, line, one, one));
    patients.put("constant columns", Patient.of(TRAINER, line, constant, constant));
    patients.put("huge scales", Patient.of(still, line, huge, huge));
    patients.put("huge scales of a network", Patient.of(still, network, huge, huge));
    patients.put("rows without weight", Patient.of(TRAINER, network, weighted, weighted));
    patients.put("a network", Patient.of(TRAINER, network, rows, rows));
    patients.put(
        "a loss of somebody's own",
        Patient.of(Trainer.minimizing(OWN_LOSS).withEpochs(2), line, rows, rows));
    Model<?> own = new OwnModel(1, 1, Output.of(Activation.sigmoid()));
    patients.put("a model of somebody's own", Patient.of(TRAINER, own, rows, rows));
    patients.put(
        "a perceptron criterion",
        Patient.of(
            Trainer.minimizing(Loss.perceptron()).withEpochs(2),
            Perceptron.zeros(2, Activation.sign()),
            rows.withTargets(new double[] {1, -1, 1, -1}),
            rows.withTargets(new double[] {1, 1, 1, 1})));
    return patients;
  }

  private static Set<String> names() {
    return patients().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCheckHasAVerdict(String name) {
    Diagnosis diagnosis = patients().get(name).diagnose();
    for (Check check : Diagnosis.checks()) {
      Verdict verdict = diagnosis.verdict(check.code());
      assertFalse(verdict.toString().contains("NaN"), () -> name + ": " + verdict);
    }
    for (Finding finding : diagnosis.findings()) {
      assertTrue(finding.text().length() <= LONGEST, finding::text);
    }
  }
}
