package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings blame what is to blame, and advise what helps, whatever the schedule and the rows. */
class AdviceThatHelpsTest {
  private static final Dataset DIABETES = Cases.standardized(Datasets.diabetes());
  private static final Dataset CANCER = Cases.standardized(Datasets.breastCancer());

  private static List<String> kinds(TrainingResult<Perceptron> result) {
    return result.findings().stream().map(Finding::code).toList();
  }

  private static String text(TrainingResult<Perceptron> result, String kind) {
    return result.findings().stream()
        .filter(warning -> warning.code().equals(kind))
        .map(Finding::text)
        .findFirst()
        .orElseThrow();
  }

  /** By its subgradient, so strong a penalty throws weights about 0 at every rate. */
  @Test
  void whereNoRateHelpsThePenaltyIsNamedInPlaceOfARateThatMovesNothing() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l1Subgradient(50))
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(20)
            .fit(Perceptron.zeros(30, Activation.sigmoid()), CANCER);
    String text = result.findings().get(0).text();
    assertTrue(text.contains("No smaller rate that was tried"), text);
    assertTrue(text.contains("A smaller penalty than L1 by subgradient(alpha 50.0) may"), text);
    assertFalse(text.contains("LearningRate.constant"), text);
  }

  /** The penalty of the first weights is part of what training began with. */
  @Test
  void weightsThatStartUnderAPenaltyAreAdvisedARateToLearnBy() {
    Perceptron far = Perceptron.of(new double[] {30, -30, 30, -30, 30}, 0, Activation.sigmoid());
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withOptimizer(Optimizer.adam())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(30))
            .withLearningRate(LearningRate.constant(100))
            .withEpochs(1)
            .fit(far, Cases.rows(Loss.crossEntropy(), 40, 5, 1));
    // A step of about 10 leads from 30 towards 0, though not below the loss of weights 0.
    String text = result.findings().toString();
    assertTrue(text.contains("LearningRate.constant(10.0)"), text);
  }

  /** In the midst of a warm-up the rate is small, and is not going to stay so. */
  @Test
  void whereARateIsRisingStandardizedRowsAreAdvisedTogetherWithARate() {
    Dataset raw = Datasets.breastCancer();
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(10).withWarmUp(1000, 1e-4))
            .withEpochs(50)
            .fit(Perceptron.zeros(30, Activation.identity()), raw);
    String text = text(result, "DIVERGED");
    assertTrue(text.contains("and there withLearningRate(LearningRate.constant("), text);
  }

  @Test
  void anOscillationThatTheScheduleHasEndedIsNoMore() {
    Dataset noisy = Cases.rows(Loss.hinge(), 60, 4, 2);
    Trainer trainer = Trainer.minimizing(Loss.hinge()).withUpdates(UpdateStrategy.miniBatch(5));
    Perceptron zeros = Perceptron.zeros(4, Activation.sign());
    TrainingResult<Perceptron> settled =
        trainer.withLearningRate(LearningRate.oneCycle(300, 40, 99).perEpoch()).fit(zeros, noisy);
    assertTrue(settled.history().last().objective() < 1, "that of weights 0");
    assertEquals(List.of(), kinds(settled));
    assertFalse(settled.oscillation().isPresent());
    TrainingResult<Perceptron> goesOn =
        trainer.withLearningRate(LearningRate.constant(300)).fit(zeros, noisy);
    assertTrue(kinds(goesOn).contains("OSCILLATES"), kinds(goesOn).toString());
  }

  @Test
  void afterEarlyStoppingTheWeightsThatAreKeptAreJudged() {
    Dataset rows = Cases.rows(Loss.crossEntropy(), 200, 5, 1);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.piecewise(new double[] {1, 2000}, 8))
            .withEarlyStopping(EarlyStopping.onTrainingLoss(1))
            .fit(Perceptron.zeros(5, Activation.sigmoid()), rows);
    double[] objectives = result.history().each(EpochRecord::objective);
    assertTrue(objectives[objectives.length - 1] > Math.log(2), "the last are worse than 0");
    assertTrue(Arrays.stream(objectives).min().orElseThrow() < Math.log(2), "the best are not");
    assertEquals(List.of(), kinds(result));
  }

  /** One power of ten more or less makes no difference to it. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-12, 1e-6})
  void aRateThatMovesNothingIsTooSmall(double rate) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withLearningRate(LearningRate.constant(rate))
            .fit(Perceptron.zeros(10, Activation.identity()), DIABETES);
    assertEquals(List.of("RATE_TOO_SMALL"), kinds(result));
    String text = text(result, "RATE_TOO_SMALL");
    assertTrue(text.contains("LearningRate.constant(0.01"), text);
  }

  /** A line separates the rows, and so their loss is 0 at every second update. */
  @ParameterizedTest
  @ValueSource(ints = {44, 45})
  void weightsThatDecayMakesGrowHaveDivergedThoughTheLossIsZero(int epochs) {
    Dataset two = Dataset.of(new double[][] {{1}, {-1}}, new double[] {1, -1});
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.hinge())
            .withUpdates(UpdateStrategy.batch())
            .withOptimizer(Optimizer.rmsProp(0.9))
            .withRegularizer(Regularizer.decoupled(2.5))
            .withLearningRate(LearningRate.constant(1.6))
            .withEpochs(epochs)
            .withHistory(HistoryDetail.FINAL)
            .fit(Perceptron.zeros(1, Activation.sign()), two);
    assertEquals(List.of("DIVERGED"), kinds(result));
    assertTrue(text(result, "DIVERGED").contains("η·λ must be below 2"));
  }

  /** More epochs would end as early, and a penalty draws weights to 0, whose loss is 0 too. */
  @Test
  void aPerceptronThatIsHeldBackIsToldByWhat() {
    Dataset and =
        Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {-1, -1, -1, 1});
    Trainer trainer =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.batch())
            .withEarlyStopping(EarlyStopping.onTrainingLoss(1))
            .withRegularizer(Regularizer.l2(0.1))
            .withEpochs(2);
    TrainingResult<Perceptron> result = trainer.fit(Perceptron.zeros(2, Activation.sign()), and);
    String text = text(result, "NOT_SEPARATED_YET");
    assertTrue(
        text.contains("Take withEpochs(8), without early stopping and L2(alpha 0.1); from"), text);
  }

  /** That a rare event is never likelier than not is no fault of the features. */
  @Test
  void countsOfARareEventAreNumbersAndNoClasses() {
    Random random = new Random(1);
    Dataset rows = Cases.rows(Loss.poisson(), 400, 2, 1);
    Dataset rare =
        rows.withTargets(
            rows.map(row -> random.nextDouble() < Math.exp(-2.5 + 0.5 * row[0]) ? 1 : 0));
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.poisson())
            .withLearningRate(LearningRate.constant(0.1))
            .fit(Perceptron.zeros(2, Activation.exponential()), rare);
    assertEquals(List.of(), kinds(result));
  }

  /** An epoch of a few rows costs more than their numbers: its order and its record. */
  @Test
  void ofALongTrainingOnlyABeginningIsRehearsed() {
    Dataset four =
        Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 1, 1, 0});
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(100_000);
    Perceptron start = Perceptron.zeros(2, Activation.identity());
    Rehearsal rehearsal = new Rehearsal(trainer.settings(), start, four);
    assertTrue(
        rehearsal.train(Rehearsal.constant(0.1), start.parameters()).orElseThrow().epochs() < 5000);
  }

  /** A mini-batch is rehearsed as it was trained, rows of weight 0 included. */
  @Test
  void rowsThatDoNotCountTakePartInRehearsals() {
    Dataset rows = Cases.rows(Loss.crossEntropy(), 40, 3, 4);
    double[] weights = new double[40];
    double[] targets = rows.targets();
    for (int i = 0; i < 40; i++) {
      weights[i] = i < 10 ? 1 : 0;
      targets[i] = i < 10 ? targets[i] : 13; // no class, and it does not count
    }
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.poisson())
            .withUpdates(UpdateStrategy.miniBatch(20).withoutShuffling())
            .withLearningRate(LearningRate.constant(1e-4))
            .withEpochs(10)
            .fit(
                Perceptron.zeros(3, Activation.exponential()),
                rows.withTargets(targets).withWeights(weights));
    assertEquals(10, result.epochs());
  }
}
