package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from cells whose scores are known: two folds each, mean ± 0.1. */
class SearchResultTest {
  private static final Trainer TRAINER = Trainer.minimizing(Loss.squaredError());
  private static final Values<Double> ALPHAS = Values.of(0.1, 1.0, 10.0);
  private static final Values<Integer> EPOCHS = Values.of(5, 50);

  private static SearchResult<Perceptron> result(
      Metric score, Values<Double> alphas, Values<Integer> epochs, double... means) {
    SearchSpace space = SearchSpace.empty().with("alpha", alphas).with("epochs", epochs);
    List<SearchCell> cells = new ArrayList<>();
    for (List<Object> point : space.grid()) {
      double mean = means[cells.size()];
      Map<String, Object> settings = new LinkedHashMap<>(space.named(point));
      CrossValidationResult scores =
          new CrossValidationResult(
              score, List.of(mean - 0.1, mean + 0.1), List.of(mean / 2, mean / 2), 2);
      cells.add(
          Double.isNaN(mean)
              ? new SearchCell(0, settings, null, null, new IllegalStateException("no luck"), 0)
              : new SearchCell(0, settings, TRAINER, scores, null, 0.25));
    }
    return new SearchResult<>(
        space,
        CrossValidation.kFold(2),
        score,
        Perceptron.zeros(1, Activation.identity()),
        Dataset.of(new double[4][1], new double[4]),
        cells);
  }

  private static SearchResult<Perceptron> losses(
      Values<Double> alphas, Values<Integer> epochs, double... means) {
    return result(Metric.meanSquaredError(), alphas, epochs, means);
  }

  @Test
  void theBestHasTheSmallestLoss() {
    SearchCell best = losses(ALPHAS, EPOCHS, 5, 4, 3, 2, 9, Double.NaN).best();
    assertEquals(Map.of("alpha", 1.0, "epochs", 50), best.settings());
  }

  @Test
  void theBestHasTheLargestAccuracy() {
    SearchCell best = result(Metric.accuracy(), ALPHAS, EPOCHS, 5, 4, 3, 2, 9, Double.NaN).best();
    assertEquals(Map.of("alpha", 10.0, "epochs", 5), best.settings());
  }

  @Test
  void ofEqualMeansTheFirstTriedIsTheBest() {
    assertEquals(0.1, losses(ALPHAS, EPOCHS, 2, 2, 2, 2, 2, 2).best().number("alpha"));
  }

  @Test
  void theRankingEndsWithWhatFailed() {
    List<SearchCell> ranking = losses(ALPHAS, EPOCHS, 5, Double.NaN, 3, Double.NaN, 1, 4).ranking();
    assertArrayEquals(
        new double[] {1, 3, 4, 5, Double.NaN, Double.NaN},
        ranking.stream().mapToDouble(SearchCell::mean).toArray());
    assertEquals(0.1, ranking.get(4).number("alpha"));
  }

  @Test
  void theSimplestWithinOneStandardErrorOfTheSmallestLossIsChosen() {
    // Two scores, mean ∓ 0.1: the deviation is 0.1·√2, the standard error 0.1.
    SearchResult<Perceptron> result =
        losses(ALPHAS.withSimplestLast(), EPOCHS, 2.00, 2.5, 2.09, 2.05, 2.11, 2.12);
    assertEquals(Map.of("alpha", 1.0, "epochs", 50), result.bestByOneStandardError().settings());
  }

  @Test
  void theSimplestWithinOneStandardErrorOfTheLargestAccuracyIsChosen() {
    SearchResult<Perceptron> result =
        result(
            Metric.accuracy(), ALPHAS.withSimplestLast(), EPOCHS, 2.0, 1.5, 1.91, 1.95, 1.89, 1.0);
    assertEquals(Map.of("alpha", 1.0, "epochs", 50), result.bestByOneStandardError().settings());
  }

  @Test
  void earlierValuesCanBeTheSimpler() {
    SearchResult<Perceptron> result =
        losses(ALPHAS, EPOCHS.withSimplestFirst(), 2.09, 2.00, 2.05, 2.01, 3, 3);
    assertEquals(Map.of("alpha", 1.0, "epochs", 5), result.bestByOneStandardError().settings());
  }

  @Test
  void theFirstSettingThatSaysWhatIsSimplerCountsMost() {
    SearchResult<Perceptron> result =
        losses(
            ALPHAS.withSimplestLast(), EPOCHS.withSimplestFirst(), 2.0, 2.0, 2.05, 2.01, 9, 2.09);
    assertEquals(Map.of("alpha", 10.0, "epochs", 50), result.bestByOneStandardError().settings());
  }

  @Test
  void withoutAWordOnWhatIsSimplerThereIsNoSuchChoice() {
    SearchResult<Perceptron> result = losses(ALPHAS, EPOCHS, 1, 2, 3, 4, 5, 6);
    assertEquals(
        "no setting says which values make the simpler model: Values.withSimplestLast() or"
            + " withSimplestFirst() does",
        assertThrows(IllegalStateException.class, result::bestByOneStandardError).getMessage());
  }

  @Test
  void oneSettingThatSaysWhatIsSimplerIsEnough() {
    assertTrue(losses(ALPHAS, EPOCHS.withSimplestFirst(), 1, 2, 3, 4, 5, 6).saysSimplest());
    assertFalse(losses(ALPHAS, EPOCHS, 1, 2, 3, 4, 5, 6).saysSimplest());
  }

  @Test
  void aBestValueAtTheEndOfARangeIsTold() {
    Values<Double> range = Values.logarithmic(0.1, 10, 3);
    assertEquals(List.of("alpha"), losses(range, EPOCHS, 1, 2, 3, 4, 5, 6).settingsAtEdge());
    assertEquals(List.of(), losses(range, EPOCHS, 3, 3, 1, 2, 3, 3).settingsAtEdge());
    assertTrue(
        losses(range, EPOCHS, 1, 2, 3, 4, 5, 6)
            .toString()
            .endsWith("at the end of the range of alpha)"));
  }

  @Test
  void aValidationCurveHasTheBestCellOfEachValue() {
    ScoreCurve curve =
        losses(ALPHAS, EPOCHS, 5, 4, Double.NaN, Double.NaN, 9, 8).validationCurve("alpha");
    assertArrayEquals(new double[] {0.1, 10}, curve.each(ScoreCurve.Point::value));
    assertArrayEquals(new double[] {4, 8}, curve.each(point -> point.scores().mean()), 1e-15);
    assertEquals(0.1, curve.best().value());
    assertTrue(curve.logarithmic());
  }

  @Test
  void aValidationCurveNeedsASettingOfNumbers() {
    SearchResult<Perceptron> result = losses(ALPHAS, EPOCHS, 1, 2, 3, 4, 5, 6);
    assertEquals(
        "setting must be one of [alpha, epochs], but was \"rate\"",
        Rejected.message(() -> result.validationCurve("rate")));
    SearchCell cell =
        new SearchCell(0, Map.of("updates", "batch"), TRAINER, null, new RuntimeException(), 0);
    assertEquals(
        "setting \"updates\" must have numbers for values, but has batch",
        Rejected.message(() -> cell.number("updates")));
  }

  @Test
  void aTableNeedsAFile() {
    SearchResult<Perceptron> result = losses(ALPHAS, EPOCHS, 1, 2, 3, 4, 5, 6);
    assertEquals(
        "file must not be null",
        assertThrows(NullPointerException.class, () -> result.writeCsv(null)).getMessage());
  }

  @Test
  void theTableHasALineACell(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cells.csv");
    losses(ALPHAS, EPOCHS, 2, Double.NaN, 3, 4, 5, 6).writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(7, lines.size());
    assertEquals(
        "round,alpha,epochs,mean,standard_error,training_mean,fold_1,fold_2,seconds,failure",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("0,0.1,5,2.0,0.1"), lines.get(1));
    assertTrue(lines.get(1).endsWith(",1.0,1.9,2.1,0.25,"), lines.get(1));
    assertEquals("0,0.1,50,,,,,,0.0,no luck", lines.get(2));
  }

  @Test
  void cellsAreSaid() {
    SearchResult<Perceptron> result = losses(ALPHAS, EPOCHS, 2, Double.NaN, 3, 4, 5, 6);
    assertEquals(
        "alpha 0.1, epochs 5: mean squared error 2.000 ± 0.10", result.cells().get(0).toString());
    assertEquals("alpha 0.1, epochs 50: failed, no luck", result.cells().get(1).toString());
  }
}
