package io.github.gradusml.benchmarks;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.function.Supplier;

/** This library, as its users call it. */
final class Gradus implements Contender {
  private final Supplier<double[]> training;

  Gradus(Workload workload, Synthetic data, int threads) {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(strategy(workload))
            .withRegularizer(Regularizer.l2(Workload.ALPHA))
            .withLearningRate(LearningRate.constant(Workload.ETA))
            .withEpochs(workload.epochs())
            .withThreads(threads)
            .withHistory(HistoryDetail.NONE);
    Dataset rows = Dataset.of(data.x(), data.y());
    this.training =
        workload.hasLayers()
            ? training(trainer, network(workload), rows)
            : training(trainer, Perceptron.zeros(workload.columns(), Activation.sigmoid()), rows);
  }

  private static Network network(Workload workload) {
    int hidden = workload.units().size() - 1;
    Architecture layers = Network.of(workload.columns(), Output.softmax(workload.outputs()));
    for (int units : workload.units().subList(0, hidden)) {
      layers = layers.withHidden(units, Activation.relu());
    }
    return layers.withParameters(Synthetic.start(workload));
  }

  private static <M extends Model<M>> Supplier<double[]> training(
      Trainer trainer, M start, Dataset rows) {
    return () -> trainer.fit(start, rows).model().parameters();
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
    return training.get();
  }
}
