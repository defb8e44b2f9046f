package io.github.gradusml.examples;

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
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.UpdateRecord;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Section 2 of the article, Ways to update weights: a perceptron learns to tell malignant tumors
 * from benign ones three times, with batch, mini-batch and stochastic updates.
 *
 * <p>All three make the same number of passes over the same rows. The fewer rows an update looks
 * at, the more updates a pass makes, and the further it comes; but the less each update knows, the
 * more the loss trembles. The third also shows where weight decay comes in: its loss on the test
 * rows turns upward while that on the training rows still falls.
 *
 * <p>Try: a learning rate of 1 or of 0.001; 500 epochs; no standardizer, which makes the loss jump
 * up and down and the log say why; a penalty with {@code withRegularizer(Regularizer.l2(0.01))}.
 */
public final class BreastCancer {
  private static final Path PICTURES = Path.of("target", "pictures");

  private BreastCancer() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Rows to train on and rows to test with, in units that make all features alike.
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 0);
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset train = scaler.apply(split.train());
    Dataset test = scaler.apply(split.test());
    System.out.println(train.rows() + " rows to train on, " + test.rows() + " to test with");
    System.out.println();

    // 2. What the three trainings have in common.
    Perceptron start = Perceptron.zeros(train.features(), Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.05))
            .withEpochs(60)
            .withHistory(HistoryDetail.UPDATE)
            .withSeed(42);

    // 3. What differs: how many rows an update looks at.
    Map<String, UpdateStrategy> strategies = new LinkedHashMap<>();
    strategies.put("batch", UpdateStrategy.batch());
    strategies.put("mini-batch of 16", UpdateStrategy.miniBatch(16));
    strategies.put("stochastic", UpdateStrategy.stochastic());

    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    // Trainings that nobody watches, so that the JVM is warm and the seconds compare.
    strategies.values().forEach(strategy -> trainer.withUpdates(strategy).fit(start, train));
    System.out.println(
        "strategy          updates  training loss  test loss  test accuracy  seconds");
    strategies.forEach(
        (name, strategy) -> {
          // The test rows are looked at after each epoch, and never trained on.
          TrainingResult<Perceptron> result = trainer.withUpdates(strategy).fit(start, train, test);
          histories.put(name, result.history());
          System.out.printf(
              Locale.ROOT,
              "%-16s %8d %14.4f %10.4f %13.1f%% %8.3f%n",
              name,
              result.updates(),
              result.history().last().dataLoss(),
              Metric.logLoss().of(result.model(), test),
              100 * Metric.accuracy().of(result.model(), test),
              result.history().last().seconds());
        });

    // 4. Pictures: the three strategies, epoch by epoch and update by update; the rows seen and
    // unseen; what the perceptron ends with.
    Plots.losses(histories)
        .withTitle("Breast cancer: the loss on the training rows")
        .withLogScale()
        .save(PICTURES.resolve("breast-cancer-strategies.png"));
    Plots.perUpdate("mean loss of the rows of an update", UpdateRecord::batchLoss, histories)
        .withTitle("Breast cancer: the first 60 updates, before each step")
        .withHorizontalRange(0, 60)
        .save(PICTURES.resolve("breast-cancer-updates.png"));
    Plots.loss(histories.get("stochastic"))
        .withTitle("Breast cancer: stochastic updates, on rows seen and unseen")
        .save(PICTURES.resolve("breast-cancer-loss.png"));
    Plots.activation(Activation.sigmoid()).save(PICTURES.resolve("sigmoid.png"));
    System.out.println();
    System.out.println(
        "wrote breast-cancer-strategies.png, breast-cancer-updates.png, breast-cancer-loss.png and"
            + " sigmoid.png to "
            + PICTURES);
  }
}
