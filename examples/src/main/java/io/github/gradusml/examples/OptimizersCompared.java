package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sections 2 and 4 of the article: what a step is made of. Six update rules descend the same slope,
 * each with the same learning rate.
 *
 * <p>Plain descent follows the gradient. Momentum remembers where it was going. AdaGrad, RMSProp
 * and Adam give each weight a rate of its own, so that one rate means another thing to them.
 *
 * <p>Try: another rate for some of them, such as 1 for plain descent; 300 epochs; without the
 * standardizer, where only the adaptive rules get anywhere.
 */
public final class OptimizersCompared {
  private static final Path PICTURE = Path.of("target", "pictures", "optimizers-compared.png");

  private OptimizersCompared() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. All rows in every update, so that nothing but the rule makes a difference.
    Dataset raw = Datasets.breastCancer();
    Dataset data = Standardizer.fit(raw).apply(raw);
    Perceptron start = Perceptron.zeros(data.features(), Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.05))
            .withEpochs(100);

    // 2. The rules.
    Map<String, Optimizer> optimizers = new LinkedHashMap<>();
    optimizers.put("gradient descent", Optimizer.gradientDescent());
    optimizers.put("momentum", Optimizer.momentum(0.9));
    optimizers.put("Nesterov", Optimizer.nesterov(0.9));
    optimizers.put("AdaGrad", Optimizer.adaGrad());
    optimizers.put("RMSProp", Optimizer.rmsProp(0.9));
    optimizers.put("Adam", Optimizer.adam());

    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    System.out.println("                  loss after 10 epochs   after 100   gradient norm");
    optimizers.forEach(
        (name, optimizer) -> {
          TrainingResult<Perceptron> result = trainer.withOptimizer(optimizer).fit(start, data);
          TrainingHistory history = result.history();
          histories.put(name, history);
          System.out.printf(
              Locale.ROOT,
              "%-18s %19.4f %11.4f %15.4f%n",
              name,
              history.losses()[9],
              history.losses()[99],
              history.last().gradientNorm());
        });

    Plots.losses(histories)
        .withTitle("Breast cancer: one learning rate, six update rules")
        .withLogScale()
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }
}
