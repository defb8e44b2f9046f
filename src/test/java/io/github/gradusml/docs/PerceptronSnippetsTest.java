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

/** What the chapter on the perceptron shows, runs, and comes out as it says. */
class PerceptronSnippetsTest {
  private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset AND = Dataset.of(INPUTS, new double[] {-1, -1, -1, 1});
  private static final Dataset XOR = Dataset.of(INPUTS, new double[] {-1, 1, 1, -1});
  private static final Perceptron START = Perceptron.zeros(2, Activation.sign());
  private static final Trainer BY_ROW =
      Trainer.minimizing(Loss.perceptron()).withUpdates(UpdateStrategy.stochastic());

  private static void assertInThePage(String text) throws IOException {
    String page = Files.readString(Path.of("docs/perceptron.md"));
    assertTrue(page.lines().anyMatch(text::equals), "docs/perceptron.md must say: " + text);
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
