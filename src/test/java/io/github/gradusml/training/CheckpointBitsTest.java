package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training that goes on from a file comes to the same end, to the last bit, at every epoch. */
class CheckpointBitsTest {
  private static final int EPOCHS = 20;
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 23, 3, 1);
  private static final Dataset OTHERS = Cases.rows(Loss.squaredError(), 11, 3, 9);
  private static final Perceptron START = Perceptron.random(3, Activation.identity(), 2);

  @TempDir private static Path folder;

  /** What else can be set takes turns. */
  private static Trainer trainer(CheckpointCases.Case one) {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(one.optimizer())
            .withLearningRate(one.rate())
            .withRegularizer(one.penalty())
            .withUpdates(one.strategy())
            .withEpochs(EPOCHS)
            .withSeed(one.number())
            .withoutLog();
    HistoryDetail[] details = HistoryDetail.values();
    HistoryDetail detail = details[one.number() % details.length];
    if (detail.atLeast(HistoryDetail.EPOCH) || !one.rate().reacts()) {
      trainer = trainer.withHistory(detail);
    }
    if (one.number() % 3 == 0) {
      trainer = trainer.withAveragedWeights(1 + one.number() % 5);
    }
    if (detail.atLeast(HistoryDetail.EPOCH) && one.number() % 5 == 0) {
      trainer = trainer.withEarlyStopping(EarlyStopping.onTrainingLoss(4)).withTolerance(1e-9);
    }
    return detail == HistoryDetail.NONE ? trainer : trainer.withMetric(Metric.r2());
  }

  @Test
  void everyPairOfOptimizerScheduleStrategyAndPenalty() {
    Dataset few = ROWS.select(IntStream.range(0, 13).toArray());
    for (CheckpointCases.Case one : CheckpointCases.COVERING_EVERY_PAIR) {
      Dataset rows = one.number() % 4 == 1 ? SameTrainings.weighted(few) : few;
      Dataset validation = one.number() % 7 < 3 ? OTHERS : null;
      SameTrainings.resumedAtEveryEpoch(
          "case " + one.number(), trainer(one), START, rows, validation);
    }
  }

  @Test
  void theCasesHaveEveryPairThatATrainingTakes() {
    Set<Set<Object>> pairs = new HashSet<>();
    CheckpointCases.COVERING_EVERY_PAIR.forEach(one -> pairs.addAll(one.pairs()));
    int optimizers = CheckpointCases.optimizers().size();
    int rates = CheckpointCases.rates().size();
    int penalties = CheckpointCases.penalties().size();
    int strategies = CheckpointCases.strategies().size();
    long shrinking = CheckpointCases.penalties().stream().filter(Regularizer::shrinks).count();
    int all =
        optimizers * (rates + penalties + strategies)
            + rates * (penalties + strategies)
            + penalties * strategies;
    assertEquals(all - shrinking * (optimizers - 1), pairs.size());
  }

  @Test
  void aNetworkWithEarlyStoppingOnRowsOfItsOwn() {
    Dataset iris = Datasets.iris();
    int[] even = IntStream.range(0, 75).map(i -> 2 * i).toArray();
    int[] odd = IntStream.range(0, 75).map(i -> 2 * i + 1).toArray();
    Network start = Network.of(4, Output.softmax(3)).withHidden(5, Activation.tanh()).random(3);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withOptimizer(Optimizer.adam())
            .withLearningRate(LearningRate.reduceOnPlateau(LearningRate.constant(0.3), 0.5, 1))
            .withRegularizer("layer 1 weights", Regularizer.l2(1e-3))
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withMetric(Metric.accuracy())
            .withEarlyStopping(EarlyStopping.onValidationLoss(3))
            .withEpochs(EPOCHS);
    TrainingResult<Network> whole =
        SameTrainings.resumedAtEveryEpoch(
            "network", trainer, start, iris.select(even), iris.select(odd));
    assertEquals(StopReason.STOPPED_EARLY, whole.stopReason());
  }

  /** With all that it says at its end: the log is on. */
  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void oneThatWarns(HistoryDetail detail) {
    Dataset classes = Cases.rows(Loss.hinge(), 40, 3, 4);
    Trainer perceptrons = Trainer.minimizing(Loss.perceptron()).withHistory(detail);
    Perceptron sign = Perceptron.zeros(3, Activation.sign());
    assertWarns(perceptrons.withUpdates(UpdateStrategy.stochastic()), sign, classes);
    // The first rates are too large, the last one is not.
    LearningRate falls = LearningRate.piecewise(new double[] {2, 1e-3}, 2);
    Trainer batches =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(falls)
            .withHistory(detail);
    assertWarns(batches, START, ROWS);
    if (detail.atLeast(HistoryDetail.EPOCH)) {
      assertWarns(batches.withLearningRate(LearningRate.constant(1e-4)), START, ROWS);
    }
  }

  private static void assertWarns(Trainer trainer, Perceptron start, Dataset rows) {
    Trainer brief = trainer.withEpochs(EPOCHS);
    TrainingResult<Perceptron> whole =
        SameTrainings.resumedAtEveryEpoch("warns", brief, start, rows, null);
    assertFalse(whole.findings().isEmpty());
  }

  @Test
  void oneThatOscillates() {
    Dataset rows = Cases.rows(Loss.crossEntropy(), 40, 3, 4);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(200))
            .withEpochs(EPOCHS);
    TrainingResult<Perceptron> whole =
        SameTrainings.resumedAtEveryEpoch(
            "oscillates", trainer, Perceptron.zeros(3, Activation.sigmoid()), rows, null);
    assertTrue(whole.oscillation().isPresent());
  }

  /** At the end of an epoch, in the midst of one, and only when the last is looked at. */
  @ParameterizedTest
  @EnumSource(HistoryDetail.class)
  void oneThatDiverges(HistoryDetail detail) {
    for (double rate : new double[] {2, 3, 40}) {
      String name = detail + " at " + rate;
      Trainer trainer =
          Trainer.minimizing(Loss.squaredError())
              .withUpdates(UpdateStrategy.miniBatch(6))
              .withLearningRate(LearningRate.constant(0.1).then(15, LearningRate.constant(rate)))
              .withHistory(detail)
              .withEpochs(EPOCHS);
      TrainingResult<Perceptron> whole =
          SameTrainings.resumedAtEveryEpoch(name, trainer, START, ROWS, null);
      assertEquals(StopReason.DIVERGED, whole.stopReason(), name);
      assertTrue(whole.epochs() > 3, name + " in epoch " + whole.epochs());
    }
  }

  @Test
  void aLongerTrainingIsTheSameAsOneOfThatLengthFromTheStart() {
    for (HistoryDetail detail : HistoryDetail.values()) {
      Trainer trainer =
          Trainer.minimizing(Loss.squaredError())
              .withLearningRate(LearningRate.inverseTime(0.1, 0.01))
              .withHistory(detail);
      Path file = folder.resolve("short");
      trainer.withEpochs(7).withCheckpoints(file, 100).fit(START, ROWS, OTHERS);
      Trainer longer = trainer.withEpochs(12);
      SameTrainings.assertSame(
          longer.fit(START, ROWS, OTHERS),
          longer.resume(file, START, ROWS, OTHERS),
          detail.toString());
    }
  }

  @Test
  void severalThreadsGoOnFromWhatOneBegan() {
    Dataset rows = Cases.rows(Loss.squaredError(), 60_000, 9, 1); // enough to be shared
    Perceptron start = Perceptron.zeros(9, Activation.identity());
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(4);
    Path file = folder.resolve("one thread");
    Training<Perceptron> training = trainer.begin(start, rows);
    training.epoch();
    training.saveCheckpoint(file);
    SameTrainings.assertSame(
        trainer.fit(start, rows), trainer.withThreads(2).resume(file, start, rows), "threads");
  }
}
