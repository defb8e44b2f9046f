package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.regularization.Regularizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Training on sparse rows is training on the same rows with every number kept, with every loss,
 * penalty, strategy, schedule and optimizer.
 */
class SparseTrainingTest {
  private static final int ROWS = 40;

  /** So many that the rows of a batch have a few of them. */
  private static final int FEATURES = 60;

  private static final int NUMBERS = 3;

  static List<Cases.Pair> pairs() {
    return Cases.usualPairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ofOneOutput(Cases.Pair pair) {
    Dataset sparse = SparseCases.rows(pair.loss(), ROWS, FEATURES, NUMBERS, 7);
    for (CheckpointCases.Case one : CheckpointCases.COVERING_EVERY_PAIR) {
      assertSame(trainer(pair.loss(), one), pair.random(FEATURES), sparse);
    }
  }

  static Stream<Model<?>> modelsOfSeveralOutputs() {
    return Stream.of(
        Network.of(FEATURES, Output.softmax(3)).random(1),
        Network.of(FEATURES, Output.oneVersusRest(3, Activation.sigmoid())).random(1),
        Network.of(FEATURES, Output.softmax(3)).withHidden(4, Activation.tanh()).random(1));
  }

  @ParameterizedTest
  @MethodSource("modelsOfSeveralOutputs")
  <M extends Model<M>> void ofSeveralOutputs(M model) {
    Dataset sparse = SparseCases.rows(Loss.squaredError(), ROWS, FEATURES, NUMBERS, 8);
    double[] classes = IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray();
    for (CheckpointCases.Case one : CheckpointCases.COVERING_EVERY_PAIR) {
      assertSame(trainer(Loss.crossEntropy(), one), model, sparse.withTargets(classes));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ofRowsWithWeights(Cases.Pair pair) {
    double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> i % 4).toArray();
    Dataset sparse = SparseCases.rows(pair.loss(), ROWS, FEATURES, NUMBERS, 9);
    CheckpointCases.COVERING_EVERY_PAIR.stream()
        .filter(one -> one.number() % 5 == 0)
        .forEach(
            one ->
                assertSame(
                    trainer(pair.loss(), one), pair.random(FEATURES), sparse.withWeights(weights)));
  }

  private static Trainer trainer(Loss loss, CheckpointCases.Case one) {
    return Trainer.minimizing(loss)
        .withOptimizer(one.optimizer())
        .withRegularizer(one.penalty())
        .withUpdates(one.strategy())
        .withLearningRate(one.rate())
        .withEpochs(4)
        .withSeed(3)
        .withoutLog();
  }

  private static <M extends Model<M>> void assertSame(Trainer trainer, M model, Dataset sparse) {
    TrainingResult<M> expected = result(trainer, model, SparseCases.dense(sparse));
    TrainingResult<M> actual = result(trainer, model, sparse);
    assertEquals(expected.stopReason(), actual.stopReason(), trainer.toString());
    if (expected.stopReason() == StopReason.DIVERGED) {
      return;
    }
    double[] theta = expected.model().parameters();
    if (trainer.regularizer().equals(Regularizer.none())) {
      assertArrayEquals(theta, actual.model().parameters(), trainer.toString());
    }
    double difference = SparseCases.difference(theta, actual.model().parameters());
    assertTrue(difference <= 1e-12, () -> difference + " of " + model + " by " + trainer);
    assertHistories(expected.history(), actual.history(), trainer);
  }

  private static <M extends Model<M>> TrainingResult<M> result(
      Trainer trainer, M model, Dataset data) {
    Training<M> training = trainer.begin(model, data);
    while (training.goesOn()) {
      training.epoch();
    }
    return training.result();
  }

  private static void assertHistories(
      TrainingHistory expected, TrainingHistory actual, Trainer trainer) {
    for (int k = 0; k < expected.epochs().size(); k++) {
      EpochRecord one = expected.epochs().get(k);
      EpochRecord other = actual.epochs().get(k);
      String name = "epoch " + k + " of " + trainer;
      assertEquals(one.objective(), other.objective(), 1e-11 * (1 + one.objective()), name);
      assertEquals(
          one.gradientNorm(), other.gradientNorm(), 1e-11 * (1 + one.gradientNorm()), name);
    }
  }
}
