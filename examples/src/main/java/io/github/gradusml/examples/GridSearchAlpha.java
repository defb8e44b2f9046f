package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchCell;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Section 3 of the article, Grid search parameters, and section 5: alpha and the learning rate are
 * chosen together, first by their orders of magnitude, then more finely around the best.
 *
 * <p>Every combination is trained and scored five times, each time on rows that it was not trained
 * on, and the features are standardized anew each time. The best mean is the best partly by chance;
 * beside it stands the strongest penalty whose mean is as good within one standard error. What the
 * choice is worth, only rows can tell that had no part in it.
 *
 * <p>Try: {@code Regularizer.l1(alpha)}; {@code withRandomPoints(35, 1)} in place of the
 * refinement; {@code Metric.accuracy()}, by which many cells are equally good.
 */
public final class GridSearchAlpha {
  private static final Path PICTURES = Path.of("target", "pictures");

  private GridSearchAlpha() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Rows to choose by, and rows that nobody looks at before the end.
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);

    // 2. What is tried. A strong penalty makes the simpler model.
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withEpochs(50)
            .withHistory(HistoryDetail.FINAL);
    GridSearch search =
        GridSearch.of(trainer, CrossValidation.stratified(5).withSeed(42), Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-5, 1, 6).withSimplestLast(),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .with(
                "learning rate",
                Values.logarithmic(1e-3, 1, 4),
                (t, eta) -> t.withLearningRate(LearningRate.constant(eta)))
            .withRefinements(1);

    // 3. The search: 6 x 4 settings, then 6 x 5 around the best.
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    SearchResult<Perceptron> result = search.run(start, split.train());
    System.out.println(result.cells().size() + " settings, the ten best:");
    System.out.println();
    System.out.println("round      alpha   learning rate   log loss (s.e.)      on training rows");
    for (SearchCell cell : result.ranking().subList(0, 10)) {
      System.out.printf(
          Locale.ROOT,
          "%5d %10.2g %15.2g %10.4f (%.4f) %20.4f%n",
          cell.round(),
          cell.number("alpha"),
          cell.number("learning rate"),
          cell.mean(),
          cell.standardError(),
          cell.scores().trainingMean());
    }

    // 4. The two choices, trained on all rows of the search, on the rows kept apart.
    System.out.println();
    System.out.println("choice                  alpha   learning rate   test loss   test accuracy");
    print("best mean", result, result.best(), split);
    print("one standard error", result, result.bestByOneStandardError(), split);

    Plots.heatMap(result, "alpha", "learning rate")
        .withTitle("Breast cancer: log loss of five folds, coarse to fine")
        .save(PICTURES.resolve("grid-search-alpha.png"));
    result.writeCsv(Path.of("target", "grid-search-alpha.csv"));
    System.out.println();
    System.out.println(
        "wrote grid-search-alpha.png to " + PICTURES + " and grid-search-alpha.csv beside it");
  }

  private static void print(
      String choice, SearchResult<Perceptron> result, SearchCell cell, Split split) {
    Pipeline<Perceptron> chosen = result.refit(cell);
    System.out.printf(
        Locale.ROOT,
        "%-18s %10.2g %15.2g %11.4f %14.1f%%%n",
        choice,
        cell.number("alpha"),
        cell.number("learning rate"),
        chosen.score(Metric.logLoss(), split.test()),
        100 * chosen.score(Metric.accuracy(), split.test()));
  }
}
