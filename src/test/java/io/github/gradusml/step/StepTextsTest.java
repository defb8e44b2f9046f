package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step as text and as Markdown. */
class StepTextsTest {
  private static final Trainer SQUARES =
      Trainer.minimizing(Loss.squaredError()).withLearningRate(LearningRate.constant(0.5));

  private static Dataset rows(int rows, int features) {
    Random random = new Random(3);
    double[][] x = new double[rows][features];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = random.doubles(features, -1, 1).toArray();
      y[i] = i % 3;
    }
    return Dataset.of(x, y);
  }

  private static ExplainedStep line() {
    Dataset one = Dataset.of(new double[][] {{1, 2}}, new double[] {0}).withFeatureNames("a", "b");
    return ExplainedStep.of(
        SQUARES.withRegularizer(Regularizer.elasticNet(1, 0.5)),
        Perceptron.of(new double[] {2, -1}, 3, Activation.identity()),
        one);
  }

  /** z = 2·1 − 1·2 + 3 = 3, and δ = 3. */
  @Test
  void aPageOfTextHasAlignedColumnsOfAsciiLetters() {
    String expected =
        """
        Update 1, by row 0
        ------------------
        Loss: squared error; output: identity; penalty: elastic net(alpha 1.0, l1Ratio 0.5); optimizer:
        gradient descent; rate eta = 0.5.

        Net input
        ---------
        Each input times its weight, and the bias.
        The target is y = 0.
          z = w[a]*a + w[b]*b + b  2*1 + (-1)*2 + 3 = 3

        Activation and loss
        -------------------
          yHat = z              3
          L = 1/2*(yHat - y)^2  1/2*(3 - 0)^2 = 4.5

        Backwards
        ---------
        The slopes of loss and activation multiply: the chain rule.
          L' = yHat - y       3 - 0 = 3
          phi'(z) = 1         1
          delta = L'*phi'(z)  3*1 = 3

        Gradient
        --------
        The slope of a weight is delta times what came in; that of a bias is delta.
          dL/dw[a] = delta*a  3*1 = 3
          dL/dw[b] = delta*b  3*2 = 6
          dL/db = delta       3

        Penalty
        -------
        It acts on weights, never on a bias.
          w[a]: g <- g + 0.5*w  3 + 0.5*2 = 4
          w[b]: g <- g + 0.5*w  6 + 0.5*(-1) = 5.5

        Step
        ----
        g is the gradient with the penalty, theta the parameter, eta the rate.
          w[a]: theta <- theta - eta*g  2 - 0.5*4 = 0
          w[b]: theta <- theta - eta*g  -1 - 0.5*5.5 = -3.75
          b: theta <- theta - eta*g     3 - 0.5*3 = 1.5

        Shrinking
        ---------
        After the step, L1 moves each weight towards 0; one that is near to it becomes 0.
          w[a]: w <- sign(w)*max(|w| - eta*0.5, 0)  sign(0)*max(|0| - 0.5*0.5, 0) = 0
          w[b]: w <- sign(w)*max(|w| - eta*0.5, 0)  sign(-3.75)*max(|-3.75| - 0.5*0.5, 0) = -3.5

        Afterwards
        ----------
        The same rows once more, with the new weights: the objective has not fallen. A smaller rate may
        help.
          J before = mean loss + R(w)  4.5 + 2.75 = 7.25
          J after = mean loss + R(w)   15.12 + 4.812 = 19.94
        """;
    assertEquals(expected, line().toText());
    assertEquals(line().toText(), line().toString());
    assertTrue(line().toText().chars().allMatch(c -> c < 128));
    assertFalse(line().toText().contains(" \n"), "no line ends with a blank");
  }

  @Test
  void theArithmeticOfATableBeginsInOneColumn() {
    List<String> lines =
        line().toText().lines().filter(line -> line.contains("theta <- theta")).toList();
    assertEquals(3, lines.size());
    assertEquals(lines.get(0).indexOf("2 - 0.5"), lines.get(2).indexOf("3 - 0.5"));
  }

  @Test
  void markdownHasTablesOfThreeColumns() {
    String page = line().toMarkdown();
    assertTrue(page.startsWith("### Update 1, by row 0\n\n"), page);
    assertTrue(page.contains("| formula | arithmetic | Java |\n| :--- | :--- | :--- |\n"), page);
    assertTrue(
        page.contains(
            "| w\\[b\\]: w ← sign(w)·max(\\|w\\| − η·0.5, 0) |"
                + " sign(−3.75)·max(\\|−3.75\\| − 0.5·0.5, 0) = −3.5 |  |\n"),
        page);
    page.lines()
        .filter(line -> line.startsWith("|"))
        .forEach(line -> assertEquals(4, line.split("(?<!\\\\)\\|", -1).length - 1, line));
  }

  @Test
  void namesCannotBreakATable() {
    Dataset named =
        Dataset.of(new double[][] {{1, 2}}, new double[] {0})
            .withFeatureNames("a|b\n`c`", "x".repeat(300));
    ExplainedStep step =
        ExplainedStep.of(
            SQUARES, Perceptron.of(new double[] {2, 1}, 0, Activation.identity()), named);
    String page = step.toMarkdown();
    assertTrue(page.contains("a\\|b \\`c\\`"), page);
    assertFalse(page.contains("x".repeat(60)), page);
    assertEquals("a|b\n`c`", step.rows().get(0).units(1).get(0).terms().get(0).name());
  }

  @Test
  void ofManyRowsThoseWithTheLargestSlopesAreShown() {
    ExplainedStep step =
        ExplainedStep.of(SQUARES, Perceptron.zeros(2, Activation.identity()), rows(30, 2));
    String text = step.toText();
    assertEquals(30, step.rows().size());
    assertTrue(text.contains("Of the 30 rows, these are the 8 with the largest slopes"), text);
    assertTrue(text.contains("Net input of row 2\n"), "whose target is 2");
    assertFalse(text.contains("Net input of row 0\n"), "whose target is 0, as its prediction");
    assertTrue(text.contains("dL/db = 1/30*sum delta"), text);
  }

  @Test
  void ofManyParametersThoseThatMoveMostAreShown() {
    Network network = Network.of(20, Output.softmax(3)).withHidden(30, Activation.tanh()).random(2);
    ExplainedStep step =
        ExplainedStep.of(Trainer.minimizing(Loss.crossEntropy()), network, rows(2, 20));
    String text = step.toText();
    assertEquals(723, step.parameters().size());
    assertTrue(text.contains("Of the 723 parameters, these are the 16 that move most."), text);
    assertTrue(text.contains(" + ... (16 more) + b1["), text);
    assertTrue(text.contains("... z of 22 more"), text);
    assertEquals(16, text.lines().filter(line -> line.contains("theta <- ")).count());
  }

  @Test
  void aLongSumHasALineATerm() {
    ExplainedStep step =
        ExplainedStep.of(SQUARES, Perceptron.random(20, Activation.identity(), 1), rows(1, 20));
    String text = step.toText();
    assertTrue(text.contains("  ... terms of 4 more\n"), text);
    assertTrue(text.contains("z = sum of all terms + b"), text);
  }

  @Test
  void eachClassAgainstTheRestHasItsOwnTarget() {
    Network classes = Network.of(2, Output.oneVersusRest(3, Activation.sigmoid())).zeros();
    String text =
        ExplainedStep.of(Trainer.minimizing(Loss.crossEntropy()), classes, rows(2, 2).select(1))
            .toText();
    assertTrue(text.contains("delta[1] = yHat[1] - y[1]"), text);
    assertTrue(text.contains("0.5 - 1 = -0.5"), text);
    assertTrue(text.contains("0.5 - 0 = 0.5"), text);
    assertTrue(text.contains("L = the sum of all"), text);
  }

  static List<Optimizer> optimizers() {
    return List.of(
        Optimizer.gradientDescent(),
        Optimizer.nesterov(0.9),
        Optimizer.adam(),
        Optimizer.rmsProp(0.9).withClippedNorm(0.1),
        (theta, gradient, eta, state, t) -> theta[0] -= eta * gradient[0]);
  }

  /** What is somebody's own has its numbers too. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerEndsWithTheNewWeight(Optimizer optimizer) {
    ExplainedStep step =
        ExplainedStep.of(
            SQUARES.withOptimizer(optimizer),
            Perceptron.random(2, Activation.tanh(), 4),
            rows(3, 2));
    String after = Formula.number(step.after()[0]);
    List<String> lines =
        step.toMarkdown()
            .lines()
            .filter(line -> line.startsWith("| w\\[") && line.contains("]: θ ← "))
            .toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("= " + after + " |") || lines.get(0).contains(after), after);
  }
}
