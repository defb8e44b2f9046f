package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every loss, strategy and penalty. */
class ContractTest {
  private static final int FEATURES = 3;

  static List<Cases.Pair> pairs() {
    return Cases.usualPairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void trainingAndPredictingLeaveRowsAndModelAsTheyWere(Cases.Pair pair) {
    Dataset data = rows(pair);
    long[] x = Cases.bits(Inputs.of(data));
    long[] y = Cases.bits(data.targets());
    Perceptron start = pair.random(FEATURES);
    long[] theta = Cases.bits(start);
    everySetting(
        pair,
        (trainer, name) -> {
          Perceptron trained = trainer.fit(start, data, data).model();
          long[] after = Cases.bits(trained);
          data.map(trained::predict);
          trained.netInputs(data.inputs());
          trained.predict(data.inputs());
          assertArrayEquals(x, Cases.bits(Inputs.of(data)), name);
          assertArrayEquals(y, Cases.bits(data.targets()), name);
          assertArrayEquals(theta, Cases.bits(start), name);
          assertArrayEquals(after, Cases.bits(trained), name);
        });
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theSameSeedGivesTheSameBits(Cases.Pair pair) {
    Dataset data = rows(pair);
    everySetting(
        pair,
        (trainer, name) ->
            assertArrayEquals(
                Cases.bits(trainer.fit(pair.zeros(FEATURES), data).model()),
                Cases.bits(trainer.fit(pair.zeros(FEATURES), data).model()),
                name));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void trainingChangesNoSetting(Cases.Pair pair) {
    everySetting(
        pair,
        (trainer, name) -> {
          String before = trainer.toString();
          trainer.fit(pair.zeros(FEATURES), rows(pair));
          assertEquals(before, trainer.toString());
        });
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theObjectiveFalls(Cases.Pair pair) {
    Dataset data = rows(pair);
    everySetting(
        pair,
        (trainer, name) -> {
          // From weights of 1, which are far from right for the second feature.
          Perceptron start = pair.zeros(FEATURES).withParameters(new double[] {0, 1, 0, 0});
          double first =
              trainer
                  .withLearningRate((update, epoch) -> 0)
                  .fit(start, data)
                  .history()
                  .last()
                  .objective();
          double last = trainer.withEpochs(20).fit(start, data).history().last().objective();
          assertTrue(last < first, name + ": from " + first + " to " + last);
        });
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theEpochsReportedAreOneToTheLast(Cases.Pair pair) {
    everySetting(
        pair,
        (trainer, name) -> {
          TrainingResult<Perceptron> result = trainer.fit(pair.zeros(FEATURES), rows(pair));
          assertArrayEquals(
              new double[] {1, 2, 3, 4}, result.history().each(EpochRecord::epoch), name);
        });
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aSubsetsPredictionsAreTheWholes(Cases.Pair pair) {
    Dataset data = rows(pair);
    Perceptron model = trainer(pair).fit(pair.zeros(FEATURES), data).model();
    double[] whole = data.map(model::predict);
    int[] some = {7, 0, 21, 7};
    double[] expected = Arrays.stream(some).mapToDouble(i -> whole[i]).toArray();
    assertArrayEquals(expected, data.select(some).map(model::predict));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneRowOneFeatureConstantFeaturesAndDuplicateRowsTrain(Cases.Pair pair) {
    Dataset two = rows(pair).select(rowsOfBothKinds(rows(pair)));
    Dataset constant =
        Dataset.of(
            IntStream.range(0, 2).mapToObj(i -> new double[] {2, 0, 2}).toArray(double[][]::new),
            two.targets());
    everySetting(
        pair,
        (trainer, name) -> {
          if (!pair.loss().separatesClasses()) {
            trainer.fit(pair.zeros(FEATURES), two.select(0)).model();
          }
          trainer.fit(pair.zeros(1), two.selectFeatures("x1")).model();
          trainer.fit(pair.zeros(FEATURES), constant).model();
          trainer.fit(pair.zeros(FEATURES), two.select(0, 1, 0, 1, 0, 1)).model();
        });
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyRowTwiceIsTheSameAsEveryRowOnceInBatch(Cases.Pair pair) {
    Dataset data = rows(pair);
    int n = data.rows();
    Dataset twice = data.select(IntStream.range(0, 2 * n).map(i -> i % n).toArray());
    Trainer trainer = trainer(pair).withUpdates(UpdateStrategy.batch());
    Perceptron start = pair.random(FEATURES);
    // The mean over twice as many rows, rounded in another way.
    Cases.assertClose(
        trainer.fit(start, data).model().parameters(),
        trainer.fit(start, twice).model().parameters(),
        1e-13,
        pair.toString());
  }

  private static void everySetting(Cases.Pair pair, BiConsumer<Trainer, String> check) {
    for (UpdateStrategy strategy : Cases.strategies()) {
      for (Cases.Penalty penalty : Cases.penalties()) {
        check.accept(
            trainer(pair).withUpdates(strategy).withRegularizer(penalty.regularizer()),
            strategy + ", " + penalty.regularizer());
      }
    }
  }

  private static Trainer trainer(Cases.Pair pair) {
    return Trainer.minimizing(pair.loss())
        .withLearningRate(LearningRate.constant(0.02))
        .withEpochs(4);
  }

  private static Dataset rows(Cases.Pair pair) {
    return Cases.rows(pair.loss(), 30, FEATURES, 11);
  }

  private static int[] rowsOfBothKinds(Dataset data) {
    int other = 1;
    while (data.target(other) == data.target(0)) {
      other++;
    }
    return new int[] {0, other};
  }
}
