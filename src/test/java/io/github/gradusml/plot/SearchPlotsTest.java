package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Heat maps of a search whose scores are known: how many decades alpha and rate are from 0.1, plus
 * 0.15 ± 0.05.
 *
 * <p>One step from w = 1 and b = 0 on features 0 and targets 1 leads to b = η and w = 1 − η·α, so
 * that the metric can tell both from the model. Two folds of three rows hold out two and one.
 */
class SearchPlotsTest {
  private static final Metric DECADES =
      Metric.of(
          "decades",
          false,
          scores -> {
            double eta = scores.model().parameters()[1];
            double alpha = (1 - scores.model().parameters()[0]) / eta;
            double away = Math.abs(Math.log10(alpha / 0.1)) + Math.abs(Math.log10(eta / 0.1));
            return away + 0.1 * scores.rows();
          });

  private static final GridSearch SEARCH =
      GridSearch.of(
          Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(1),
          CrossValidation.kFold(2).withPreparation(Preparation.none()).withThreads(1),
          DECADES);

  private static GridSearch over(Values<Double> alphas) {
    return SEARCH.with("alpha", alphas, (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)));
  }

  private static GridSearch over(Values<Double> alphas, Values<Double> rates) {
    return over(alphas)
        .with("rate", rates, (t, eta) -> t.withLearningRate(LearningRate.constant(eta)));
  }

  private static SearchResult<Perceptron> run(GridSearch search) {
    return search.run(
        Perceptron.of(new double[] {1}, 0, Activation.identity()),
        Dataset.of(new double[3][1], new double[] {1, 1, 1}));
  }

  private static final Values<Double> THREE = Values.logarithmic(0.01, 1, 3);
  private static final SearchResult<Perceptron> NINE = run(over(THREE, THREE));

  private static int count(BufferedImage image, HeatStep step) {
    return Pixels.count(image, step.color());
  }

  @Test
  void aCellIsTheDarkerTheBetter() {
    // In the middle the best; beside it, 1/0.05 = 20 standard errors off; in the corners 40.
    BufferedImage image = Plots.heatMap(NINE, "alpha", "rate").image();
    double cell = count(image, HeatStep.BEST);
    assertTrue(cell > 100_000, cell + " pixels of the best");
    // A dot, a text and a ring hide some hundred pixels of about 130,000.
    assertEquals(4, count(image, HeatStep.FAR) / cell, 0.1);
    assertEquals(4, count(image, HeatStep.BEYOND) / cell, 0.1);
    // Only a rim of a letter here and there.
    assertTrue(count(image, HeatStep.FAILED) < 500);
  }

  @Test
  void theMiddleOfAThreeByThreeIsItsMiddleCell() {
    BufferedImage image = Plots.heatMap(NINE, "alpha", "rate").image();
    // The plot reaches from about 160 to 1270, less than the legend's width from the right.
    assertEquals(HeatStep.BEST.color(), Pixels.color(image.getRGB(760, 500)));
    assertEquals(HeatStep.BEYOND.color(), Pixels.color(image.getRGB(220, 200)));
    assertEquals(HeatStep.FAR.color(), Pixels.color(image.getRGB(220, 500)));
  }

  @Test
  void aCellThatFailedIsGrey() {
    BufferedImage image =
        Plots.heatMap(run(over(Values.of(-0.1, 0.1, 0.3), THREE)), "alpha", "rate").image();
    assertTrue(count(image, HeatStep.FAILED) > 300_000, "a third of the plot");
  }

  @Test
  void theSimplestWithinOneStandardErrorHasAFrame() {
    BufferedImage without = Plots.heatMap(NINE, "alpha", "rate").image();
    SearchResult<Perceptron> said = run(over(THREE.withSimplestLast(), THREE));
    BufferedImage with = Plots.heatMap(said, "alpha", "rate").image();
    int more = Pixels.count(with, Look.INK) - Pixels.count(without, Look.INK);
    // Two frames, plot and legend, of 4 × 28 pixels, two thick on either side; and a text.
    assertTrue(more > 2 * 4 * 28 * 2, more + " more pixels of ink");
  }

  @Test
  void refinedCellsShareThePlane() {
    SearchResult<Perceptron> refined = run(over(THREE, THREE).withRefinements(1));
    BufferedImage image = Plots.heatMap(refined, "alpha", "rate").image();
    // Half a decade is 10 standard errors, a quarter 5: the middle is finer than before.
    assertTrue(count(image, HeatStep.BEST) < count(image, HeatStep.FAR));
    assertTrue(count(image, HeatStep.BEST) < 50_000, "a fourth as large as it was");
  }

  @Test
  void scoresWithoutAStandardErrorAreComparedWithTheWorst() {
    Metric exact = Metric.of("decades", false, scores -> 1 - scores.model().parameters()[1]);
    GridSearch search =
        GridSearch.of(
                Trainer.minimizing(Loss.squaredError())
                    .withUpdates(UpdateStrategy.batch())
                    .withEpochs(1),
                CrossValidation.kFold(3).withPreparation(Preparation.none()),
                exact)
            .with("rate", THREE, (t, eta) -> t.withLearningRate(LearningRate.constant(eta)))
            .with("alpha", THREE, (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)));
    BufferedImage image = Plots.heatMap(run(search), "rate", "alpha").image();
    assertTrue(count(image, HeatStep.BEST) > 300_000, "the largest rate");
    assertTrue(count(image, HeatStep.FAR) > 600_000, "the two others");
  }

  @Test
  void aHeatMapIsCalledByItsScoreAndSettings() {
    assertEquals(
        "Plot(Decades by alpha and rate)", Plots.heatMap(NINE, "alpha", "rate").toString());
  }

  static Stream<Arguments> illegalCalls() {
    SearchResult<Perceptron> one = run(over(THREE));
    SearchResult<Perceptron> words =
        run(
            over(THREE)
                .with(
                    "updates",
                    Values.of(UpdateStrategy.batch(), UpdateStrategy.miniBatch(2)),
                    Trainer::withUpdates));
    return Stream.of(
        Rejected.with(
            "setting must be one of [alpha], but was \"rate\"",
            () -> Plots.heatMap(one, "alpha", "rate")),
        Rejected.with(
            "settings must be two, but both were \"alpha\"",
            () -> Plots.heatMap(NINE, "alpha", "alpha")),
        Rejected.with(
            "setting \"updates\" must have numbers for values, but has batch",
            () -> Plots.heatMap(words, "alpha", "updates")),
        Rejected.with(
            "a heat map that is a table shows all values; its axes have no range",
            () -> Plots.heatMap(NINE, "alpha", "rate").withVerticalRange(0.1, 1)),
        Rejected.with(
            "a heat map's axes are logarithmic where the settings' values are",
            () -> Plots.heatMap(NINE, "alpha", "rate").withLogScale()));
  }

  @ParameterizedTest
  @MethodSource("illegalCalls")
  void anIllegalCallSaysWhatIsWrong(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nullIsRefusedByName() {
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.heatMap(NINE, null, "rate"));
    assertEquals("across must not be null", e.getMessage());
  }

  @Test
  void aTableHasAColumnForEveryValueAndANumberInEveryCell() {
    Recorder drawn = Recorder.of(new HeatMap(NINE, "alpha", "rate"));
    List<String> words = drawn.words();
    assertTrue(words.containsAll(List.of("0.01", "0.1", "1")), words.toString());
    // 0.15 in the middle, a decade more beside it, two at the corners.
    assertTrue(words.containsAll(List.of("0.150", "1.15", "2.15")), words.toString());
    long cells = words.stream().filter(word -> word.matches("[012][.][0-9]{2,3}")).count();
    assertTrue(cells >= 9, words.toString());
  }

  @Test
  void aRefinedSearchLeavesCellsEmptyThatWereNotTried() {
    SearchResult<Perceptron> refined = run(over(THREE, THREE).withRefinements(1));
    Recorder drawn = Recorder.of(new HeatMap(refined, "alpha", "rate"));
    long filled =
        drawn.boxes.stream().filter(b -> b.fill() != null && b.edge() == null && isCell(b)).count();
    long tried =
        refined.cells().stream()
            .map(c -> List.of(c.number("alpha"), c.number("rate")))
            .distinct()
            .count();
    assertEquals(tried, filled);
  }

  private static boolean isCell(Recorder.Box box) {
    return Stream.of(HeatStep.values()).anyMatch(step -> step.color().equals(box.fill()));
  }

  @Test
  void aSearchOverManyValuesIsSquaresInAPlane() {
    Values<Double> many = Values.logarithmic(0.001, 1, 20);
    SearchResult<Perceptron> result = run(over(many, THREE));
    Recorder drawn = Recorder.of(new HeatMap(result, "alpha", "rate"));
    long squares = drawn.boxes.stream().filter(box -> box.edge() != null && isCell(box)).count();
    long inLegend = drawn.words().stream().filter(word -> word.contains("worse")).count();
    assertEquals(60, squares - inLegend);
    assertTrue(drawn.words().contains("10⁻²"), "alpha is logarithmic: " + drawn.words());
  }
}
