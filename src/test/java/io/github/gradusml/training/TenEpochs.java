package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** A training of ten epochs that writes checkpoints, and what is seen of them. */
final class TenEpochs {
  static final Dataset ROWS = Cases.rows(Loss.squaredError(), 20, 2, 1);
  static final Perceptron START = Perceptron.zeros(2, Activation.identity());

  private TenEpochs() {}

  static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.miniBatch(8))
        .withEpochs(10);
  }

  static Trainer told(Trainer trainer, BiConsumer<EpochRecord, Training<?>> epochEnded) {
    return trainer.withListener(
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            epochEnded.accept(epoch, training);
          }
        });
  }

  /** Of a checkpoint; 0 where there is none. */
  static int epochsOf(Path file) {
    return Files.exists(file) ? trainer().begin(file, START, ROWS, null).epochs() : 0;
  }
}
