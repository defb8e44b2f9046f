package io.github.gradusml.rangetest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well the rates train that a range test suggests: against the best constant rate of a fine
 * grid, with the same start, seed and number of epochs.
 *
 * <p>Prints Markdown tables. It is no test, and takes about a minute:
 *
 * <pre>{@code
 * mvn -q test-compile exec:java -Dlog.level=ERROR \
 *     -Dexec.mainClass=io.github.gradusml.tuning.RangeTestExperiment
 * }</pre>
 */
final class RangeTestExperiment {
  private static final int SEEDS = 20;
  private static final double GOOD = 0.01;

  /** Neighbors of the grid differ by 12%. */
  private static final int GRID_POINTS_IN_A_DECADE = 20;

  private static final double SMALLEST_RATE = 1e-4;
  private static final double LARGEST_RATE = 100;

  private RangeTestExperiment() {}

  /** How far a suggestion ended above the best of the grid, and whether the test vouches for it. */
  private record Outcome(double rate, double excess, boolean confirmed) {
    boolean isGood() {
      return excess <= GOOD;
    }
  }

  /** The lowest objective of the grid, which ends where it is far beyond its best. */
  private static double best(RangeTestSetup setup, int batch, int seed) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; ; i++) {
      double rate = SMALLEST_RATE * Math.pow(10, (double) i / GRID_POINTS_IN_A_DECADE);
      double objective = rate > LARGEST_RATE ? Double.NaN : setup.objective(batch, seed, rate);
      if (!(objective <= 10 * best)) {
        return best;
      }
      best = Math.min(best, objective);
    }
  }

  /** One thing for each seed. */
  private static <T> List<T> seeds(IntFunction<T> each) {
    return IntStream.range(0, SEEDS).parallel().mapToObj(each).toList();
  }

  /** A line of a table. */
  private record Line(
      RangeTestSetup setup, int batch, List<Double> best, List<RangeTestResult> results) {
    /** What becomes of a reading of each test that has it, trained {@code later} seeds later. */
    private List<Outcome> outcomes(
        Function<RangeTestResult, Optional<RateSuggestion>> reading, int later) {
      List<Optional<Outcome>> all =
          seeds(
              seed ->
                  reading.apply(results.get(seed)).map(it -> outcome(it, (seed + later) % SEEDS)));
      return all.stream().flatMap(Optional::stream).toList();
    }

    private Outcome outcome(RateSuggestion found, int seed) {
      double objective = setup.objective(batch, seed, found.rate());
      return new Outcome(found.rate(), objective / best.get(seed) - 1, found.confirmed());
    }

    @Override
    public String toString() {
      List<Outcome> suggested = outcomes(RangeTestResult::suggestion, 0);
      double[] rates = suggested.stream().mapToDouble(Outcome::rate).sorted().toArray();
      List<Outcome> confirmed = suggested.stream().filter(Outcome::confirmed).toList();
      return List.of(
              setup.name(),
              batch == RangeTestSetup.FULL ? "full" : batch,
              format("%.2g to %.2g", rates[0], rates[rates.length - 1]),
              summary(suggested),
              summary(confirmed),
              summary(outcomes(RangeTestResult::suggestion, 1)),
              summary(outcomes(RangeTestResult::minimum, 0)),
              summary(outcomes(RangeTestResult::steepest, 0)),
              summary(outcomes(RangeTestResult::valley, 0)))
          .stream()
          .map(Object::toString)
          .collect(Collectors.joining(" | ", "| ", " |"));
    }
  }

  private static String summary(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return "none";
    }
    double worst = outcomes.stream().mapToDouble(Outcome::excess).max().orElseThrow();
    long good = outcomes.stream().filter(Outcome::isGood).count();
    String excess = worst < 10 ? format(worst < 0.1 ? "%.1f%%" : "%.0f%%", 100 * worst) : "far off";
    return good + " of " + outcomes.size() + ", " + excess;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static void printTable(
      String title, Function<LearningRateRangeTest, LearningRateRangeTest> measuring) {
    System.out.println(title + "\n");
    List<String> head =
        List.of(
            "loss",
            "batch",
            "suggested",
            "within 1%, worst",
            "confirmed",
            "another seed",
            "minimum/10",
            "steepest",
            "valley");
    System.out.println("| " + String.join(" | ", head) + " |");
    System.out.println("|" + " --- |".repeat(head.size()));
    for (RangeTestSetup setup :
        List.of(
            RangeTestSetup.squaredError(),
            RangeTestSetup.crossEntropy(),
            RangeTestSetup.crossEntropyWithPenalty())) {
      for (int batch : new int[] {8, 32, RangeTestSetup.FULL}) {
        List<Double> best = seeds(seed -> best(setup, batch, seed));
        List<RangeTestResult> results =
            seeds(
                seed ->
                    measuring.apply(setup.test(batch, seed)).run(setup.start(seed), setup.data()));
        System.out.println(new Line(setup, batch, best, results));
      }
    }
    System.out.println();
  }

  /**
   * Prints the tables.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    printTable("The loss of all rows:", LearningRateRangeTest::withLossOfAllRows);
    printTable("The loss of each batch:", LearningRateRangeTest::withLossOfBatches);
  }
}
