package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.CentralDifference;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model with an output for each class, written outside the library, does all that one does. */
class SeveralOutputsTest {
  /** z = (x₀ + 4x₁, 2x₀ + 5x₁ + ½, 3x₀ + 6x₁ + 1). */
  private static final ThreeClasses MODEL = ThreeClasses.of(2, 1, 2, 3, 4, 5, 6, 0, 0.5, 1);

  private static final Dataset IRIS = standardized(Datasets.iris());

  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.5));

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  @Test
  void aRowHasANetInputForEachClass() {
    // All are sums of halves, which doubles hold exactly.
    assertArrayEquals(new double[] {-2, -0.5, 1}, MODEL.netInputs(2, -1));
  }

  @Test
  void thereIsNoSingleNetInput() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> MODEL.netInput(2, -1));
    assertEquals(
        "model must have one output to have one net input, but has 3; take netInputs",
        e.getMessage());
  }

  @Test
  void theClassIsThatOfTheLargestNetInputAndThePredictionItsNumber() {
    assertEquals(2, MODEL.classify(2, -1));
    assertEquals(2, MODEL.predict(2, -1));
    assertEquals(0, MODEL.classify(-2, 0));
    assertEquals(0, MODEL.predict(-2, 0));
  }

  @Test
  void theFirstOfEqualsIsTaken() {
    assertEquals(0, ThreeClasses.zeros(2).classify(1, 2));
    assertEquals(1, ThreeClasses.ofOneFeature(0, 1, 1).classify(3));
    assertEquals(0, ThreeClasses.ofOneFeature(1, 0, 1).classify(3));
  }

  @Test
  void theProbabilitiesAreThoseOfTheSoftmaxAndSumToOne() {
    double[] p = MODEL.probabilities(2, -1);
    double sum = StrictMath.exp(-2) + StrictMath.exp(-0.5) + StrictMath.exp(1);
    // A few roundings of numbers below 1.
    assertEquals(StrictMath.exp(-2) / sum, p[0], 1e-15);
    assertEquals(StrictMath.exp(-0.5) / sum, p[1], 1e-15);
    assertEquals(StrictMath.exp(1) / sum, p[2], 1e-15);
    assertEquals(1, p[0] + p[1] + p[2], 1e-15);
    assertEquals(3, MODEL.output().classes());
  }

  /** Predicts z itself, of which nobody says that it sums to 1. */
  private record Scores(int outputs) implements Output {
    @Override
    public void predict(double[] z, int row, double[] prediction) {
      System.arraycopy(z, row * outputs, prediction, row * outputs, outputs);
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      throw new UnsupportedOperationException("never trained");
    }
  }

  @Test
  void predictionsThatDoNotSumToOneAreDividedByTheirSum() {
    ThreeClasses model = new ThreeClasses(1, new double[] {1, 2, 5, 0, 0, 0}, new Scores(3));
    assertArrayEquals(new double[] {1.0 / 8, 2.0 / 8, 5.0 / 8}, model.probabilities(3));
    assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, model.probabilities(0));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> model.probabilities(-3));
    assertEquals(
        "predictions must be at least 0 to be probabilities, but Scores[outputs=3] gave one of"
            + " -3.0",
        e.getMessage());
  }

  @Test
  void itTakesTheNumbersOfItsClassesForTargetsWhateverTheLossTakes() {
    Output own = new Scores(3);
    for (double target : new double[] {0, 1, 2}) {
      assertTrue(own.accepts(Loss.hinge(), target));
    }
    for (double target : new double[] {-1, 0.5, 3, Double.NaN}) {
      assertFalse(own.accepts(Loss.squaredError(), target));
    }
    assertEquals(
        "the number of one of 3 classes, whole and from 0 to 2",
        own.targetRule(Loss.squaredError()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 200})
  void manyRowsHaveTheSameBitsAsRowByRow(int n) {
    Random random = new Random(n);
    ThreeClasses model = ThreeClasses.of(5, random.doubles(18, -1, 1).toArray());
    Rows rows = Rows.dense(n, 5, i -> random.doubles(5, -3, 3).toArray());
    double[] z = model.netInputs(rows);
    double[] p = model.probabilities(rows);
    double[] predictions = model.predict(rows);
    int[] classes = model.classify(rows);
    assertEquals(3 * n, z.length);
    assertEquals(3 * n, p.length);
    assertEquals(n, predictions.length);
    assertEquals(n, classes.length);
    for (int i = 0; i < n; i++) {
      double[] x = rows.row(i);
      assertArrayEquals(model.netInputs(x), new double[] {z[3 * i], z[3 * i + 1], z[3 * i + 2]});
      assertArrayEquals(
          model.probabilities(x), new double[] {p[3 * i], p[3 * i + 1], p[3 * i + 2]});
      assertEquals(model.predict(x), predictions[i]);
      assertEquals(model.classify(x), classes[i]);
    }
  }

  static List<UpdateStrategy> strategies() {
    return List.of(
        UpdateStrategy.batch(), UpdateStrategy.miniBatch(16), UpdateStrategy.stochastic());
  }

  /** Two of the three species overlap a little: a handful of the 150 rows. */
  @ParameterizedTest
  @MethodSource("strategies")
  void itLearnsTheThreeSpeciesOfIris(UpdateStrategy strategy) {
    Trainer trainer = TRAINER.withUpdates(strategy).withMetric(Metric.accuracy());
    TrainingResult<ThreeClasses> result = trainer.fit(ThreeClasses.zeros(4), IRIS);
    double accuracy = Metric.accuracy().of(result.model(), IRIS);
    assertTrue(accuracy > 0.95, accuracy + "");
    assertEquals(accuracy, result.history().last().metrics().get("accuracy"));
    ConfusionMatrix matrix = ConfusionMatrix.of(result.model(), IRIS);
    assertEquals(3, matrix.classes());
    assertEquals(accuracy, matrix.accuracy());
    assertEquals(1, matrix.recall(0), "setosa lies apart");
  }

  /** c is ½, and so no batch step below the limit leads up. */
  @Test
  void itsLargestStableRateIsKnownFromItsCurvature() {
    Stability stability = TRAINER.stability(ThreeClasses.zeros(4), IRIS).orElseThrow();
    assertFalse(stability.exact());
    double rate = 0.99 * stability.largestRate();
    double[] objectives =
        TRAINER
            .withLearningRate(LearningRate.constant(rate))
            .fit(ThreeClasses.zeros(4), IRIS)
            .history()
            .each(EpochRecord::objective);
    for (int k = 1; k < objectives.length; k++) {
      assertTrue(objectives[k] < objectives[k - 1], "epoch " + k);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itsGradientIsThatOfCentralDifferences(boolean weighted) {
    Random random = new Random(3);
    double[][] x = new double[70][];
    double[] y = new double[70];
    double[] weights = new double[70];
    for (int i = 0; i < 70; i++) {
      x[i] = random.doubles(2, -2, 2).toArray();
      y[i] = random.nextInt(3);
      weights[i] = weighted ? random.nextInt(4) : 1;
    }
    Dataset plain = Dataset.of(x, y);
    Dataset data = weighted ? plain.withWeights(weights) : plain;
    double[] theta = random.doubles(9, -1, 1).toArray();
    Training<ThreeClasses> training = TRAINER.begin(ThreeClasses.of(2, theta), data);
    training.update();
    double[] gradient = training.gradient();
    for (int j = 0; j < theta.length; j++) {
      int index = j;
      double[] moved = theta.clone();
      CentralDifference.assertSlope(
          value -> {
            moved[index] = value;
            return meanLoss(ThreeClasses.of(2, moved), data);
          },
          theta[j],
          gradient[j]);
    }
  }

  /** Σ s·L / Σ s, by probabilities alone. */
  private static double meanLoss(ThreeClasses model, Dataset data) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < data.rows(); i++) {
      double p = model.probabilities(data.row(i))[(int) data.target(i)];
      sum -= data.weight(i) * StrictMath.log(p);
      weights += data.weight(i);
    }
    return sum / weights;
  }
}
