package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.step.ExplainedParameter;
import io.github.gradusml.step.ExplainedRow;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.step.ExplainedUnit;
import io.github.gradusml.step.Term;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The code of docs/one-step.md, and the three steps that stand there; {@code main} prints them as
 * they are to stand between their markers.
 */
public final class OneStepSnippets {
  private static final Dataset HOURS =
      Dataset.of(new double[][] {{1}, {3}}, new double[] {0, 1}).withFeatureNames("hours");

  private OneStepSnippets() {}

  static ExplainedStep perceptronRule() {
    double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Dataset and = Dataset.of(x, new double[] {-1, -1, -1, 1}).withFeatureNames("x1", "x2");
    Trainer trainer =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withLearningRate(LearningRate.constant(1));
    Perceptron start = Perceptron.zeros(2, Activation.step());
    ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, and, 4);
    return step;
  }

  static ExplainedStep logisticRegression() {
    Dataset hours = HOURS;
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(0.1))
            .withOptimizer(Optimizer.momentum(0.5))
            .withLearningRate(LearningRate.constant(0.2));
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    return ExplainedStep.ofUpdate(trainer, start, hours, 2);
  }

  static ExplainedStep network() {
    double[] theta = {0.5, -0.5, 1, 0.5, 0, 0, 1, -1, 0}; // from x1, from x2, b1; W2, b2
    Network network =
        Network.of(2, Output.of(Activation.identity()))
            .withHidden(2, Activation.tanh())
            .withParameters(theta);
    Dataset oneRow =
        Dataset.of(new double[][] {{1, 0.5}}, new double[] {0}).withFeatureNames("x1", "x2");
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withLearningRate(LearningRate.constant(0.1));
    return ExplainedStep.of(trainer, network, oneRow);
  }

  static double[] walk(Trainer trainer, Perceptron start, Dataset data) {
    ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, data, 7);
    String page = step.toText();
    ExplainedRow row = step.rows().get(0);
    ExplainedUnit unit = row.units(1).get(0);
    Term term = unit.terms().get(0); // term.value() = term.weight() · term.input()
    double z = unit.netInput();
    double delta = row.delta()[0];
    ExplainedParameter weight = step.parameters().get(0);
    double moved = weight.after() - weight.before();
    return new double[] {page.length(), term.value(), z, delta, moved};
  }

  /** The column of Java, as a program: the first update of the second case, by hand. */
  static double[] byHand() {
    Dataset rows = HOURS;
    Perceptron model = Perceptron.zeros(1, Activation.sigmoid());
    Loss loss = Loss.crossEntropy();
    Regularizer penalty = Regularizer.l2(0.1);
    Optimizer optimizer = Optimizer.momentum(0.5);
    Trainer trainer = Trainer.minimizing(loss).withRegularizer(penalty);
    double eta = 0.2;
    int t = 1;
    int d = rows.features();
    int m = rows.rows();
    double[] theta = model.parameters();
    double[] gradient = new double[theta.length];
    double[][] state = new double[optimizer.stateVectors()][theta.length];
    Activation activation = model.activation();
    double chain = 0;
    for (int i = 0; i < m; i++) {
      double[] x = rows.row(i);
      double y = rows.target(i);
      double z = model.netInput(x);
      double prediction = activation.value(z);
      double before = loss.compose(activation).value(z, y);
      double slope = loss.derivative(prediction, y);
      double phi = activation.derivative(z);
      double delta = loss.compose(activation).derivative(z, y);
      chain += before + Math.abs(delta - slope * phi);
      for (int j = 0; j < d; j++) {
        gradient[j] += delta * x[j] / m;
      }
      gradient[d] += delta / m;
    }
    double lossBefore = Objective.of(trainer, model, rows).at(theta);
    penalty.addGradient(theta, gradient, 0, 1);
    optimizer.step(theta, gradient, eta, state, t);
    double[] after = theta;
    double lossAfter = Objective.of(trainer, model, rows).at(after);
    return new double[] {after[0], after[1], lossBefore, lossAfter, chain};
  }

  /** What stands in the page, by the names of its markers. */
  static Map<String, String> cases() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("perceptron", perceptronRule().toMarkdown());
    cases.put("logistic", logisticRegression().toMarkdown());
    cases.put("network", network().toMarkdown());
    return cases;
  }

  /** Between its markers. */
  static String marked(String name, String text) {
    return "<!-- step: " + name + " -->\n\n" + text + "\n<!-- end of step -->\n";
  }

  /**
   * Prints the three steps.
   *
   * @param args none
   */
  public static void main(String[] args) {
    cases().forEach((name, text) -> System.out.println(marked(name, text)));
  }

  static String ofPackage(Trainer trainer, Perceptron start, Dataset data) {
    ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, data, 7);
    String page = step.toText();
    return page;
  }
}
