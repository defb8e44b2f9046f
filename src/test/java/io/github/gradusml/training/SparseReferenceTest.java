package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.SvmlightReader;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row by row and in order, on sparse rows, the weights are those of scikit-learn 1.2.1. Every file
 * under reference/sparse says which call gave its numbers.
 */
class SparseReferenceTest {
  /** Of the largest weight; sums in another order, over 1500 updates, are some 1e-14 apart. */
  private static final double RELATIVE = 1e-12;

  private static final double ALPHA = 0.001;
  private static final Dataset ROWS =
      SvmlightReader.target()
          .withFeatures(400)
          .read(Path.of("src/test/resources/reference/sparse/rows.svm"));

  private record Case(String file, boolean biased, Regularizer penalty) {
    @Override
    public String toString() {
      return file;
    }

    boolean isHinge() {
      return file.startsWith("hinge");
    }

    Trainer trainer(int epochs) {
      return Trainer.minimizing(isHinge() ? Loss.hinge() : Loss.crossEntropy())
          .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
          .withRegularizer(penalty)
          .withLearningRate(LearningRate.constant(0.05))
          .withEpochs(epochs)
          .withoutLog();
    }

    Perceptron start() {
      Perceptron zeros =
          Perceptron.zeros(400, isHinge() ? Activation.sign() : Activation.sigmoid());
      return biased ? zeros : zeros.withoutBias();
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("log_loss_l2_sparse", false, Regularizer.l2(ALPHA)),
        new Case("hinge_l2_sparse", false, Regularizer.l2(ALPHA)),
        new Case("log_loss_l2_dense_intercept", true, Regularizer.l2(ALPHA)),
        new Case("hinge_l2_dense_intercept", true, Regularizer.l2(ALPHA)),
        new Case("log_loss_l1_dense_intercept", true, Regularizer.l1Cumulative(ALPHA)),
        new Case("hinge_l1_dense_intercept", true, Regularizer.l1Cumulative(ALPHA)),
        new Case(
            "log_loss_elasticnet_dense_intercept",
            true,
            Regularizer.elasticNetCumulative(ALPHA, 0.3)),
        new Case(
            "hinge_elasticnet_dense_intercept",
            true,
            Regularizer.elasticNetCumulative(ALPHA, 0.3)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sparseRowsGiveTheWeightsOfScikitLearn(Case test) {
    assertWeights(test, test.isHinge() ? ROWS.withTargets(-1, 1) : ROWS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void andSoDoTheSameRowsWithEveryNumberKept(Case test) {
    Dataset dense = SparseCases.dense(ROWS);
    assertWeights(test, test.isHinge() ? dense.withTargets(-1, 1) : dense);
  }

  private static void assertWeights(Case test, Dataset data) {
    Reference reference = Reference.of("sparse/" + test.file);
    for (int epochs : new int[] {1, 5}) {
      Perceptron model = test.trainer(epochs).fit(test.start(), data).model();
      double[] expected = reference.array("epoch" + epochs + ".w");
      double apart = SparseCases.difference(expected, model.weights());
      assertTrue(apart <= RELATIVE, () -> test + ", epoch " + epochs + ": " + apart);
      double bias = Math.abs(reference.get("epoch" + epochs + ".bias") - model.bias());
      assertTrue(bias <= RELATIVE, () -> "bias of " + test + ": " + bias);
    }
  }
}
