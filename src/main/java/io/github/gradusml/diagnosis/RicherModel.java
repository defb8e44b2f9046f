package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Optional;

/** What the model, and one with a hidden layer, come to by a short training that seldom fails. */
final class RicherModel {
  static final int UNITS = 16;
  static final int BATCH = 16;
  static final double RATE = 0.02;
  static final int EPOCHS = 100;

  /** Numbers met by a weight: with a few dozen columns, a twentieth of a second. */
  private static final double MOST_WORK = 2e7;

  private static final int MOST_ROWS = 512;
  private static final int MOST_COLUMNS = 64;
  private static final int LEAST_EPOCHS = 20;

  /** What a curve of a few columns takes. */
  private static final int MOST_UPDATES = 1600;

  private RicherModel() {}

  /** Whether a trial costs little enough. */
  static boolean isCheap(Case training) {
    return training.train().features() <= MOST_COLUMNS;
  }

  /** The loss on the validation rows, where the same model ends; empty if that fails. */
  static Optional<RowLosses> same(Case training) {
    return tried(training, training.start());
  }

  /** The same of a model with a hidden layer. */
  static Optional<RowLosses> withHidden(Case training) {
    int columns = training.train().features();
    return tried(
        training,
        Network.of(columns, training.start().output())
            .withHidden(UNITS, Activation.tanh())
            .random(1));
  }

  private static Optional<RowLosses> tried(Case training, Model<?> start) {
    Dataset others = training.validationSample().orElseThrow();
    try {
      Model<?> model = fit(trainer(training, start), start, some(training.sample()));
      return Optional.of(RowLosses.of(training, model, others)).filter(RowLosses::isFinite);
    } catch (RuntimeException e) {
      return Optional.empty(); // a loss of the user's own may fail; nothing is lost
    }
  }

  private static Dataset some(Dataset rows) {
    return rows.rows() <= MOST_ROWS
        ? rows
        : rows.select(EvenlySpaced.indices(rows.rows(), MOST_ROWS));
  }

  private static Trainer trainer(Case training, Model<?> start) {
    int rows = Math.min(MOST_ROWS, training.sample().rows());
    double work = 3.0 * rows * start.parameters().length;
    double most = Math.min(MOST_WORK / work, (double) MOST_UPDATES * BATCH / rows);
    int epochs = (int) Math.max(LEAST_EPOCHS, Math.min(EPOCHS, most));
    return training
        .trainer()
        .withoutObservers()
        .withHistory(HistoryDetail.NONE)
        .withRegularizer(Regularizer.none())
        .withUpdates(UpdateStrategy.miniBatch(BATCH))
        .withOptimizer(Optimizer.adam())
        .withLearningRate(LearningRate.constant(RATE))
        .withEpochs(epochs);
  }

  private static <M extends Model<M>> Model<?> fit(Trainer trainer, Model<M> start, Dataset rows) {
    return trainer.fit(start.withParameters(start.parameters()), rows).lastFiniteModel();
  }
}
