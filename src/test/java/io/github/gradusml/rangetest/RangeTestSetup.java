package io.github.gradusml.rangetest;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;

/** A perceptron, bundled rows, and how to train, for range tests. */
record RangeTestSetup(
    String name, Loss loss, Activation activation, Regularizer penalty, Dataset data) {
  static final int EPOCHS = 50;

  /** Stands for all rows. */
  static final int FULL = 0;

  /** Diabetes, with standardized features and targets. */
  static RangeTestSetup squaredError() {
    return new RangeTestSetup(
        "squared error",
        Loss.squaredError(),
        Activation.identity(),
        Regularizer.none(),
        standardizedTargets(standardized(Datasets.diabetes())));
  }

  /** Breast cancer, whose classes almost fall apart: without a penalty the weights keep growing. */
  static RangeTestSetup crossEntropy() {
    return crossEntropy("cross-entropy", Regularizer.none());
  }

  static RangeTestSetup crossEntropyWithPenalty() {
    return crossEntropy("cross-entropy, L2 0.01", Regularizer.l2(0.01));
  }

  private static RangeTestSetup crossEntropy(String name, Regularizer penalty) {
    Dataset data = standardized(Datasets.breastCancer());
    return new RangeTestSetup(name, Loss.crossEntropy(), Activation.sigmoid(), penalty, data);
  }

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  private static Dataset standardizedTargets(Dataset data) {
    double[] y = data.targets();
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return data.withTargets(Arrays.stream(y).map(v -> (v - mean) / Math.sqrt(variance)).toArray());
  }

  Trainer trainer(int batch, int seed) {
    return Trainer.minimizing(loss)
        .withUpdates(batch == FULL ? UpdateStrategy.batch() : UpdateStrategy.miniBatch(batch))
        .withRegularizer(penalty)
        .withEpochs(EPOCHS)
        .withSeed(seed);
  }

  LearningRateRangeTest test(int batch, int seed) {
    return LearningRateRangeTest.exponential(trainer(batch, seed)).withLineSearch(16);
  }

  Perceptron start(int seed) {
    return Perceptron.random(data.features(), activation, seed);
  }

  /** The objective after training with a constant rate; infinite if that diverges. */
  double objective(int batch, int seed, double rate) {
    TrainingResult<Perceptron> result =
        trainer(batch, seed)
            .withLearningRate(LearningRate.constant(rate))
            .withHistory(HistoryDetail.FINAL)
            .fit(start(seed), data);
    return result.divergence().isPresent()
        ? Double.POSITIVE_INFINITY
        : result.history().last().objective();
  }
}
