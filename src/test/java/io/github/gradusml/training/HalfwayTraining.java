package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A training of which a file holds the first half. */
final class HalfwayTraining {
  static final Dataset ROWS =
      Cases.rows(Loss.squaredError(), 20, 2, 1).withFeatureNames("width", "height");
  static final Dataset OTHERS =
      Cases.rows(Loss.squaredError(), 7, 2, 2).withFeatureNames("width", "height");
  static final Perceptron START = Perceptron.random(2, Activation.identity(), 3);

  private HalfwayTraining() {}

  static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError()).withEpochs(6).withMetric(Metric.r2());
  }

  /** After three of six epochs. */
  static Path savedIn(Path folder) {
    Path file = folder.resolve("checkpoint.json");
    Training<Perceptron> training = trainer().begin(START, ROWS, OTHERS);
    IntStream.range(0, 3).forEach(epoch -> training.epoch());
    training.saveCheckpoint(file);
    return file;
  }
}
