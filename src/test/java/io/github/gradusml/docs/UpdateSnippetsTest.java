package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.update.UpdateStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chapter on the ways to update shows, runs, and comes out as it says. */
class UpdateSnippetsTest {
  private static final Trainer ROW_BY_ROW =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
          .withLearningRate(LearningRate.constant(0.05))
          .withoutLog();

  private static void assertInThePage(String text) throws IOException {
    List<String> page = Files.readAllLines(Path.of("docs/ways-to-update.md"));
    text.lines()
        .forEach(
            line -> assertTrue(page.contains(line), "docs/ways-to-update.md must say: " + line));
  }

  @Test
  void anEpochOfTwelveRowsIsCountedAsOnThePage() throws IOException {
    List<UpdateStrategy> ways = UpdateSnippets.ways();
    assertInThePage(UpdateSnippets.counted(ways.get(0), 12));
    assertInThePage(UpdateSnippets.counted(UpdateStrategy.miniBatch(5), 12));
    assertInThePage(UpdateSnippets.counted(ways.get(2), 12));
    assertInThePage(UpdateSnippets.counted(ways.get(3), 12));
  }

  @Test
  void aThousandRowsInBatchesOf32Make32Updates() {
    assertArrayEquals(new int[] {32, 31}, UpdateSnippets.updates());
    int[] updates =
        UpdateSnippets.ways().stream().mapToInt(way -> way.updatesPerEpoch(1000)).toArray();
    assertArrayEquals(new int[] {1, 32, 1000, 1000}, updates);
  }

  /** The steps of the page, from its formulas alone. */
  @ParameterizedTest
  @CsvSource({"4, 1.175, 0.4", "2, 1.7625, 0.635", "1, 1.2616, 0.6484"})
  void anEpochOfFourRowsIsWorkedByHand(int m, double endsAtW, double endsAtB) throws IOException {
    UpdateStrategy strategy = UpdateStrategy.miniBatch(m).withoutShuffling();
    Training<Perceptron> training = UpdateSnippets.fourRows(strategy);
    double[] y = {2, 3, 5, 6};
    double w = 0;
    double b = 0;
    for (int from = 0; from < 4; from += m) {
      double gradientOfW = 0;
      double gradientOfB = 0;
      for (int i = from; i < from + m; i++) {
        double delta = w * (i + 1) + b - y[i];
        gradientOfW += delta * (i + 1) / m;
        gradientOfB += delta / m;
      }
      w -= 0.1 * gradientOfW;
      b -= 0.1 * gradientOfB;
      training.update();
      // Numbers up to 24, each of a few operations.
      assertArrayEquals(new double[] {gradientOfW, gradientOfB}, training.gradient(), 1e-13);
      assertArrayEquals(new double[] {w, b}, training.model().parameters(), 1e-14);
    }
    assertArrayEquals(new double[] {endsAtW, endsAtB}, new double[] {w, b}, 1e-14);
    assertInThePage(UpdateSnippets.byHand(strategy));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 256})
  void theNoiseOfABatchFallsWithItsSize(int m) throws IOException {
    assertInThePage(UpdateFigures.noise(m));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 569})
  void theLossesByRowsAndRateAreThoseOfThePage(int m) throws IOException {
    assertInThePage(UpdateFigures.rates("rows", m));
  }

  @Test
  void fourTimesTheRowsWithFourTimesTheRateIsNearlyTheSame() {
    for (double eta : new double[] {1.0 / 128, 1.0 / 64, 1.0 / 32}) {
      double one = UpdateFigures.loss(1, eta);
      assertEquals(one, UpdateFigures.loss(4, 4 * eta), 0.01 * one);
      assertEquals(one, UpdateFigures.loss(16, 16 * eta), 0.01 * one);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "32, 1"})
  void sortedRowsNeedShuffling(int m, int epochs) throws IOException {
    assertInThePage(UpdateFigures.inOrder(m, epochs));
  }

  @Test
  void onlineTheWeightsFollowTheRows() throws IOException {
    assertInThePage(UpdateFigures.online());
  }

  @Test
  void onlineTheWeightsAreThoseOfAnEpochInOrder() {
    Dataset stream = UpdateFigures.stream();
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    assertEquals(
        ROW_BY_ROW.withEpochs(1).fit(start, stream).model(),
        UpdateSnippets.online(ROW_BY_ROW, start, stream).model());
  }

  @Test
  void threadsAreAskedForByName() {
    assertEquals(2, UpdateSnippets.threads(ROW_BY_ROW).threads());
  }

  /** As in the example BreastCancer. */
  @Test
  void rowByRowTheLossOnTestRowsHadBeenLowerBefore() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 0);
    Standardizer scaler = Standardizer.fit(split.train());
    List<EpochRecord> epochs =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(0.05))
            .withEpochs(60)
            .withSeed(42)
            .withoutLog()
            .fit(
                Perceptron.zeros(30, Activation.sigmoid()),
                scaler.apply(split.train()),
                scaler.apply(split.test()))
            .history()
            .epochs();
    double last = epochs.get(59).validationLoss();
    double lowest = epochs.stream().mapToDouble(EpochRecord::validationLoss).min().orElseThrow();
    assertTrue(lowest < 0.8 * last, lowest + " and " + last);
  }
}
