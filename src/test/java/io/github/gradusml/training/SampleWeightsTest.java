package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of weight 2 is the row twice, and one of weight 0 no row: for every loss. */
class SampleWeightsTest {
  private static final int FEATURES = 3;

  /** Means over other numbers of rows, rounded in another way, 30 updates long. */
  private static final double ROUNDING = 1e-13;

  static List<Cases.Pair> pairs() {
    return Cases.usualPairs();
  }

  private static Dataset rows(Cases.Pair pair) {
    return Cases.rows(pair.loss(), 24, FEATURES, 4);
  }

  private static Trainer batches(Cases.Pair pair) {
    return Trainer.minimizing(pair.loss())
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(LearningRate.constant(0.05))
        .withEpochs(30);
  }

  /** The weights 1, 2, 0, 1, 2, 0, … */
  private static Dataset weighted(Dataset data) {
    return data.withWeights(
        IntStream.range(0, data.rows()).mapToDouble(i -> (i + 1) % 3).toArray());
  }

  /** Each row as often as {@link #weighted} says. */
  private static Dataset repeated(Dataset data) {
    return data.select(
        IntStream.range(0, data.rows())
            .flatMap(i -> IntStream.generate(() -> i).limit((i + 1) % 3))
            .toArray());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void weightTwoIsTheRowTwiceAndWeightZeroTheRowLeftOut(Cases.Pair pair) {
    for (Cases.Penalty penalty : Cases.penalties()) {
      Trainer trainer = batches(pair).withRegularizer(penalty.regularizer());
      Perceptron start = pair.random(FEATURES);
      TrainingResult<Perceptron> expected = trainer.fit(start, repeated(rows(pair)));
      TrainingResult<Perceptron> actual = trainer.fit(start, weighted(rows(pair)));
      String name = penalty.regularizer().toString();
      Cases.assertClose(expected.model().parameters(), actual.model().parameters(), ROUNDING, name);
      for (int k = 0; k < 30; k++) {
        EpochRecord e = expected.history().epochs().get(k);
        EpochRecord a = actual.history().epochs().get(k);
        Cases.assertClose(numbers(e), numbers(a), ROUNDING, name);
      }
    }
  }

  private static double[] numbers(EpochRecord epoch) {
    return new double[] {
      epoch.dataLoss(), epoch.penalty(), epoch.objective(), epoch.gradientNorm()
    };
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void validationRowsCountByTheirWeightsToo(Cases.Pair pair) {
    Trainer trainer = batches(pair).withEpochs(1);
    Perceptron start = pair.random(FEATURES);
    double expected =
        trainer.fit(start, rows(pair), repeated(rows(pair))).history().last().validationLoss();
    double actual =
        trainer.fit(start, rows(pair), weighted(rows(pair))).history().last().validationLoss();
    assertEquals(expected, actual, ROUNDING * Math.max(1, expected));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void onlyTheProportionsOfWeightsMatter(Cases.Pair pair) {
    Dataset data = rows(pair);
    double[] ones = new double[data.rows()];
    Arrays.fill(ones, 8); // a power of 2, so that nothing is rounded
    Trainer trainer = batches(pair).withUpdates(UpdateStrategy.miniBatch(5));
    assertArrayEquals(
        Cases.bits(trainer.fit(pair.zeros(FEATURES), data).model()),
        Cases.bits(trainer.fit(pair.zeros(FEATURES), data.withWeights(ones)).model()));
  }

  /**
   * ½(w·x + b − y)² from w = b = 0 with η = ½: each row moves b by ½·sᵢ/s̄·yᵢ over its batch's m.
   */
  @Test
  void inABatchOfSomeRowsTheSumIsDividedByTheirNumberTimesTheMeanOfAllWeights() {
    Dataset data =
        Dataset.of(new double[][] {{0}, {0}, {0}}, new double[] {8, 16, 4}).withWeights(1, 3, 2);
    List<UpdateRecord> updates =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.miniBatch(2).withoutShuffling())
            .withLearningRate(LearningRate.constant(0.5))
            .withHistory(HistoryDetail.UPDATE)
            .withEpochs(1)
            .fit(Perceptron.zeros(1, Activation.identity()), data)
            .history()
            .updates();
    // s̄ = 2. First (½·8 + 1.5·16)/2 = 14, so b = 7; then 1·(7 − 4) = 3.
    assertEquals(14, updates.get(0).gradientNorm());
    assertEquals(3, updates.get(1).gradientNorm());
  }

  @Test
  void aSplitKeepsTheWeightOfEachRow() {
    Dataset data = Cases.rows(Loss.crossEntropy(), 40, 1, 3);
    // The weight of a row is a function of the row, so that it can be told again.
    Dataset weighted = data.withWeights(data.map(x -> x[0] * x[0]));
    for (Split split :
        List.of(Split.random(weighted, 0.7, 1), Split.stratified(weighted, 0.7, 1))) {
      for (Dataset part : List.of(split.train(), split.test())) {
        for (int i = 0; i < part.rows(); i++) {
          assertEquals(part.value(i, 0) * part.value(i, 0), part.weight(i));
        }
      }
    }
  }

  @Test
  void theSmallerClassCountsMoreWhenBalanced() {
    // Nine rows of class 0 and three of class 1, all at x = 0: the bias is the log of the odds.
    double[] y = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1};
    Dataset data = Dataset.of(new double[12][1], y);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(1))
            .withLearningRate(LearningRate.constant(4))
            .withEpochs(200);
    Perceptron start = Perceptron.of(new double[1], 1, Activation.sigmoid());
    // At the minimum the slope ŷ(1 − ŷ) is 3/16 and 1/4; descent gets to the rounding of ŷ.
    assertEquals(Math.log(3.0 / 9), trainer.fit(start, data).model().bias(), 1e-14);
    assertEquals(0, trainer.fit(start, data.withBalancedClasses()).model().bias(), 1e-14);
  }
}
