package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Row by row and in order, the weights are those of scikit-learn 1.2.1. Every file under
 * reference/sgd says which call gave its numbers, and how the rows were prepared.
 */
class ScikitLearnTest {
  /** Sums in another order, over at most 2845 updates: some 1e-13 apart, and room to spare. */
  private static final double RELATIVE = 1e-9;

  private record Case(String file, Loss loss, double eta, double alpha) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Case> classifiers() {
    return List.of(
        new Case("log_loss_l2", Loss.crossEntropy(), 0.01, 0.001),
        new Case("log_loss_none", Loss.crossEntropy(), 0.01, 0),
        new Case("hinge_l2", Loss.hinge(), 0.01, 0.001),
        new Case("hinge_none", Loss.hinge(), 0.01, 0),
        new Case("squared_hinge_l2", Loss.squaredHinge(), 0.001, 0.001),
        new Case("squared_hinge_none", Loss.squaredHinge(), 0.001, 0),
        new Case("modified_huber_l2", Loss.modifiedHuber(), 0.001, 0.001),
        new Case("modified_huber_none", Loss.modifiedHuber(), 0.001, 0));
  }

  static List<Case> regressors() {
    return List.of(
        new Case("squared_error_l2", Loss.squaredError(), 0.01, 0.001),
        new Case("squared_error_none", Loss.squaredError(), 0.01, 0),
        new Case("huber_l2", Loss.huber(0.5), 0.01, 0.001),
        new Case("huber_none", Loss.huber(0.5), 0.01, 0),
        new Case(
            "squared_epsilon_insensitive_l2", Loss.squaredEpsilonInsensitive(0.1), 0.001, 0.001),
        new Case(
            "squared_epsilon_insensitive_none", Loss.squaredEpsilonInsensitive(0.1), 0.001, 0));
  }

  static List<Case> perceptrons() {
    return List.of(
        new Case("perceptron_breast_cancer", Loss.perceptron(), 1, 0),
        new Case("perceptron_breast_cancer_eta01", Loss.perceptron(), 0.1, 0));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void sgdClassifier(Case test) {
    Dataset data = Cases.standardized(Datasets.breastCancer());
    boolean probability = test.loss.accepts(0);
    assertSameWeights(
        test,
        probability ? data : data.withTargets(-1, 1),
        probability ? Activation.sigmoid() : Activation.sign());
  }

  @ParameterizedTest
  @MethodSource("regressors")
  void sgdRegressor(Case test) {
    Dataset data = Cases.withStandardizedTargets(Cases.standardized(Datasets.diabetes()));
    assertSameWeights(test, data, Activation.identity());
  }

  @ParameterizedTest
  @MethodSource("perceptrons")
  void perceptron(Case test) {
    Dataset data = Cases.standardized(Datasets.breastCancer()).withTargets(-1, 1);
    assertSameWeights(test, data, Activation.step());
    assertSameMistakes(test, data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"perceptron_iris", "perceptron_iris_raw"})
  void perceptronOnTwoKindsOfIris(String file) {
    Case test = new Case(file, Loss.perceptron(), 1, 0);
    Dataset raw = Datasets.iris();
    Dataset data =
        (file.endsWith("raw") ? raw : Cases.standardized(raw))
            .selectClasses("setosa", "versicolor")
            .withTargets(-1, 1);
    assertSameWeights(test, data, Activation.step());
    assertSameMistakes(test, data);
  }

  private static Trainer trainer(Case test, int epochs) {
    return Trainer.minimizing(test.loss)
        .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
        .withRegularizer(test.alpha > 0 ? Regularizer.l2(test.alpha) : Regularizer.none())
        .withLearningRate(LearningRate.constant(test.eta))
        .withEpochs(epochs);
  }

  private static void assertSameWeights(Case test, Dataset data, Activation activation) {
    Reference reference = Reference.of("sgd/" + test.file);
    for (int epochs : new int[] {1, 5}) {
      TrainingResult<Perceptron> result =
          trainer(test, epochs).fit(Perceptron.zeros(data.features(), activation), data);
      String prefix = "epoch" + epochs + ".";
      double[] w = reference.array(prefix + "w");
      double size = IntStream.range(0, w.length).mapToDouble(j -> Math.abs(w[j])).max().orElse(0);
      for (int j = 0; j < w.length; j++) {
        // A weight near 0 is a sum that cancelled: its error is relative to the largest weight.
        double tolerance = RELATIVE * Math.max(Math.abs(w[j]), 0.01 * size);
        assertEquals(w[j], result.model().weight(j), tolerance, prefix + "w" + j);
      }
      assertEquals(reference.get(prefix + "bias"), result.model().bias(), RELATIVE * size);
      EpochRecord last = result.history().last();
      assertEquals(reference.get(prefix + "loss"), last.dataLoss(), RELATIVE, prefix + "loss");
      assertEquals(reference.get(prefix + "objective"), last.objective(), RELATIVE, prefix + "J");
      if (reference.has(prefix + "correct")) {
        double correct = reference.get(prefix + "correct") / data.rows();
        // A quotient of two whole numbers, so the same to the last bit but one.
        assertEquals(
            correct, Metric.accuracy().of(result.model(), data), 1e-15, prefix + "correct");
      }
    }
  }

  /** An update that changes nothing has a gradient of exactly 0. */
  private static void assertSameMistakes(Case test, Dataset data) {
    Reference reference = Reference.of("sgd/" + test.file);
    List<UpdateRecord> updates =
        trainer(test, 5)
            .withHistory(HistoryDetail.UPDATE)
            .fit(Perceptron.zeros(data.features(), Activation.step()), data)
            .history()
            .updates();
    for (int epoch = 1; epoch <= 5; epoch++) {
      int now = epoch;
      long mistakes =
          updates.stream().filter(u -> u.epoch() == now && u.gradientNorm() > 0).count();
      assertEquals((long) reference.get("epoch" + epoch + ".updates"), mistakes, "epoch " + epoch);
    }
  }
}
