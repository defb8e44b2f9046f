package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chapter on the perceptron shows, runs, and comes out as it says. */
class PerceptronSnippetsTest {
  private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset AND = (Dataset) PerceptronSnippets.rows().get(0);
  private static final Dataset XOR = (Dataset) PerceptronSnippets.rows().get(1);
  private static final Perceptron START = (Perceptron) PerceptronSnippets.rows().get(2);
  private static final Trainer BY_ROW =
      Trainer.minimizing(Loss.perceptron()).withUpdates(UpdateStrategy.stochastic());

  private static void assertInThePage(String text) throws IOException {
    String page = Files.readString(Path.of("docs/perceptron.md"));
    assertTrue(page.lines().anyMatch(text::equals), "docs/perceptron.md must say: " + text);
  }

  private static void assertLinesInThePage(String text) throws IOException {
    for (String line : text.split("\n")) {
      assertInThePage(line);
    }
  }

  @Test
  void theWeightsOfTheDrawingComputeAndAndWithAnotherBiasOr() {
    assertArrayEquals(new double[] {0.5, 1}, PerceptronSnippets.drawing());
    for (double[] x : INPUTS) {
      Perceptron and = Perceptron.of(new double[] {1, 1}, -1.5, Activation.step());
      assertEquals(x[0] * x[1], and.predict(x));
      Perceptron or = Perceptron.of(new double[] {1, 1}, -0.5, Activation.step());
      assertEquals(Math.max(x[0], x[1]), or.predict(x));
      Perceptron xor = Perceptron.of(new double[] {1, 1, -2}, -0.5, Activation.step());
      assertEquals(Math.abs(x[0] - x[1]), xor.predict(x[0], x[1], x[0] * x[1]));
    }
  }

  @Test
  void theFirstEpochOnAndIsThatOfThePage() throws IOException {
    assertLinesInThePage(PerceptronSnippets.firstEpoch(START, AND));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0 / 1024, 1, 1024})
  void theRateMattersFromARandomStartAlone(double rate) throws IOException {
    assertInThePage(PerceptronFigures.rates(true, rate));
    assertInThePage(PerceptronFigures.rates(false, rate));
  }

  @Test
  void aRateThatRoundsMayTakeAnotherCourse() {
    String rounded = PerceptronFigures.rates(true, 0.1);
    assertTrue(rounded.matches("zeros .* 12 +5 .*"), rounded);
  }

  @Test
  void deltaIsTheSlopeOfTheLoss() throws IOException {
    assertInThePage(PerceptronFigures.delta());
  }

  @Test
  void oneValleyLeadsFromEveryStartToTheSameWeights() throws IOException {
    assertInThePage(PerceptronFigures.starts());
    assertEquals(START, PerceptronSnippets.starts()[0]);
  }

  @Test
  void outliersMisleadLeastSquaresAndNotHuber() throws IOException {
    assertInThePage(PerceptronFigures.outliers(Loss.squaredError()));
    assertInThePage(PerceptronFigures.outliers(Loss.huber(50)));
  }

  @Test
  void nineTargetsInTenAreBelowTheNinthDecile() throws IOException {
    assertInThePage(PerceptronFigures.below(Loss.quantile(0.9)));
  }

  @Test
  void boundedSlopesNeedTargetsOfASensibleSize() throws IOException {
    assertInThePage(PerceptronFigures.units(Loss.huber(1)));
    assertInThePage(PerceptronFigures.units(Loss.absoluteError()));
  }

  @Test
  void aPriceComesBackInItsOwnUnit() {
    Dataset flats = Dataset.of(new double[][] {{-1}, {0}, {1}}, new double[] {1e5, 2e5, 3e5});
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    double price = PerceptronSnippets.price(start, flats, new double[] {0});
    assertEquals(2e5, price, 1); // by symmetry the bias is 0 in units
  }

  @Test
  void andHasALineAndXorTheProofThatThereIsNone() throws IOException {
    List<Object> said = PerceptronSnippets.lines(AND, XOR);
    assertEquals(1, Metric.accuracy().of((Perceptron) said.get(1), AND));
    double[] quarters = {0.25, 0.25, 0.25, 0.25};
    assertArrayEquals(quarters, (double[]) said.get(3), 1e-15); // weights that add up to 1
    assertInThePage("AND: " + ((Separability) said.get(0)).explanation());
    assertInThePage("XOR: " + ((Separability) said.get(2)).explanation());
  }

  @Test
  void aVerdictOfNeitherIsCalledAsItIs() throws IOException {
    String page = Files.readString(Path.of("docs/perceptron.md"));
    assertTrue(page.contains("`" + Separability.Verdict.UNDECIDED + "`"));
  }

  @Test
  void theMistakesOnAndAreThoseOfThePage() throws IOException {
    assertInThePage(PerceptronSnippets.mistakes(START, AND).explanation());
  }

  @Test
  void averagedWeightsDependLessOnChance() {
    Dataset irises = Datasets.iris().selectClasses("versicolor", "virginica").withTargets(-1, 1);
    Dataset rows = Standardizer.fit(irises).apply(irises);
    Trainer last = BY_ROW.withEpochs(50).withoutLog();
    assertEquals(0.93, accuracies(last, rows).min().orElseThrow(), 1e-12); // of 100 rows
    assertEquals(0.98, accuracies(last, rows).max().orElseThrow(), 1e-12);
    Trainer mean = PerceptronSnippets.averaged(last);
    assertEquals(0.97, accuracies(mean, rows).min().orElseThrow(), 1e-12);
    assertEquals(0.98, accuracies(mean, rows).max().orElseThrow(), 1e-12);
  }

  private static DoubleStream accuracies(Trainer trainer, Dataset rows) {
    Perceptron start = Perceptron.zeros(4, Activation.sign());
    return IntStream.range(0, 20)
        .mapToDouble(
            seed -> Metric.accuracy().of(trainer.withSeed(seed).fit(start, rows).model(), rows));
  }

  @Test
  void theFirstUpdateIsPrintedAsOnThePage() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Trainer trainer = BY_ROW.withLearningRate(LearningRate.constant(0.1));
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    PerceptronSnippets.byHand(trainer, START, AND, out);
    assertInThePage(printed.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
  }
}
