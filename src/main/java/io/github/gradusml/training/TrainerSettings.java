package io.github.gradusml.training;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Workers;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.update.UpdateStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
  Supplier<Workers> workers = Workers::caller;
  double tolerance = 0;
  EarlyStopping earlyStopping = null;

  /** The first epoch whose weights are averaged; 0 for none. */
  int averagedFrom = 0;

  HistoryDetail historyDetail = HistoryDetail.EPOCH;
  List<Metric> metrics = List.of();
  List<TrainingListener> listeners = List.of();
  boolean quiet = false;

  /** Null for none. */
  CheckpointPlan checkpoints = null;

  /** Whether this is only tried out, so that nothing is to be said about it. */
  boolean rehearses = false;

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
    copy.workers = workers;
    copy.tolerance = tolerance;
    copy.earlyStopping = earlyStopping;
    copy.averagedFrom = averagedFrom;
    copy.historyDetail = historyDetail;
    copy.metrics = metrics;
    copy.listeners = listeners;
    copy.quiet = quiet;
    copy.checkpoints = checkpoints;
    copy.rehearses = rehearses;
    change.accept(copy);
    return copy;
  }

  /** A copy that takes the same steps, and neither stops early nor tells anybody. */
  TrainerSettings unobserved() {
    return with(
        s -> {
          s.tolerance = 0;
          s.earlyStopping = null;
          s.historyDetail = HistoryDetail.EPOCH;
          s.metrics = List.of();
          s.listeners = List.of();
          s.quiet = true;
          s.checkpoints = null;
        });
  }

  /** What decides which rates are stable. */
  Descent descent(Model<?> model) {
    Regularizer first = regularizerOf(Descent.firstWeights(model));
    return new Descent(loss, updates, first, optimizer);
  }

  /** The penalty on a block: none on one that is not to be penalized, such as a bias. */
  Regularizer regularizerOf(ParameterBlock block) {
    return block.penalized()
        ? blockRegularizers.getOrDefault(block.name(), regularizer)
        : Regularizer.none();
  }

  /** What is set, by name: all that decides the weights. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("loss", loss.toString());
    texts.put("updates", updates.toString());
    texts.put("regularizer", regularizer.toString());
    if (!blockRegularizers.isEmpty()) {
      texts.put("by block", blockRegularizers.toString());
    }
    texts.put("optimizer", optimizer.toString());
    texts.put("learning rate", learningRate.toString());
    texts.put("epochs", String.valueOf(epochs));
    texts.put("seed", String.valueOf(seed));
    if (tolerance > 0) {
      texts.put("tolerance", String.valueOf(tolerance));
    }
    if (earlyStopping != null) {
      texts.put("early stopping", earlyStopping.toString());
    }
    if (averagedFrom > 0) {
      texts.put("averaged from epoch", String.valueOf(averagedFrom));
    }
    return texts;
  }

  @Override
  public String toString() {
    return texts().entrySet().stream()
        .map(setting -> setting.getKey() + ": " + setting.getValue())
        .collect(Collectors.joining(", ", "Trainer(", ")"));
  }
}
