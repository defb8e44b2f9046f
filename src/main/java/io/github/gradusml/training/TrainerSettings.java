package io.github.gradusml.training;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The settings of a {@link Trainer}, with their defaults; never changed once a trainer has them.
 */
final class TrainerSettings {
  Loss loss;
  UpdateStrategy updates = UpdateStrategy.miniBatch(32);
  Regularizer regularizer = Regularizer.none();
  Map<String, Regularizer> blockRegularizers = Map.of();
  Optimizer optimizer = Optimizer.gradientDescent();
  LearningRate learningRate = LearningRate.constant(0.01);
  int epochs = 100;
  long seed = 0;
  int threads = 1;
  double tolerance = 0;
  EarlyStopping earlyStopping = null;
  HistoryDetail historyDetail = HistoryDetail.EPOCH;
  Map<String, Metric> metrics = Map.of();
  List<TrainingListener> listeners = List.of();
  boolean quiet = false;

  /** A copy with one thing changed. */
  TrainerSettings with(Consumer<TrainerSettings> change) {
    TrainerSettings copy = new TrainerSettings();
    copy.loss = loss;
    copy.updates = updates;
    copy.regularizer = regularizer;
    copy.blockRegularizers = new LinkedHashMap<>(blockRegularizers);
    copy.optimizer = optimizer;
    copy.learningRate = learningRate;
    copy.epochs = epochs;
    copy.seed = seed;
    copy.threads = threads;
    copy.tolerance = tolerance;
    copy.earlyStopping = earlyStopping;
    copy.historyDetail = historyDetail;
    copy.metrics = new LinkedHashMap<>(metrics);
    copy.listeners = listeners;
    copy.quiet = quiet;
    change.accept(copy);
    return copy;
  }

  /** The penalty on a block of weights. */
  Regularizer regularizerOf(String block) {
    return blockRegularizers.getOrDefault(block, regularizer);
  }

  @Override
  public String toString() {
    return "Trainer(loss: "
        + loss
        + ", updates: "
        + updates
        + ", regularizer: "
        + regularizer
        + (blockRegularizers.isEmpty() ? "" : ", by block: " + blockRegularizers)
        + ", optimizer: "
        + optimizer
        + ", learning rate: "
        + learningRate
        + ", epochs: "
        + epochs
        + ", seed: "
        + seed
        + (tolerance > 0 ? ", tolerance: " + tolerance : "")
        + (earlyStopping == null ? "" : ", early stopping: " + earlyStopping)
        + ")";
  }
}
