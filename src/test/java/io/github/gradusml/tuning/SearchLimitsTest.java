package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A search ends whatever it is asked for, and says what was too much. */
@Timeout(20)
class SearchLimitsTest {
  private static final Dataset LINE =
      Dataset.of(new double[][] {{0}, {1}, {2}, {3}}, new double[] {1, 3, 5, 7});
  private static final Perceptron START = Perceptron.zeros(1, Activation.identity());
  private static final Trainer TRAINER = Trainer.minimizing(Loss.squaredError()).withEpochs(1);
  private static final CrossValidation TWO = CrossValidation.kFold(2).withThreads(1);
  private static final GridSearch SEARCH =
      GridSearch.of(TRAINER, TWO, Metric.meanSquaredError()).withThreads(1);

  private static List<Object> tried(GridSearch search) {
    return search.run(START, LINE).cells().stream()
        .map(cell -> (Object) List.copyOf(cell.settings().values()))
        .toList();
  }

  @Test
  void aMillionPointsAtRandomOfOneValueAreThatOne() {
    GridSearch one = SEARCH.with("epochs", Values.of(3), Trainer::withEpochs);
    assertEquals(List.of(List.of(3)), tried(one.withRandomPoints(1_000_000, 1)));
  }

  @Test
  void pointsAtRandomAreAllOfThemWhereListsHaveNoMore() {
    GridSearch four =
        SEARCH
            .with("epochs", Values.of(1, 2), Trainer::withEpochs)
            .with("seed", Values.of(7L, 8L), Trainer::withSeed);
    List<Object> all = List.of(List.of(1, 7L), List.of(1, 8L), List.of(2, 7L), List.of(2, 8L));
    assertEquals(all, tried(four.withRandomPoints(4, 1)));
    assertTrue(all.containsAll(tried(four.withRandomPoints(3, 1))));
    assertTrue(tried(four.withRandomPoints(3, 1)).size() <= 3);
  }

  @Test
  void refinementsEndWhereARangeHasNoMoreNumbers() {
    GridSearch search =
        SEARCH.with("rate", Values.logarithmic(1e-3, 0.1, 3), (t, rate) -> t.withTolerance(rate));
    List<SearchCell> cells = search.withRefinements(Integer.MAX_VALUE).run(START, LINE).cells();
    // Each refinement halves the factor, and so a number of 12 digits is left after about 40.
    assertTrue(cells.size() < 200, cells.size() + " cells");
    assertEquals(cells.size(), cells.stream().map(cell -> cell.number("rate")).distinct().count());
  }

  @Test
  void valuesThatAreNoFiniteNumbersAreToldLikeOthers() {
    SearchResult<Perceptron> result =
        SEARCH
            .with(
                "limit",
                Values.of(Double.POSITIVE_INFINITY, Double.NaN, Double.NEGATIVE_INFINITY),
                (t, limit) -> t)
            .run(START, LINE);
    assertTrue(result.toString().contains("best: limit Infinity: "), result.toString());
    assertTrue(result.cells().get(1).toString().startsWith("limit NaN: "));
    assertTrue(result.cells().get(2).toString().startsWith("limit -Infinity: "));
  }

  @Test
  void settingsOfAnyLengthMakeAMessageThatCanBeRead() {
    String longer = "x".repeat(1_000_000);
    GridSearch search =
        SEARCH.with(
            longer,
            Values.of(longer, "y"),
            (t, value) -> {
              throw new IllegalArgumentException(longer);
            });
    String all =
        assertThrows(IllegalStateException.class, () -> search.run(START, LINE)).getMessage();
    assertTrue(all.length() <= 1000, all.length() + " characters");
    assertTrue(all.startsWith("all 2 cells failed; the first: xxx"), all);
    SearchResult<Perceptron> found =
        SEARCH.with(longer, Values.of(1, 2), Trainer::withEpochs).run(START, LINE);
    assertTrue(found.toString().length() <= 1000);
    assertTrue(Rejected.message(() -> found.best().number("z")).length() <= 1000);
    assertTrue(Rejected.message(() -> found.validationCurve(longer + "z")).length() <= 1000);
  }

  @Test
  void moreTrainingsThanAnyoneHasTimeForAreRefused() {
    assertEquals(
        "repetitions must be at most 10000, but was 2147483647",
        Rejected.message(() -> TWO.withRepetitions(Integer.MAX_VALUE)));
    double[] many = IntStream.rangeClosed(1, 3000).mapToDouble(i -> i / 3000.0).toArray();
    LearningCurve curve =
        LearningCurve.of(TRAINER, TWO.withRepetitions(10_000), Metric.r2()).withShares(many);
    assertEquals(
        "trainings must be at most 10000000, but 3000 settings in 20000 folds are 60000000",
        Rejected.message(() -> curve.run(START, LINE)));
  }
}
