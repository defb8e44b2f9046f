package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the checks of rate and length say, one training each. */
class RateChecksTest {
  /** One column of ±1 and a bias: both curvatures are 1, and the largest stable rate is 2. */
  private static final Dataset SIGNS = signs();

  private static final Perceptron START = Perceptron.zeros(1, Activation.identity());
  private static final Trainer BATCH =
      Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(40);

  private static Dataset signs() {
    Random random = new Random(1);
    double[][] x = new double[100][];
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) {
      x[i] = new double[] {i % 2 == 0 ? 1 : -1};
      y[i] = x[i][0] + random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  private static Diagnosis of(Trainer trainer) {
    return Patient.of(trainer, START, SIGNS).diagnose();
  }

  private static Trainer at(double rate) {
    return BATCH.withLearningRate(LearningRate.constant(rate));
  }

  @Test
  void aRateOfNineTenthsOfTheLimitIsNearIt() {
    assertEquals(
        "learning rate 1.80 is 0.900 of the largest stable one, 2.00: a step lands about as far"
            + " behind the lowest point as it began before it, and on rows a little larger training"
            + " diverges. Take withLearningRate(LearningRate.constant(1.00)).",
        of(at(1.8)).finding("NEAR_LIMIT").orElseThrow().text());
  }

  @Test
  void aRateOfThreeQuartersIsNotNear() {
    assertEquals("clear", of(at(1.5)).verdict("NEAR_LIMIT").toString());
  }

  @Test
  void aRateThatFellIsNotNear() {
    Trainer falling = BATCH.withLearningRate(LearningRate.cosine(1.8, 0.1, 40));
    assertEquals("clear", of(falling).verdict("NEAR_LIMIT").toString());
  }

  @Test
  void momentumHasALimitOfItsOwn() {
    Trainer momentum = at(2.4).withOptimizer(Optimizer.momentum(0.5)); // of 3
    assertTrue(of(momentum).finding("NEAR_LIMIT").isPresent());
    assertTrue(
        of(momentum.withLearningRate(LearningRate.constant(2.3))).finding("NEAR_LIMIT").isEmpty());
  }

  @Test
  void withFewRowsAnUpdateOrWithoutALimitNothingIsNear() {
    Trainer rowByRow = at(0.9).withUpdates(UpdateStrategy.stochastic());
    assertEquals(
        "with few rows an update, the limit is only sufficient",
        of(rowByRow).notApplicable().get("NEAR_LIMIT"));
    assertEquals(
        "no largest stable rate is known for such a training",
        of(at(0.1).withOptimizer(Optimizer.adam())).notApplicable().get("NEAR_LIMIT"));
  }

  @Test
  void aSufficientLimitIsNearWhereTheObjectiveRises() {
    double[][] x = {{1}, {-1}, {1}, {-1}, {4}};
    double[] y = {1, 0, 0, 1, 1};
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withUpdates(UpdateStrategy.batch());
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    Dataset data = Dataset.of(x, y);
    double limit = trainer.stability(start, data).orElseThrow().largestRate();
    assertTrue(isNear(trainer, 2 * limit, start, data));
    assertFalse(isNear(trainer, 0.9 * limit, start, data));
  }

  private static boolean isNear(Trainer trainer, double rate, Perceptron start, Dataset data) {
    Trainer changed = trainer.withLearningRate(LearningRate.constant(rate));
    return Patient.of(changed, start, data).diagnose().finding("NEAR_LIMIT").isPresent();
  }

  @Test
  void rowByRowALargeRateStaysOnAPlateau() {
    String text =
        of(at(0.5).withUpdates(UpdateStrategy.stochastic()))
            .finding("PLATEAU")
            .orElseThrow()
            .text();
    assertTrue(
        text.matches(
            "the objective has stayed near \\S+ over the last half of the epochs, and is not as low"
                + " as it can be: in a trial with a rate that falls it came to \\S+, with the same"
                + " rate to \\S+\\. Take withLearningRate\\(LearningRate\\.cosine\\(0\\.500,"
                + " 0\\.00500, 40\\)\\.perEpoch\\(\\)\\)\\."),
        text);
  }

  @Test
  void afterAFarTooLargeRateTheFallingOneBeginsWhereTheValidationRowsAreToldBest() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset train = scaler.apply(split.train());
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Trainer large =
        Trainer.minimizing(Loss.crossEntropy()).withLearningRate(LearningRate.constant(80));
    Patient alone = Patient.of(large, start, train);
    Patient judged = Patient.of(large, start, train, scaler.apply(split.test()));
    assertEquals(
        "Take withLearningRate(LearningRate.cosine(80.0, 0.800, 100).perEpoch()).",
        alone.diagnose().finding("PLATEAU").orElseThrow().cure());
    assertEquals(
        "Take withLearningRate(LearningRate.cosine(0.800, 0.00800, 100).perEpoch()).",
        judged.diagnose().finding("PLATEAU").orElseThrow().cure());
  }

  @Test
  void allRowsAtOnceAreAtRestAndNotOnAPlateau() {
    assertEquals("clear", of(at(0.5)).verdict("PLATEAU").toString());
  }

  @Test
  void anAbsoluteErrorHoversAroundItsKinkWithAllRowsToo() {
    Trainer kink =
        Trainer.minimizing(Loss.absoluteError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.5));
    Dataset line = new DescentRows(new Random(5), 60, 3, 0).numbers(0.1);
    Patient patient = Patient.of(kink, Perceptron.zeros(3, Activation.identity()), line);
    assertTrue(patient.diagnose().finding("PLATEAU").isPresent());
  }

  @Test
  void anEarlyEndIsNotConverged() {
    Trainer early = at(0.05).withEpochs(10).withOptimizer(Optimizer.momentum(0.5));
    Dataset sure = SIGNS.withTargets(SIGNS.column(0));
    String text =
        Patient.of(early, Perceptron.of(new double[] {-3}, 2, Activation.identity()), sure)
            .diagnose()
            .toString();
    assertTrue(text.contains("still falling"), text);
  }

  @Test
  void atTheLowestPointThereIsNothingMoreToGain() {
    assertEquals("clear", of(at(1)).verdict("NOT_CONVERGED").toString());
  }

  /** Adam without its memory rises to 0.681 at first, and that it comes back is no gain. */
  @Test
  void aFallIsCountedFromWhereTheTrainingEnded() {
    Random random = new Random(6);
    double[][] x = RandomRows.standard(random, 100, 5);
    Dataset rows =
        RandomRows.numbers(x, row -> row[0] - 2 * row[1] + 3 * row[2] + random.nextGaussian());
    Trainer adam = at(0.4).withOptimizer(Optimizer.adam()).withEpochs(20);
    String text =
        Patient.of(adam, Perceptron.zeros(5, Activation.identity()), rows).diagnose().toString();
    assertTrue(text.replaceAll("\\s+", " ").contains("it came from 0.646 to 0.503"), text);
  }

  @Test
  void aTrainingThatWasStoppedOrIsShortIsNotJudged() {
    Trainer stopped = at(1).withEarlyStopping(EarlyStopping.onTrainingLoss(6));
    assertEquals(
        "training did not go on to its last epoch",
        of(stopped).notApplicable().get("NOT_CONVERGED"));
    assertEquals(
        "fewer than 5 epochs were recorded",
        of(at(1).withEpochs(4)).notApplicable().get("NOT_CONVERGED"));
    assertEquals(
        "fewer than 10 epochs were recorded",
        of(at(1).withEpochs(9)).notApplicable().get("PLATEAU"));
  }

  /** A patience that is never at its end: the objective is asked for all the same. */
  @Test
  void aTrainingThatMightHaveStoppedEarlyIsJudgedWithAndWithoutItsValidationRows() {
    Trainer patient = at(1).withEarlyStopping(EarlyStopping.onValidationLoss(100));
    Patient whole = Patient.of(patient, START, SIGNS, SIGNS);
    assertEquals("clear", whole.diagnose().verdict("NOT_CONVERGED").toString());
    Diagnosis without = Diagnosis.of(patient, whole.result(), SIGNS);
    assertEquals("clear", without.verdict("NOT_CONVERGED").toString());
  }

  @Test
  void whatIsWorseComesFirst() {
    assertEquals("the training diverged", of(at(9)).notApplicable().get("NEAR_LIMIT"));
  }
}
