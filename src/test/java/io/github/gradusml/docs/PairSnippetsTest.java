package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** The tables of pairs of activation and loss in the chapter on the perceptron. */
class PairSnippetsTest {
  private static final Path SOURCE =
      Path.of("src/test/java/io/github/gradusml/docs/PairSnippets.java");

  /** The cells of the rows below a heading of docs/perceptron.md that begins so. */
  private static List<String[]> table(String heading) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/perceptron.md"));
    int from = lines.indexOf(heading);
    assertTrue(from >= 0, "docs/perceptron.md has no line " + heading);
    return lines.stream()
        .skip(from + 2)
        .takeWhile(line -> line.startsWith("| "))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
        .toList();
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("[\\s`]+", "");
  }

  @Test
  void everyModelAndTrainerOfTheTableIsCompiled() throws IOException {
    String source = withoutBlanks(Files.readString(SOURCE));
    Map<String, PairSnippets.Pair> all = PairSnippets.all(4);
    List<String[]> rows = table("| what the field calls it | targets | model | trainer |");
    assertEquals(all.size(), rows.size());
    for (String[] cells : rows) {
      String name = cells[0].replaceAll(" \\(.*", "");
      assertTrue(all.containsKey(name), name);
      assertTrue(source.contains(withoutBlanks(cells[2])), cells[2]);
      assertTrue(source.contains(withoutBlanks(cells[3])), cells[3]);
    }
  }

  @Test
  void everyPairOfTheTableLearns() {
    Dataset raw = Datasets.iris();
    Dataset kinds = Standardizer.fit(raw).apply(raw);
    Dataset two = kinds.selectClasses("setosa", "versicolor");
    PairSnippets.all(4)
        .forEach(
            (name, pair) -> {
              switch (name) {
                case "perceptron", "Adaline", "linear support vector machine" ->
                    assertTellsApart(name, pair.model(), pair, two.withTargets(-1, 1));
                case "logistic regression" ->
                    assertTellsApart(name, pair.model(), pair, two.withTargets(0, 1));
                case "softmax regression", "one versus rest" ->
                    assertTellsApart(name, pair.model(), pair, kinds);
                default -> assertFalls(name, pair.model(), pair, kinds); // 0, 1, 2 are numbers
              }
            });
  }

  private static <M extends Model<M>> void assertTellsApart(
      String name, Model<M> model, PairSnippets.Pair pair, Dataset data) {
    M trained =
        pair.trainer().withoutLog().fit(model.withParameters(model.parameters()), data).model();
    double accuracy = Metric.accuracy().of(trained, data);
    assertTrue(accuracy > 0.8, name + " has an accuracy of " + accuracy);
  }

  private static <M extends Model<M>> void assertFalls(
      String name, Model<M> model, PairSnippets.Pair pair, Dataset data) {
    TrainingResult<M> result =
        pair.trainer().withoutLog().fit(model.withParameters(model.parameters()), data);
    TrainingHistory history = result.history();
    double first = history.epochs().get(0).objective();
    assertTrue(history.last().objective() < first, name + " begins at " + first);
  }

  @Test
  void theDeltasOfTheTableAreThoseOfTheLibrary() {
    assertDelta(Loss.perceptron(), Activation.sign(), (z, y) -> y * z <= 0 ? -y : 0);
    assertDelta(Loss.hinge(), Activation.step(), (z, y) -> y * z < 1 ? -y : 0);
    assertDelta(Loss.squaredHinge(), Activation.sign(), (z, y) -> -2 * y * Math.max(0, 1 - y * z));
    assertDelta(Loss.crossEntropy(), Activation.sigmoid(), (z, y) -> sigmoid(z) - y);
    assertDelta(Loss.squaredError(), Activation.identity(), (z, y) -> z - y);
    assertDelta(Loss.poisson(), Activation.exponential(), (z, y) -> Math.exp(z) - y);
    assertDelta(Loss.absoluteError(), Activation.identity(), (z, y) -> Math.signum(z - y));
    assertDelta(
        Loss.huber(0.7), Activation.identity(), (z, y) -> Math.max(-0.7, Math.min(0.7, z - y)));
    assertDelta(Loss.quantile(0.9), Activation.identity(), (z, y) -> z < y ? -0.9 : 1 - 0.9);
    assertDelta(
        Loss.squaredError(),
        Activation.sigmoid(),
        (z, y) -> (sigmoid(z) - y) * sigmoid(z) * (1 - sigmoid(z)));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** At net inputs and targets where no kink is; some roundings of numbers up to 10. */
  private static void assertDelta(Loss loss, Activation activation, DoubleBinaryOperator delta) {
    ComposedLoss pair = loss.compose(activation);
    double lowest = loss.accepts(-1) ? -1 : 0;
    for (double y : new double[] {lowest, 1}) {
      for (double z : new double[] {-2.3, -0.4, 0.2, 0.9, 2.1}) {
        double expected = delta.applyAsDouble(z, y);
        assertEquals(expected, pair.derivative(z, y), 1e-14, loss + " at " + z + ", " + y);
      }
    }
  }
}
