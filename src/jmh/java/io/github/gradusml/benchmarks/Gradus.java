package io.github.gradusml.benchmarks;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;

/** This library, as its users call it. */
final class Gradus implements Contender {
  private final Trainer trainer;
  private final Perceptron start;
  private final Dataset data;

  Gradus(Workload workload, Synthetic data, int threads) {
    this.trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(strategy(workload))
            .withRegularizer(Regularizer.l2(Workload.ALPHA))
            .withLearningRate(LearningRate.constant(Workload.ETA))
            .withEpochs(workload.epochs())
            .withThreads(threads)
            .withHistory(HistoryDetail.NONE);
    this.start = Perceptron.zeros(workload.columns(), Activation.sigmoid());
    this.data = Dataset.of(data.x(), data.y());
  }

  private static UpdateStrategy strategy(Workload workload) {
    UpdateStrategy shuffling =
        workload.batch() == 1
            ? UpdateStrategy.stochastic()
            : UpdateStrategy.miniBatch(workload.batch());
    return workload.shuffled() ? shuffling : shuffling.withoutShuffling();
  }

  @Override
  public double[] train() {
    return trainer.fit(start, data).model().parameters();
  }
}
