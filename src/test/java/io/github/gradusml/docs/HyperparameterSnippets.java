package io.github.gradusml.docs;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.metric.RocPoint;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.OutOfFoldPredictions;
import io.github.gradusml.tuning.SearchResult;

/** The code of docs/hyperparameters.md that stands in no example. */
final class HyperparameterSnippets {
  private HyperparameterSnippets() {}

  static double[] crossValidation(Trainer trainer, Perceptron start, Dataset rows) {
    CrossValidationResult result =
        CrossValidation.stratified(5).withSeed(42).score(trainer, start, rows, Metric.logLoss());
    double mean = result.mean();
    double error = result.standardError();
    return new double[] {mean, error};
  }

  static double[] othersAndLater(Trainer trainer, Perceptron start, Dataset rows, int[] patients) {
    CrossValidation ofPatients = CrossValidation.groupKFold(5, patients); // a number a row
    CrossValidation ofTheFuture = CrossValidation.timeSeriesSplit(5);
    double otherPatients = ofPatients.score(trainer, start, rows, Metric.accuracy()).mean();
    double later = ofTheFuture.score(trainer, start, rows, Metric.accuracy()).mean();
    return new double[] {otherPatients, later};
  }

  static double[] everyRow(Trainer trainer, Dataset iris) {
    Network flowers = Network.of(4, Output.softmax(3)).zeros();
    OutOfFoldPredictions predictions =
        CrossValidation.stratified(5).withSeed(42).predict(trainer, flowers, iris);
    ConfusionMatrix mistakes = ConfusionMatrix.of(predictions.scores());
    double[] probabilities = predictions.probabilities(70); // by a model that did not see row 70
    return new double[] {mistakes.accuracy(), probabilities[1], probabilities[2]};
  }

  /** The matrix that the chapter shows. */
  static String matrix() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withLearningRate(LearningRate.constant(0.1));
    Network flowers = Network.of(4, Output.softmax(3)).zeros();
    return ConfusionMatrix.of(
            CrossValidation.stratified(5)
                .withSeed(42)
                .predict(trainer, flowers, Datasets.iris())
                .scores())
        .toString();
  }

  static double[] cut(Perceptron model, Dataset test) {
    ConfusionMatrix matrix = ConfusionMatrix.of(model, test);
    double correlation = matrix.matthewsCorrelation();
    RocPoint cut =
        RocCurve.of(model, test).points().stream()
            .filter(point -> point.truePositiveRate() >= 0.95)
            .findFirst()
            .orElseThrow();
    double falseAlarms = cut.falsePositiveRate();
    return new double[] {correlation, cut.threshold(), falseAlarms};
  }

  static double chosen(SearchResult<Perceptron> result, Dataset test) {
    Pipeline<Perceptron> chosen = result.refit(result.bestByOneStandardError());
    double loss = chosen.score(Metric.logLoss(), test);
    return loss;
  }
}
