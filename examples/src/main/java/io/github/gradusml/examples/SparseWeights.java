package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Section 3 of the article, Weight decay: L1 finds the three features that matter among twenty, if
 * it is trained so that the other weights become exactly 0.
 *
 * <p>A feature counts as found if its weight is not 0. Precision is the share of the found ones
 * that matter, recall the share of those that matter that were found.
 *
 * <p>Try: an alpha of 0.05, which finds too much, and one of 1.5, which finds too little.
 */
public final class SparseWeights {
  private static final Path PICTURE = Path.of("target", "pictures", "sparse-weights.png");
  private static final List<Integer> REAL = List.of(4, 9, 17);

  private SparseWeights() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Twenty features; three of them have to do with the target.
    RandomGenerator random = new Well19937c(1);
    double[][] x = new double[100][20];
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      y[i] = 2 * x[i][4] - 1.5 * x[i][9] + x[i][17] + random.nextGaussian();
    }
    Dataset data = Dataset.of(x, y);

    // 2. Three ways to train with L1.
    double alpha = 0.3;
    Map<String, Regularizer> variants = new LinkedHashMap<>();
    variants.put("proximal step", Regularizer.l1(alpha));
    variants.put("cumulative", Regularizer.l1Cumulative(alpha));
    variants.put("subgradient", Regularizer.l1Subgradient(alpha));

    // 3. All rows in every update, and row by row with a rate that stays and one that falls.
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(500);
    Map<String, Trainer> trainers = new LinkedHashMap<>();
    trainers.put(
        "full batches",
        trainer.withUpdates(UpdateStrategy.batch()).withLearningRate(LearningRate.constant(0.1)));
    trainers.put(
        "row by row",
        trainer
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(0.01)));
    trainers.put(
        "..., falling rate",
        trainer
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.inverseTime(0.01, 0.001)));

    Map<String, Perceptron> drawn = new LinkedHashMap<>();
    System.out.println("updates            L1 by          exact zeros  precision  recall");
    trainers.forEach(
        (updates, way) ->
            variants.forEach(
                (variant, penalty) -> {
                  Perceptron start = Perceptron.zeros(20, Activation.identity());
                  Perceptron model = way.withRegularizer(penalty).fit(start, data).model();
                  drawn.putIfAbsent(variant, model);
                  print(updates, variant, model);
                }));

    Plots.weights(drawn)
        .withTitle("Twenty weights, three real signals: L1 in full batches")
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }

  private static void print(String updates, String variant, Perceptron model) {
    double[] w = model.weights();
    double found = Arrays.stream(w).filter(weight -> weight != 0).count();
    double right = REAL.stream().filter(j -> w[j] != 0).count();
    System.out.printf(
        Locale.ROOT,
        "%-18s %-14s %11.0f %10.2f %7.2f%n",
        updates,
        variant,
        20 - found,
        right / found,
        right / REAL.size());
  }
}
