package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three ways to train with L1, and what each does to exact zeros, on real data. */
class L1VariantsTest {
  /** Sums in another order over at most 2845 updates: some 1e-13 apart, and room to spare. */
  private static final double TOLERANCE = 1e-10;

  private static final double ALPHA = 10;
  private static final Dataset DIABETES = Cases.standardized(Datasets.diabetes());
  private static final Dataset CANCER = Cases.standardized(Datasets.breastCancer());

  /** The zeros at the minimum, which scikit-learn found. */
  private static final boolean[] ZEROS = zeros(Reference.of("converged/lasso_10.0").array("w"));

  private record Case(Loss loss, Activation activation, String file, double alpha, Dataset data) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Case> scikitLearn() {
    Dataset diabetes = Cases.withStandardizedTargets(DIABETES);
    return List.of(
        new Case(Loss.crossEntropy(), Activation.sigmoid(), "sgd_log_loss_l1", 0.02, CANCER),
        new Case(Loss.hinge(), Activation.sign(), "sgd_hinge_l1", 0.02, CANCER.withTargets(-1, 1)),
        new Case(
            Loss.squaredError(), Activation.identity(), "sgd_squared_error_l1", 0.05, diabetes));
  }

  @ParameterizedTest
  @MethodSource("scikitLearn")
  void theCumulativePenaltyGivesTheWeightsAndZerosOfScikitLearnsSgd(Case test) {
    Reference reference = Reference.of("penalties/" + test.file);
    for (int epochs : new int[] {1, 5}) {
      Perceptron model =
          Trainer.minimizing(test.loss)
              .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
              .withRegularizer(Regularizer.l1Cumulative(test.alpha))
              .withLearningRate(LearningRate.constant(0.01))
              .withEpochs(epochs)
              .fit(Perceptron.zeros(test.data.features(), test.activation), test.data)
              .model();
      double[] w = reference.array("epoch" + epochs + ".w");
      assertEquals(test.data.features(), w.length);
      assertTrue(count(zeros(w)) >= 5, "a test of zeros");
      for (int j = 0; j < w.length; j++) {
        assertEquals(w[j], model.weight(j), w[j] == 0 ? 0 : TOLERANCE, "w" + j);
      }
      assertEquals(reference.get("epoch" + epochs + ".bias"), model.bias(), TOLERANCE);
    }
  }

  @Test
  void inFullBatchesTheProximalStepFindsTheZerosOfTheMinimumAndKeepsThem() {
    // λmax is 4.03, so that descent is stable below 0.49.
    List<boolean[]> zeros = afterEachEpoch(UpdateStrategy.batch(), l1(), constant(0.4), 600);
    int settled = firstSettled(zeros);
    assertTrue(settled < 500, "settled after " + settled + " epochs");
  }

  @Test
  void inFullBatchesTheCumulativePenaltyFindsTheSameZeros() {
    List<boolean[]> zeros =
        afterEachEpoch(UpdateStrategy.batch(), Regularizer.l1Cumulative(ALPHA), constant(0.4), 600);
    int settled = firstSettled(zeros);
    assertTrue(settled < 500, "settled after " + settled + " epochs");
  }

  @ParameterizedTest
  @MethodSource("io.github.gradusml.training.Cases#strategies")
  void bySubgradientNoWeightIsEverExactlyZero(UpdateStrategy strategy) {
    Regularizer subgradient = Regularizer.l1Subgradient(ALPHA);
    for (boolean[] zeros : afterEachEpoch(strategy, subgradient, constant(0.01), 20)) {
      assertEquals(0, count(zeros));
    }
  }

  @Test
  void theSubgradientHoversWithinAStepOfTheZeros() {
    Perceptron model =
        train(UpdateStrategy.batch(), Regularizer.l1Subgradient(ALPHA), constant(0.01), 5000);
    for (int j = 0; j < ZEROS.length; j++) {
      if (ZEROS[j]) {
        // One step is at most η·(|∂L| + α), and |∂L| ≤ α at a weight that is 0 at the minimum.
        assertEquals(0, model.weight(j), 0.01 * 2 * ALPHA, "w" + j);
      }
    }
  }

  @Test
  void rowByRowNoiseWakesWeightsThatWereZero() {
    for (Regularizer penalty : List.of(l1(), Regularizer.l1Cumulative(ALPHA))) {
      List<boolean[]> zeros =
          afterEachEpoch(UpdateStrategy.stochastic(), penalty, constant(0.01), 20);
      boolean woken = false;
      for (int k = 1; k < zeros.size(); k++) {
        for (int j = 0; j < ZEROS.length; j++) {
          woken |= zeros.get(k - 1)[j] && !zeros.get(k)[j];
        }
      }
      assertTrue(woken, penalty.toString());
    }
  }

  private static Regularizer l1() {
    return Regularizer.l1(ALPHA);
  }

  private static LearningRate constant(double eta) {
    return LearningRate.constant(eta);
  }

  /** The first epoch from which on exactly the zeros of the minimum are 0. */
  private static int firstSettled(List<boolean[]> zeros) {
    int settled = zeros.size();
    while (settled > 0 && Arrays.equals(ZEROS, zeros.get(settled - 1))) {
      settled--;
    }
    return settled + 1;
  }

  private static List<boolean[]> afterEachEpoch(
      UpdateStrategy strategy, Regularizer penalty, LearningRate rate, int epochs) {
    List<boolean[]> all = new ArrayList<>();
    Trainer trainer = trainer(strategy, penalty, rate).withEpochs(1);
    TrainingResult<Perceptron> result = trainer.fit(start(), DIABETES);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      all.add(zeros(result.model().weights()));
      result = trainer.resume(result, DIABETES);
    }
    return all;
  }

  private static Perceptron train(
      UpdateStrategy strategy, Regularizer penalty, LearningRate rate, int epochs) {
    return trainer(strategy, penalty, rate).withEpochs(epochs).fit(start(), DIABETES).model();
  }

  private static Trainer trainer(UpdateStrategy strategy, Regularizer penalty, LearningRate rate) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(strategy)
        .withRegularizer(penalty)
        .withLearningRate(rate);
  }

  private static Perceptron start() {
    return Perceptron.zeros(DIABETES.features(), Activation.identity());
  }

  private static boolean[] zeros(double[] w) {
    boolean[] zeros = new boolean[w.length];
    for (int j = 0; j < w.length; j++) {
      zeros[j] = w[j] == 0;
    }
    return zeros;
  }

  private static int count(boolean[] zeros) {
    return (int) IntStream.range(0, zeros.length).filter(j -> zeros[j]).count();
  }
}
