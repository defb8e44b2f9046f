package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Initialization;
import io.github.gradusml.network.Network;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.tuning.CrossValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the chapter on larger networks shows, runs, and comes out as it says. */
class LargerNetworkSnippetsTest {
  private static void assertInThePage(String text) throws IOException {
    String page = Files.readString(Path.of("docs/larger-network.md"));
    text.lines()
        .forEach(
            line ->
                assertTrue(
                    page.lines().anyMatch(line::equals),
                    "docs/larger-network.md must say: " + line));
  }

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  @Test
  void withoutAPenaltyWeightsGrowForEver() throws IOException {
    Dataset iris = Datasets.iris();
    assertInThePage(LargerNetworkSnippets.growth("iris, no penalty", iris, 0, 100, 1000, 10_000));
    assertInThePage(
        LargerNetworkSnippets.growth("iris, alpha 0.01", iris, 0.01, 100, 1000, 10_000));
  }

  @Test
  void setosaIsSeparatedFromTheOtherIrisesAndVersicolorIsNot() {
    Dataset iris = Datasets.iris();
    assertEquals(
        Separability.Verdict.SEPARABLE, Separability.of(iris.oneVersusRest("setosa")).verdict());
    assertEquals(
        Separability.Verdict.NOT_SEPARABLE,
        Separability.of(iris.oneVersusRest("versicolor")).verdict());
  }

  @Test
  void fromWeightsZeroTheBiasesOfASoftmaxKeepTheirSum() {
    Network end =
        Trainer.minimizing(Loss.crossEntropy())
            .withEpochs(20)
            .withoutLog()
            .fit(Network.of(4, Output.softmax(3)).zeros(), standardized(Datasets.iris()))
            .model();
    double[] theta = end.parameters();
    assertNotEquals(0, theta[12]);
    // 100 updates of numbers below 1, each rounded.
    assertEquals(0, theta[12] + theta[13] + theta[14], 1e-13);
  }

  @Test
  void oneVersusRestIsALayerOfThreePerceptrons() {
    Network network = LargerNetworkSnippets.oneVersusRest();
    assertEquals(3, network.output().outputs());
    assertEquals(Activation.sigmoid(), network.perceptron(1, 2).activation());
  }

  @Test
  void theTableOfLayersIsThatOfThePage() throws IOException {
    assertInThePage(LargerNetworkSnippets.table());
  }

  @Test
  void eachLayerStartsWithWhatItsActivationWants() {
    Architecture tanh = Network.of(3, Output.softmax(2)).withHidden(5, Activation.tanh());
    Network[] starts = LargerNetworkSnippets.starts(tanh);
    assertEquals(starts[1], starts[0]);
    Architecture relu = Network.of(3, Output.softmax(2)).withHidden(5, Activation.relu());
    starts = LargerNetworkSnippets.starts(relu);
    assertNotEquals(starts[1], starts[0]);
    double[] own = starts[2].parameters();
    double largest = Arrays.stream(own, 0, 15).map(Math::abs).max().orElseThrow();
    assertTrue(largest <= 1 / Math.sqrt(3), "the largest weight is " + largest);
  }

  @Test
  void aStartTooSmallLearnsNothingAndGlorotsDoes() throws IOException {
    assertInThePage(LargerNetworkSnippets.start("bound 0.01", (inputs, units) -> 0.01));
    assertInThePage(LargerNetworkSnippets.start("Glorot's bound", Initialization.glorot()));
  }

  @Test
  void backPropagationGivesTheNumbersWorkedByHand() {
    double a0 = Math.tanh(0.5 * 1 + 1 * 0.5);
    double a1 = Math.tanh(-0.5 * 1 + 0.5 * 0.5);
    double delta = 1 * a0 - 1 * a1 - 0; // prediction less target
    double delta0 = 1 * delta * (1 - a0 * a0);
    double delta1 = -1 * delta * (1 - a1 * a1);
    double[] gradient = {
      delta0 * 1,
      delta1 * 1,
      delta0 * 0.5,
      delta1 * 0.5,
      delta0,
      delta1,
      delta * a0,
      delta * a1,
      delta
    };
    double[] theta = {0.5, -0.5, 1, 0.5, 0, 0, 1, -1, 0};
    double[] after = new double[9];
    Arrays.setAll(after, j -> theta[j] - 0.1 * gradient[j]);

    Training<Network> training = LargerNetworkSnippets.backPropagation();
    // Numbers around 1, each of a few operations.
    assertArrayEquals(gradient, training.gradient(), 1e-15);
    assertArrayEquals(after, training.model().parameters(), 1e-15);
  }

  @Test
  void theNumbersWorkedByHandAreThoseOfThePage() throws IOException {
    assertInThePage(LargerNetworkSnippets.step());
  }

  @Test
  void aPenaltyOfTheFirstLayerAloneLeavesItsZeros() {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withoutLog().withEpochs(1);
    Trainer byLayer = LargerNetworkSnippets.penaltyByLayer(trainer);
    assertEquals(Map.of("layer 1 weights", Regularizer.l1(0.001)), byLayer.blockRegularizers());
    assertEquals(Regularizer.l2(0.01), byLayer.regularizer());
  }

  @Test
  void unitsDieOfTooLargeARate() throws IOException {
    assertInThePage(LargerNetworkSnippets.dead(0.1));
    assertInThePage(LargerNetworkSnippets.dead(5));
  }

  @Test
  void onIrisMoreLayersThanOneDoNotHelpButOneVersusRestIsWorse() {
    Map<String, CrossValidationResult> results =
        LargerNetworkSnippets.comparison(Datasets.iris(), 1);
    CrossValidationResult softmax = results.get("softmax");
    for (String larger : new String[] {"16 hidden units", "two layers of 16"}) {
      double difference = results.get(larger).mean() - softmax.mean();
      assertTrue(difference < softmax.standardError(), larger + " gains " + difference);
    }
    double lost = softmax.mean() - results.get("one versus rest").mean();
    assertTrue(lost > softmax.standardError(), "one versus rest loses " + lost);
  }
}
