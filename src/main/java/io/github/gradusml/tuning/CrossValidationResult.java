package io.github.gradusml.tuning;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of a cross-validation, fold by fold, on the rows held out and on the rows trained on.
 *
 * <pre>{@code
 * mean s̄ = 1/K · Σ sₖ
 * standard deviation σ = √(1/(K−1) · Σ (sₖ − s̄)²)        standard error σ/√F
 * }</pre>
 *
 * <p>K counts the folds of all repetitions, F those of one. Repetitions steady mean and deviation,
 * but bring no new rows, and so do not narrow the standard error. Nor are the folds of one
 * repetition independent, since they train on many of the same rows: it is a measure by which to
 * choose, not a confidence interval.
 *
 * <p>Symbols: s score, K number of scores, F folds of one repetition.
 *
 * <p>Source: C. Nadeau, Y. Bengio, Inference for the generalization error, Machine Learning 52
 * (2003), doi:10.1023/A:1024068626366, where σ²·(1/K + 1/(F−1)) for the square of the standard
 * error tends to about the same with many repetitions.
 *
 * @param metric by what the models were judged
 * @param validation the scores on the rows held out: first all folds of the first repetition
 * @param training the scores on the rows trained on, in the same order
 * @param foldsPerRepetition F, at least 2
 */
public record CrossValidationResult(
    Metric metric, List<Double> validation, List<Double> training, int foldsPerRepetition) {
  /**
   * Copies the lists.
   *
   * @param metric by what the models were judged
   * @param validation the scores on the rows held out
   * @param training the scores on the rows trained on
   * @param foldsPerRepetition F
   */
  public CrossValidationResult {
    Checks.notNull("metric", metric);
    validation = Checks.noneNull("validation", validation);
    training = Checks.noneNull("training", training);
    Checks.atLeast("foldsPerRepetition", foldsPerRepetition, 1);
    if (validation.isEmpty() || validation.size() != training.size()) {
      throw new IllegalArgumentException(
          "validation and training must have as many scores, at least one, but have "
              + validation.size()
              + " and "
              + training.size());
    }
  }

  /** Gathers scores, or says which fold failed first. */
  static CrossValidationResult of(Metric metric, Folds folds, FoldScore... scores) {
    for (int k = 0; k < scores.length; k++) {
      RuntimeException failure = scores[k].failure();
      if (failure != null) {
        String why = Texts.cut(Failures.message(failure), Texts.MOST_IN_A_MESSAGE);
        throw new IllegalStateException(folds.name(k) + ": " + why, failure);
      }
    }
    return new CrossValidationResult(
        metric,
        Arrays.stream(scores).map(FoldScore::validation).toList(),
        Arrays.stream(scores).map(FoldScore::training).toList(),
        folds.perRepetition());
  }

  /**
   * Returns the mean score on the rows held out.
   *
   * @return s̄, where each fold counts the same
   */
  public double mean() {
    return mean(validation);
  }

  /**
   * Returns the standard error of {@link #mean()}.
   *
   * @return at least 0, in units of the score
   */
  public double standardError() {
    return standardDeviation(validation) / Math.sqrt(foldsPerRepetition);
  }

  /**
   * Returns how much the score on the rows held out differs from fold to fold.
   *
   * @return at least 0, in units of the score
   */
  public double standardDeviation() {
    return standardDeviation(validation);
  }

  /**
   * Returns the mean score on the rows trained on: where it is much better than {@link #mean()},
   * the models fit their training rows too closely.
   *
   * @return the mean
   */
  public double trainingMean() {
    return mean(training);
  }

  /**
   * Returns the standard error of {@link #trainingMean()}.
   *
   * @return at least 0, in units of the score
   */
  public double trainingStandardError() {
    return standardDeviation(training) / Math.sqrt(foldsPerRepetition);
  }

  private static double mean(List<Double> scores) {
    double sum = 0;
    for (double value : scores) {
      sum += value;
    }
    return sum / scores.size();
  }

  private static double standardDeviation(List<Double> scores) {
    double mean = mean(scores);
    double sum = 0;
    for (double value : scores) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (scores.size() - 1));
  }

  /** Says mean and standard error. */
  @Override
  public String toString() {
    return metric + " " + Texts.readable(mean(), 4) + " ± " + Texts.readable(standardError(), 2);
  }
}
