package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How many handwritten digits are read rightly, of a fifth that nobody looked at before: by softmax
 * regression, and with one hidden layer. Run {@code main} with a number of splits and a first seed.
 *
 * <p>Strength of the penalty and learning rate are chosen by cross-validation inside the training
 * part of each split. All else was fixed beforehand, by cross-validation inside the training parts
 * of the seeds 0 to 2: rows of an update, epochs, what is done to the pixels, labels smoothed or
 * not, and 300 hidden units, rather too many, as it is the penalty that holds them.
 */
final class DigitsAccuracy {
  /** Grey levels from 0 to 16, as numbers from −1 to 1. */
  private static final Preparation GREY_LEVELS = train -> DigitsAccuracy::fromMinusOneToOne;

  /** Over the splits, on rows that no training saw. */
  final SummaryStatistics accuracy = new SummaryStatistics();

  /** Of one training, with the settings chosen. */
  final SummaryStatistics seconds = new SummaryStatistics();

  private final Architecture architecture;
  private final Loss loss;
  private final CrossValidation validation;

  private DigitsAccuracy(Architecture architecture, Loss loss, CrossValidation validation) {
    this.architecture = architecture;
    this.loss = loss;
    this.validation = validation;
  }

  static DigitsAccuracy softmax(int folds) {
    return new DigitsAccuracy(
        Network.of(64, Output.softmax(10)), Loss.crossEntropy(), CrossValidation.stratified(folds));
  }

  static DigitsAccuracy withHiddenLayer(int folds) {
    return new DigitsAccuracy(
        Network.of(64, Output.softmax(10)).withHidden(300, Activation.relu()),
        Loss.crossEntropy(0.1),
        CrossValidation.stratified(folds).withPreparation(GREY_LEVELS));
  }

  private static Dataset fromMinusOneToOne(Dataset digits) {
    double[][] x = new double[digits.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.stream(digits.row(i)).map(grey -> grey / 8 - 1).toArray();
    }
    return Dataset.of(x, digits.targets());
  }

  public static void main(String[] arguments) {
    int splits = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    System.out.println(
        "                     accuracy    deviation      least   seconds a training");
    softmax(5).run(splits, seed).print("softmax");
    withHiddenLayer(5).run(splits, seed).print("300 hidden units");
  }

  private void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-18s %9.2f%% %11.2f%% %9.2f%% %20.2f%n",
        name,
        100 * accuracy.getMean(),
        100 * accuracy.getStandardDeviation(),
        100 * accuracy.getMin(),
        seconds.getMean());
  }

  /** Splits the rows, chooses and trains on four fifths, and looks at the last fifth once. */
  DigitsAccuracy run(int splits, long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + splits; seed++) {
      Split split = Split.stratified(Datasets.digits(), 0.8, seed);
      Network start = architecture.random(seed);
      SearchResult<Network> chosen = search(seed).run(start, split.train());
      long begin = System.nanoTime();
      Pipeline<Network> model = chosen.refit();
      seconds.addValue((System.nanoTime() - begin) / 1e9);
      accuracy.addValue(model.score(Metric.accuracy(), split.test()));
    }
    return this;
  }

  private GridSearch search(long seed) {
    Trainer trainer =
        Trainer.minimizing(loss)
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withEpochs(50)
            .withHistory(HistoryDetail.NONE)
            .withSeed(seed)
            .withoutLog();
    return GridSearch.of(trainer, validation.withSeed(seed), Metric.accuracy())
        .with(
            "alpha",
            Values.of(1e-4, 1e-3).withSimplestLast(),
            (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
        .with(
            "learning rate",
            Values.of(0.1, 0.2),
            (t, eta) -> t.withLearningRate(LearningRate.constant(eta)));
  }
}
