package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Validation rows that are too few, and searches that end where the best is. */
class ValidationChecksTest {
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withEpochs(30)
          .withLearningRate(LearningRate.constant(0.1))
          .withoutLog();
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());

  private static Dataset rows(int n, long seed) {
    Random random = new Random(seed);
    double[][] x = RandomRows.standard(random, n, 2);
    return RandomRows.numbers(x, row -> row[0] - row[1] + 0.5 * random.nextGaussian());
  }

  private static Diagnosis diagnosis(Dataset validation) {
    return Patient.of(TRAINER, START, rows(100, 1), validation).diagnose();
  }

  @Test
  void theErrorOfAMeanOfFourIsHalfTheDeviationByThree() {
    Dataset four = rows(4, 1);
    double[] losses = {1, 2, 3, 6};
    RowLosses of = RowLosses.of(four, i -> losses[i]);
    assertEquals(3, of.mean(), 1e-15); // 12 / 4
    assertEquals(Math.sqrt(14.0 / 4 / 3), of.standardError(), 1e-15); // squares 4 + 1 + 0 + 9
    assertEquals(4, of.rows(), 1e-15);
  }

  @Test
  void aRowOfWeightNothingCountsForNothing() {
    Dataset three = rows(3, 1).withWeights(1, 1, 0);
    RowLosses of = RowLosses.of(three, i -> i == 2 ? Double.NaN : i);
    assertEquals(0.5, of.mean(), 1e-15); // of 0 and 1
    assertEquals(2, of.rows(), 1e-15);
  }

  @Test
  void fiveRowsAreTooFewToJudgeBy() {
    Finding finding = diagnosis(rows(5, 2)).finding("NOISY_VALIDATION").orElseThrow();
    assertTrue(
        finding
            .evidence()
            .matches(
                "the validation loss, \\S+, is the mean of 5 rows, with a standard error of \\S+:"
                    + " of two models that differ by less than \\S+, it does not say which is"
                    + " better\\."),
        finding.evidence());
    assertTrue(
        finding
            .cure()
            .matches(
                "Take more validation rows, \\d+ or more, as the standard error falls with"
                    + " 1/sqrt\\(rows\\); where there are no more, every row can be one in its"
                    + " turn: CrossValidation\\.kFold\\(5\\)\\."),
        finding.cure());
  }

  @Test
  void oneRowHasNoStandardError() {
    String evidence = diagnosis(rows(1, 2)).finding("NOISY_VALIDATION").orElseThrow().evidence();
    assertTrue(
        evidence.endsWith("is the mean of 1 row: it does not say which of two models is better."),
        evidence);
  }

  @Test
  void aHundredRowsAreEnoughToJudgeBy() {
    assertEquals("clear", diagnosis(rows(100, 2)).verdict("NOISY_VALIDATION").toString());
  }

  /** A hundred rows of which one has nearly all the weight. */
  @Test
  void weightsCanMakeManyRowsFew() {
    double[] weights = new double[100];
    Arrays.fill(weights, 1e-3);
    weights[0] = 1;
    Finding finding =
        diagnosis(rows(100, 2).withWeights(weights)).finding("NOISY_VALIDATION").orElseThrow();
    assertTrue(
        finding.evidence().contains("(by their weights worth 1.21)"), // 1.099² / 1.000099
        finding.evidence());
  }

  @Test
  void rowsOfWhichOneCountsForAllHaveNoStandardError() {
    String evidence =
        diagnosis(rows(2, 2).withWeights(1, 1e-3))
            .finding("NOISY_VALIDATION")
            .orElseThrow()
            .evidence();
    assertTrue(
        evidence.endsWith("worth 1.00): it does not say which of two models is better."), evidence);
  }

  private static <T> SearchResult<Perceptron> search(
      String name, Values<T> values, BiFunction<Trainer, T, Trainer> change) {
    return GridSearch.of(TRAINER, CrossValidation.kFold(3), Metric.meanSquaredError())
        .with(name, values, change)
        .withThreads(1)
        .run(START, rows(60, 3));
  }

  private static SearchResult<Perceptron> rates(Values<Double> rates) {
    return search("rate", rates, (t, eta) -> t.withLearningRate(LearningRate.constant(eta)));
  }

  private static Diagnosis with(SearchResult<Perceptron> search) {
    return diagnosis(rows(100, 2)).withSearch(search);
  }

  @Test
  void withoutASearchThereIsNoEdge() {
    assertEquals(
        "not applicable: no search was given",
        diagnosis(rows(100, 2)).verdict("EDGE_OF_SEARCH").toString());
  }

  @Test
  void ratesThatAreAllTooSmallAreBestAtTheLargest() {
    Finding finding =
        with(rates(Values.logarithmic(2e-5, 2e-3, 3))).finding("EDGE_OF_SEARCH").orElseThrow();
    assertTrue(
        finding
            .evidence()
            .matches(
                "the best cell of the search, \\S+ by mean squared error, has rate at 0\\.00200, the"
                    + " largest of 3 tried: beyond it there may be better ones\\."),
        finding.evidence());
    assertEquals(
        "Search further: with(\"rate\", Values.logarithmic(2.0E-5, 2.0, 6), ...).", finding.cure());
  }

  @Test
  void aBestRateAmongOthersIsInside() {
    assertEquals(
        "clear", with(rates(Values.of(1e-3, 0.1, 100.0))).verdict("EDGE_OF_SEARCH").toString());
  }

  @Test
  void aSettingThatMakesNoDifferenceHasNoEdge() {
    SearchResult<Perceptron> same = search("seed", Values.of(1L, 2L, 3L), Trainer::withSeed);
    assertEquals("clear", with(same).verdict("EDGE_OF_SEARCH").toString());
  }

  @Test
  void aChoiceThatIsNoNumberHasNoEdge() {
    SearchResult<Perceptron> choices =
        search(
            "updates",
            Values.of(UpdateStrategy.batch(), UpdateStrategy.stochastic()),
            Trainer::withUpdates);
    assertEquals(
        "not applicable: no setting has several numbers for values",
        with(choices).verdict("EDGE_OF_SEARCH").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.01 0.1 1    | false | true  | Values.logarithmic(0.01, 1000.0, 6)",
        "0.01 0.1 1    | false | false | Values.logarithmic(1.0E-5, 1.0, 6)",
        "0 0.01 0.1 1  | false | true  | Values.of(0.0, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0)",
        "0.2 0.3 0.4   | false | true  | Values.linear(0.2, 0.8, 7)",
        "0.2 0.3 0.4   | false | false | Values.linear(0.0, 0.4, 5)",
        "2 3 4         | false | true  | Values.linear(2.0, 8.0, 7)",
        "-2 -1 0       | false | false | Values.linear(-6.0, 0.0, 7)",
        "10 20 50      | true  | true  | Values.of(10, 20, 50, 100, 200, 400)",
        "4 8           | true  | false | Values.of(1, 2, 4, 8)"
      })
  void aWiderRangeGoesOnAtTheEndThatWasBest(
      String numbers, boolean areWhole, boolean upwards, String wider) {
    TriedValues tried =
        new TriedValues(
            Arrays.stream(numbers.trim().split(" ")).map(Double::valueOf).toList(), areWhole);
    assertEquals(wider, tried.wider(upwards));
  }

  @Test
  void zeroAndOneAreEndsByNature() {
    TriedValues shares = new TriedValues(List.of(0.0, 0.5, 1.0), false);
    assertFalse(shares.isAtLowerEnd(0) || shares.isAtUpperEnd(1));
    TriedValues others = new TriedValues(List.of(0.5, 1.0), false);
    assertTrue(others.isAtLowerEnd(0.5) && others.isAtUpperEnd(1));
  }

  @Test
  void aFindingNamesTheCallThatTheNextSearchTakes() {
    String cure =
        with(rates(Values.logarithmic(2e-5, 2e-3, 3)))
            .finding("EDGE_OF_SEARCH")
            .orElseThrow()
            .cure();
    Matcher values = Pattern.compile("logarithmic\\((\\S+), (\\S+), (\\d+)\\)").matcher(cure);
    assertTrue(values.find(), cure);
    Values<Double> wider =
        Values.logarithmic(
            Double.parseDouble(values.group(1)),
            Double.parseDouble(values.group(2)),
            Integer.parseInt(values.group(3)));
    assertEquals("clear", with(rates(wider)).verdict("EDGE_OF_SEARCH").toString());
  }
}
