package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.network.Network;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table of docs/perceptron.md that says which activation goes with which loss: a test looks for
 * every model and every trainer of it here.
 */
final class PairSnippets {
  private PairSnippets() {}

  /** What a row of the table is made of. */
  record Pair(Model<?> model, Trainer trainer) {}

  /** The rows by the names that the field gives them, for d features. */
  static Map<String, Pair> all(int d) {
    Map<String, Pair> all = new LinkedHashMap<>();
    all.put(
        "perceptron",
        new Pair(
            Perceptron.zeros(d, Activation.sign()),
            Trainer.minimizing(Loss.perceptron()).withUpdates(UpdateStrategy.stochastic())));
    all.put(
        "Adaline",
        new Pair(
            Perceptron.zeros(d, Activation.identity()),
            Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.stochastic())));
    all.put(
        "logistic regression",
        new Pair(
            Perceptron.zeros(d, Activation.sigmoid()), Trainer.minimizing(Loss.crossEntropy())));
    all.put(
        "linear support vector machine",
        new Pair(
            Perceptron.zeros(d, Activation.sign()),
            Trainer.minimizing(Loss.hinge()).withRegularizer(Regularizer.l2(0.01))));
    numbers(all, d);
    all.put(
        "softmax regression",
        new Pair(
            Network.of(d, Output.softmax(3)).zeros(), Trainer.minimizing(Loss.crossEntropy())));
    all.put(
        "one versus rest",
        new Pair(
            Network.of(d, Output.oneVersusRest(3, Activation.identity())).zeros(),
            Trainer.minimizing(Loss.hinge())));
    return all;
  }

  private static void numbers(Map<String, Pair> all, int d) {
    Perceptron line = Perceptron.zeros(d, Activation.identity());
    all.put("least squares", new Pair(line, Trainer.minimizing(Loss.squaredError())));
    all.put(
        "ridge regression",
        new Pair(
            line, Trainer.minimizing(Loss.squaredError()).withRegularizer(Regularizer.l2(0.1))));
    all.put(
        "lasso",
        new Pair(
            line, Trainer.minimizing(Loss.squaredError()).withRegularizer(Regularizer.l1(0.1))));
    all.put("Huber regression", new Pair(line, Trainer.minimizing(Loss.huber(1))));
    all.put("median regression", new Pair(line, Trainer.minimizing(Loss.absoluteError())));
    all.put("quantile regression", new Pair(line, Trainer.minimizing(Loss.quantile(0.9))));
    all.put(
        "support vector regression",
        new Pair(
            line,
            Trainer.minimizing(Loss.epsilonInsensitive(0.1))
                .withRegularizer(Regularizer.l2(0.01))));
    all.put(
        "Poisson regression",
        new Pair(
            Perceptron.zeros(d, Activation.exponential()), Trainer.minimizing(Loss.poisson())));
  }
}
