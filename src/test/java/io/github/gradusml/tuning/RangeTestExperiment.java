package io.github.gradusml.tuning;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How well the rates train that a range test suggests: against the best constant rate of a fine
 * grid, with the same start, seed and number of epochs.
 *
 * <p>Prints a Markdown table. Run it with {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=io.github.gradusml.tuning.RangeTestExperiment}; it takes about a minute.
 */
final class RangeTestExperiment {
  static final int EPOCHS = 50;
  private static final int SEEDS = 20;

  /** Neighbors of the grid differ by 12%. */
  private static final int GRID_POINTS_IN_A_DECADE = 20;

  private static final double SMALLEST_RATE = 1e-4;
  private static final double LARGEST_RATE = 100;

  private RangeTestExperiment() {}

  /** A model, rows, and how to train. */
  record Setup(String name, Loss loss, Activation activation, Regularizer penalty, Dataset data) {
    Trainer trainer(int batch, int seed) {
      return Trainer.minimizing(loss)
          .withUpdates(batch == 0 ? UpdateStrategy.batch() : UpdateStrategy.miniBatch(batch))
          .withRegularizer(penalty)
          .withEpochs(EPOCHS)
          .withSeed(seed);
    }

    Perceptron start(int seed) {
      return Perceptron.random(data.features(), activation, seed);
    }

    /** The objective after training with a constant rate; infinite if that diverges. */
    double objective(int batch, int seed, double rate) {
      TrainingResult<Perceptron> result =
          trainer(batch, seed)
              .withLearningRate(LearningRate.constant(rate))
              .withHistory(HistoryDetail.FINAL)
              .fit(start(seed), data);
      return result.divergence().isPresent()
          ? Double.POSITIVE_INFINITY
          : result.history().last().objective();
    }

    /**
     * The lowest objective of the grid, from the smallest rate to where it is far beyond its best.
     */
    double best(int batch, int seed) {
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; ; i++) {
        double rate = SMALLEST_RATE * Math.pow(10, (double) i / GRID_POINTS_IN_A_DECADE);
        double objective = rate > LARGEST_RATE ? Double.NaN : objective(batch, seed, rate);
        if (!(objective <= 10 * best)) {
          return best;
        }
        best = Math.min(best, objective);
      }
    }
  }

  static Setup squaredError() {
    return new Setup(
        "squared error",
        Loss.squaredError(),
        Activation.identity(),
        Regularizer.none(),
        standardizedTargets(standardized(Datasets.diabetes())));
  }

  static Setup crossEntropy() {
    return crossEntropy("cross-entropy", Regularizer.none());
  }

  private static Setup crossEntropy(String name, Regularizer penalty) {
    return new Setup(
        name,
        Loss.crossEntropy(),
        Activation.sigmoid(),
        penalty,
        standardized(Datasets.breastCancer()));
  }

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  private static Dataset standardizedTargets(Dataset data) {
    double[] y = data.targets();
    double mean = Arrays.stream(y).average().orElseThrow();
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return data.withTargets(Arrays.stream(y).map(v -> (v - mean) / Math.sqrt(variance)).toArray());
  }

  /** What came of one suggestion: by how much it ends above the best, and whether it says so. */
  private record Outcome(double rate, double excess, boolean confirmed) {
    boolean isGood() {
      return excess <= 0.01;
    }
  }

  private static Optional<Outcome> outcome(
      Setup setup, int batch, int seed, double best, Optional<RateSuggestion> suggestion) {
    return suggestion.map(
        found ->
            new Outcome(
                found.rate(),
                setup.objective(batch, seed, found.rate()) / best - 1,
                found.confirmed()));
  }

  private static List<Function<RangeTestResult, Optional<RateSuggestion>>> readings() {
    return List.of(
        RangeTestResult::suggestion,
        RangeTestResult::minimum,
        RangeTestResult::steepest,
        RangeTestResult::valley);
  }

  private static final List<String> NAMES =
      List.of("suggestion", "minimum/10", "steepest", "valley");

  private static List<String> lines(Setup setup, int batch, boolean allRows) {
    List<List<Optional<Outcome>>> bySeed =
        IntStream.range(0, SEEDS)
            .parallel()
            .mapToObj(
                seed -> {
                  LearningRateRangeTest test =
                      LearningRateRangeTest.exponential(setup.trainer(batch, seed));
                  RangeTestResult result =
                      (allRows ? test.measuringAllRows() : test.measuringBatches())
                          .run(setup.start(seed), setup.data());
                  double best = setup.best(batch, seed);
                  return readings().stream()
                      .map(r -> outcome(setup, batch, seed, best, r.apply(result)))
                      .toList();
                })
            .toList();
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < NAMES.size(); k++) {
      int column = k;
      List<Outcome> outcomes =
          bySeed.stream().map(row -> row.get(column)).flatMap(Optional::stream).toList();
      lines.add(line(setup, batch, allRows, NAMES.get(k), outcomes));
    }
    return lines;
  }

  private static String line(
      Setup setup, int batch, boolean allRows, String name, List<Outcome> outcomes) {
    double[] rates = outcomes.stream().mapToDouble(Outcome::rate).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %d | %.2f%% | %d | %.3g–%.3g |",
        setup.name(),
        batch == 0 ? "full" : batch,
        allRows ? "all rows" : "batches",
        name,
        outcomes.size(),
        outcomes.stream().filter(Outcome::isGood).count(),
        100 * outcomes.stream().mapToDouble(Outcome::excess).max().orElse(Double.NaN),
        outcomes.stream().filter(o -> o.confirmed() && !o.isGood()).count(),
        rates.length == 0 ? Double.NaN : rates[0],
        rates.length == 0 ? Double.NaN : rates[rates.length - 1]);
  }

  /**
   * Prints the table.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.out.println(
        "| loss | batch | measured | rate | seeds with one | within 1% | worst | confirmed, but not within"
            + " 1% | rates |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    List<Setup> setups =
        List.of(
            squaredError(),
            crossEntropy(),
            crossEntropy("cross-entropy + L2", Regularizer.l2(0.01)));
    for (Setup setup : setups) {
      for (int batch : new int[] {8, 32, 0}) {
        lines(setup, batch, true).forEach(System.out::println);
        lines(setup, batch, false).forEach(System.out::println);
      }
    }
  }
}
