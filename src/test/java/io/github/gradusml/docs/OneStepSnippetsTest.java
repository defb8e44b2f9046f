package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.step.ExplainedParameter;
import io.github.gradusml.step.ExplainedRow;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on one step shows the steps as the library writes them, and they are right. */
class OneStepSnippetsTest {
  private static final Path PAGE = Path.of("docs/one-step.md");
  private static final Pattern CALL = Pattern.compile("\\| `([^`]+)` \\|\n");

  @Test
  void thePageHasTheThreeStepsBetweenTheirMarkers() throws IOException {
    String page = Files.readString(PAGE);
    for (Map.Entry<String, String> step : OneStepSnippets.cases().entrySet()) {
      String text = OneStepSnippets.marked(step.getKey(), step.getValue());
      assertTrue(page.contains(text), "docs/one-step.md must have this:\n" + text);
    }
  }

  @Test
  void everyCallInTheColumnOfJavaIsCompiled() throws IOException {
    String code =
        Files.readString(Path.of("src/test/java/io/github/gradusml/docs/OneStepSnippets.java"))
            .replaceAll("\\s+", "");
    String logistic = OneStepSnippets.cases().get("logistic");
    Matcher call = CALL.matcher(logistic);
    int calls = 0;
    for (; call.find(); calls++) {
      assertTrue(code.contains(call.group(1).replaceAll("\\s+", "")), call.group(1));
    }
    assertEquals(18, calls); // six for each of the two rows, and as many for the update
  }

  /** By hand: after row (0, 0) the bias is −1; (0, 1) and (1, 0) are right; (1, 1) is not. */
  @Test
  void theFourthUpdateOfThePerceptronOnAndMovesBothWeightsToOne() {
    ExplainedStep step = OneStepSnippets.perceptronRule();
    ExplainedRow row = step.rows().get(0);
    assertEquals(-1, row.netInputs()[0]);
    assertEquals(-1, row.delta()[0]);
    assertEquals(1, row.loss());
    assertArrayEquals(new double[] {1, 1, 0}, step.after());
  }

  /** By hand: δ is ½ and −½, so that v is −½; w is 0.1 and b is 0 after the first update. */
  @Test
  void theSecondUpdateOfTheLogisticRegressionRemembersTheFirst() {
    ExplainedStep step = OneStepSnippets.logisticRegression();
    ExplainedParameter weight = step.parameters().get(0);
    assertEquals(0.1, weight.before());
    assertEquals(-0.5, weight.memoryBefore().get(0));
    double gradient = (sigmoid(0.1) + 3 * (sigmoid(0.3) - 1)) / 2 + 0.01;
    // A handful of operations on numbers up to 3, each rounded once.
    assertEquals(gradient, weight.gradient(), 1e-15);
    assertEquals(0.1 - 0.2 * (-0.25 + gradient), weight.after(), 1e-15);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  @Test
  void theColumnOfJavaMakesTheFirstUpdate() {
    double[] byHand = OneStepSnippets.byHand();
    Dataset hours = Dataset.of(new double[][] {{1}, {3}}, new double[] {0, 1});
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(0.1))
            .withOptimizer(Optimizer.momentum(0.5))
            .withLearningRate(LearningRate.constant(0.2));
    ExplainedStep step =
        ExplainedStep.ofUpdate(trainer, Perceptron.zeros(1, Activation.sigmoid()), hours, 1);
    assertEquals(byHand[0], step.after()[0], 1e-16); // dividing a half by 2 is exact
    assertEquals(byHand[1], step.after()[1], 1e-16);
    assertEquals(byHand[2], step.objectiveBefore().objective(), 1e-15);
    assertEquals(byHand[3], step.objectiveAfter().objective(), 1e-15);
    double[] walk = OneStepSnippets.walk(trainer, Perceptron.zeros(1, Activation.sigmoid()), hours);
    assertTrue(walk[0] > 1000, "a page of text");
    assertTrue(walk[4] > 0, "the weight still grows");
  }

  /** The numbers of the chapter on larger networks, which were worked by hand. */
  @Test
  void theNetworksStepIsThatOfTheChapterOnLargerNetworks() {
    ExplainedStep step = OneStepSnippets.network();
    double[] after = {0.4577, -0.4054, 0.9789, 0.5473, -0.0423, 0.0946, 0.9233, -0.9753, -0.1007};
    for (int j = 0; j < after.length; j++) {
      assertEquals(after[j], step.after()[j], 0.00005, "as it is printed there, " + j);
    }
  }
}
