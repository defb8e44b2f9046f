package io.github.gradusml.docs;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.PreparedModel;
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

  static double chosen(SearchResult<Perceptron> result, Dataset test) {
    PreparedModel<Perceptron> chosen = result.refit(result.bestByOneStandardError());
    double loss = chosen.score(Metric.logLoss(), test);
    return loss;
  }
}
