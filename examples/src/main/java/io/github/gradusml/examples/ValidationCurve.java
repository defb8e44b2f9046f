package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.LearningCurve;
import io.github.gradusml.tuning.ScoreCurve;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Sections 3 and 5 of the article: two curves that tell over- from underfitting. The loss against
 * alpha shows how strong the penalty should be, the loss against the number of rows whether more of
 * them would help.
 *
 * <p>Where the two lines of a picture lie apart, the model fits its training rows too closely;
 * where they have met, high up, it fits too little. The bands are one standard error wide to either
 * side.
 *
 * <p>Try: all rows in the first picture, where a penalty has less to do; no penalty in the second.
 */
public final class ValidationCurve {
  private static final Path PICTURES = Path.of("target", "pictures");

  private ValidationCurve() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset all = Datasets.breastCancer();
    Dataset few = Split.stratified(all, 0.2, 42).train();
    Perceptron start = Perceptron.zeros(all.features(), Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(200)
            .withHistory(HistoryDetail.FINAL);
    CrossValidation validation = CrossValidation.stratified(5).withRepetitions(4).withSeed(42);

    // 1. The loss against the strength of the penalty, with few rows.
    ScoreCurve againstAlpha =
        GridSearch.of(trainer, validation, Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-5, 1, 11),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(start, few)
            .validationCurve("alpha");
    print("alpha", "%-10.1e", againstAlpha);
    Plots.scores(againstAlpha)
        .withTitle("Breast cancer, " + few.rows() + " rows: overfitting left, underfitting right")
        .save(PICTURES.resolve("validation-curve.png"));

    // 2. The loss against the number of rows, with a weak penalty.
    ScoreCurve againstRows =
        LearningCurve.of(
                trainer.withRegularizer(Regularizer.l2(1e-3)), validation, Metric.logLoss())
            .withShares(0.05, 0.1, 0.2, 0.4, 0.7, 1)
            .run(start, all);
    System.out.println();
    print("rows", "%-10.0f", againstRows);
    Plots.scores(againstRows)
        .withTitle("Breast cancer, alpha 0.001: more rows to train on")
        .save(PICTURES.resolve("learning-curve.png"));

    System.out.println();
    System.out.println("wrote validation-curve.png and learning-curve.png to " + PICTURES);
  }

  private static void print(String number, String format, ScoreCurve curve) {
    System.out.printf("%-10s training loss   validation loss (s.e.)%n", number);
    for (ScoreCurve.Point point : curve.points()) {
      System.out.printf(
          Locale.ROOT,
          format + " %13.4f %17.4f (%.4f)%n",
          point.value(),
          point.scores().trainingMean(),
          point.scores().mean(),
          point.scores().standardError());
    }
  }
}
