package consumer;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;

/** A user who has Gradus on the class path. */
public final class Consumer {
  private Consumer() {}

  public static void main(String[] args) {
    Dataset cancer = Datasets.breastCancer();
    Split split = Split.stratified(cancer, 0.8, 42);
    Standardizer scaler = Standardizer.fit(split.train());

    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(50)
            .withSeed(42);

    Perceptron untrained = Perceptron.zeros(30, Activation.sigmoid());
    TrainingResult<Perceptron> result = trainer.fit(untrained, scaler.apply(split.train()));
    double accuracy = Metric.accuracy().of(result.model(), scaler.apply(split.test()));

    System.out.println("accuracy on unseen rows: " + accuracy);
    if (!(accuracy > 0.9)) {
      throw new IllegalStateException("accuracy must be > 0.9, but was " + accuracy);
    }

    Plots.loss(result.history()).save(Path.of("target", "loss.svg"));
  }
}
