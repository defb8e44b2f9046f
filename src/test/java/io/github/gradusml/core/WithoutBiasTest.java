package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A perceptron whose boundary goes through the origin: z = w·x. */
class WithoutBiasTest {
  private static final Perceptron MODEL =
      Perceptron.of(new double[] {2, -3}, 0.5, Activation.sigmoid()).withoutBias();

  /** Targets around 5, so that a bias would be of use. */
  private static final Dataset ROWS = rows(150, 5);

  private static final Trainer TRAINER = Trainer.minimizing(Loss.squaredError()).withEpochs(3);

  private static Dataset rows(int n, int d) {
    Random random = new Random(1);
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.doubles(d, -1, 2).toArray();
      y[i] = 5 + x[i][0] + random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  private static Perceptron start() {
    return Perceptron.random(5, Activation.identity(), 2).withoutBias();
  }

  @Test
  void itsParametersAreItsWeightsAlone() {
    assertArrayEquals(new double[] {2, -3}, MODEL.parameters());
    assertArrayEquals(new double[] {2, -3}, MODEL.weights());
    assertEquals(List.of(new ParameterBlock("weights", 0, 2, true)), MODEL.blocks());
    assertFalse(MODEL.hasBias());
    assertTrue(Perceptron.zeros(2, Activation.sigmoid()).hasBias(), "usually there is one");
    assertEquals(0, MODEL.bias());
    assertEquals("Perceptron(2 features, sigmoid, w = [2.00, -3.00], no bias)", MODEL.toString());
    assertEquals(MODEL, MODEL.withoutBias());
  }

  @Test
  void theNetInputIsTheWeightedSum() {
    assertEquals(2 * 4 - 3 * 1, MODEL.netInput(4, 1));
    assertArrayEquals(new double[] {5}, MODEL.netInputs(4, 1));
    assertEquals(Activation.sigmoid().value(5), MODEL.predict(4, 1));
    assertEquals(0, MODEL.netInput(0, 0));
  }

  @Test
  void manyRowsHaveTheSameBitsAsRowByRow() {
    assertArrayEquals(ROWS.map(start()::netInput), start().netInputs(ROWS.inputs()));
  }

  @Test
  void itIsAnotherThanOneWhoseBiasIsZero() {
    Perceptron zero = Perceptron.of(new double[] {2, -3}, 0, Activation.sigmoid());
    assertNotEquals(zero, MODEL);
    assertEquals(zero.withoutBias(), MODEL);
  }

  @Test
  void otherParametersAreAsManyWeightsAndNoBias() {
    Perceptron moved = MODEL.withParameters(new double[] {1, 2});
    assertFalse(moved.hasBias());
    assertArrayEquals(new double[] {1, 2}, moved.weights());
    assertEquals(
        "theta must have 2 weights and no bias, but has length 3",
        Rejected.message(() -> MODEL.withParameters(new double[3])));
    assertEquals(
        "weights[1] must be finite, but was NaN",
        Rejected.message(() -> MODEL.withParameters(new double[] {1, Double.NaN})));
  }

  static List<UpdateStrategy> strategies() {
    return List.of(
        UpdateStrategy.batch(),
        UpdateStrategy.miniBatch(32),
        UpdateStrategy.stochastic(),
        UpdateStrategy.stochastic().withoutShuffling());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void trainingKeepsItWithoutABiasHoweverMuchIsRecorded(UpdateStrategy strategy) {
    for (Regularizer penalty : List.of(Regularizer.none(), Regularizer.l2(0.1))) {
      Trainer trainer = TRAINER.withUpdates(strategy).withRegularizer(penalty);
      Perceptron recorded = trainer.withHistory(HistoryDetail.UPDATE).fit(start(), ROWS).model();
      assertFalse(recorded.hasBias());
      assertEquals(5, recorded.parameters().length);
      assertNotEquals(start().weight(0), recorded.weight(0));
      for (HistoryDetail detail : List.of(HistoryDetail.NONE, HistoryDetail.EPOCH)) {
        assertEquals(recorded, trainer.withHistory(detail).fit(start(), ROWS).model(), "bits");
      }
    }
  }

  @Test
  void soDoesAnOptimizerThatRemembers() {
    assertFalse(TRAINER.withOptimizer(Optimizer.adam()).fit(start(), ROWS).model().hasBias());
  }

  /** w ← w − η·((w·x − y)·x + α·w), as the loop of a textbook has it. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void rowByRowItIsTheTextbooksLoop(double alpha) {
    Perceptron model = start();
    double eta = 0.01;
    for (int i = 0; i < ROWS.rows(); i++) {
      double[] w = model.weights();
      double[] x = ROWS.row(i);
      double delta = model.netInput(x) - ROWS.target(i);
      for (int j = 0; j < w.length; j++) {
        w[j] = (1 - eta * alpha) * w[j] - eta * delta * x[j];
      }
      model = model.withParameters(w);
    }
    Perceptron trained =
        TRAINER
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withRegularizer(Regularizer.l2(alpha))
            .withHistory(HistoryDetail.NONE)
            .withEpochs(1)
            .fit(start(), ROWS)
            .model();
    assertArrayEquals(model.parameters(), trained.parameters());
  }

  @Test
  void itEndsAtTheLeastSquaresThroughTheOrigin() {
    Trainer batch = TRAINER.withUpdates(UpdateStrategy.batch());
    double rate = batch.stability(start(), ROWS).orElseThrow().largestRate() / 2;
    Perceptron trained =
        batch
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(300)
            .fit(start(), ROWS)
            .model();
    RealVector expected =
        new QRDecomposition(ROWS.toMatrix())
            .getSolver()
            .solve(MatrixUtils.createRealVector(ROWS.targets()));
    // The smallest eigenvalue is a third of the largest or so: 300 epochs shorten the distance
    // to (2/3)^300 of it, and the rounding of sums of 150 numbers is left.
    assertArrayEquals(expected.toArray(), trained.weights(), 1e-12);
  }

  @Test
  void inOriginalUnitsItHasABias() {
    Dataset raw = Datasets.diabetes();
    Standardizer scaler = Standardizer.fit(raw);
    Perceptron model = Perceptron.random(10, Activation.identity(), 5).withoutBias();
    Perceptron original = scaler.inOriginalUnits(model);
    assertTrue(original.hasBias());
    double bias = 0;
    for (int j = 0; j < 10; j++) {
      bias -= model.weight(j) / scaler.scales()[j] * scaler.means()[j];
    }
    assertEquals(bias, original.bias());
    // Sums of 10 products below 10, over means that are up to 9 deviations.
    assertArrayEquals(scaler.apply(raw).map(model::predict), raw.map(original::predict), 1e-12);
  }

  private static final Dataset TWO = Dataset.of(new double[][] {{3}, {1}}, new double[] {1, 0});

  /**
   * XᵀX/n is (9 + 1)/2 = 5; with the column of ones it would be ((5, 2), (2, 1)), whose larger
   * eigenvalue is 3 + √8.
   */
  @Test
  void theLargestStableRateIsThatOfTheFeaturesAlone() {
    Perceptron biased = Perceptron.zeros(1, Activation.identity());
    Trainer batch = TRAINER.withUpdates(UpdateStrategy.batch());
    Stability stability = batch.stability(biased.withoutBias(), TWO).orElseThrow();
    assertEquals(2.0 / 5, stability.largestRate(), 1e-14); // a few roundings
    assertTrue(stability.exact());
    double withBias = batch.stability(biased, TWO).orElseThrow().largestRate();
    assertEquals(2 / (3 + Math.sqrt(8)), withBias, 1e-10); // what Lanczos promises
  }

  /** The longest row is 3, and would be (3, 1) with the column of ones. */
  @Test
  void rowByRowItIsThatOfTheLongestRow() {
    Perceptron biased = Perceptron.zeros(1, Activation.identity());
    Trainer rows = TRAINER.withUpdates(UpdateStrategy.stochastic());
    double without = rows.stability(biased.withoutBias(), TWO).orElseThrow().largestRate();
    assertEquals(2.0 / 9, without, 1e-15); // a rounding or two
    assertEquals(2.0 / 10, rows.stability(biased, TWO).orElseThrow().largestRate(), 1e-15);
  }

  /** A step multiplies the distance to the optimum by 1 − 5η: ±1 at the limit of 0.4. */
  @Test
  void aboveThatRateItDivergesAndBelowItDoesNot() {
    assertEquals(StopReason.EPOCHS_DONE, stopReason(0.39));
    assertEquals(StopReason.DIVERGED, stopReason(0.45));
  }

  private static StopReason stopReason(double rate) {
    return TRAINER
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(LearningRate.constant(rate))
        .withEpochs(100)
        .withoutLog()
        .fit(Perceptron.zeros(1, Activation.identity()).withoutBias(), TWO)
        .stopReason();
  }
}
