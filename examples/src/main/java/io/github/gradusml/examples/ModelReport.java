package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.report.Report;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;

/**
 * A trained model on one page: what it is, how it was trained, what it has learned, how good it is
 * on rows kept apart, and where it is most wrong.
 *
 * <p>Open {@code target/report.html} in a browser, and print it.
 *
 * <p>Try: fewer rows to train on, {@code Split.stratified(cancer, 0.2, 0)}, and see which numbers
 * get worse and which standard errors smaller; a network, {@code Network.of(30,
 * Output.softmax(2)).withHidden(8, Activation.tanh()).random(1)}, which has no coefficients to
 * read.
 */
public final class ModelReport {
  private static final Path PAGE = Path.of("target", "report.html");
  private static final int LINES = 24;

  private ModelReport() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Rows to train on and rows to judge by.
    Dataset cancer = Datasets.breastCancer();
    Split split = Split.stratified(cancer, 0.7, 0);

    // 2. A perceptron, trained on features that are standardized.
    Perceptron start = Perceptron.zeros(cancer.features(), Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(0.001))
            .withLearningRate(LearningRate.constant(0.05))
            .withEpochs(60);
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(Preparation.standardizing(), trainer, start, split.train());

    // 3. How good models like this are, fold by fold of the rows to train on.
    CrossValidationResult folds =
        CrossValidation.stratified(5)
            .withPreparation(Preparation.standardizing())
            .score(trainer, start, split.train(), Metric.logLoss());

    // 4. The page.
    Report report =
        Report.of(pipeline, split.test()).withTitle("Breast cancer").withCrossValidation(folds);
    report.save(PAGE);
    report.toText().lines().limit(LINES).forEach(System.out::println);
    System.out.println("...");
    System.out.println();
    System.out.println("wrote " + PAGE);
  }
}
