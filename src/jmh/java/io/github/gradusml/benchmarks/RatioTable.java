package io.github.gradusml.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the medians of all rounds, and their ratios beside what is to be reached.
 *
 * <p>Argument: a file of lines {@code contender,workload,nanoseconds,fingerprint}, either of the
 * last two empty.
 */
public final class RatioTable {
  /** As in {@link Agreement}. */
  private static final double SAME_WEIGHTS = 1e-9;

  /** The library in several JVMs; each is held to the same ratios. */
  private static final List<String> ONE_THREAD =
      List.of("gradus", "gradus after others", "gradus on 25", "gradus after others on 25");

  private record Target(String workload, String contender, String peer, double ratio) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("W1", "gradus", "C -O3", 1.15),
          new Target("W1-5epochs", "gradus", "C -O3", 1.15),
          new Target("W1-5epochs", "gradus", "scikit-learn", 0.35),
          new Target("W1-shuffled", "gradus", "C -O3", 0.6),
          new Target("W1-shuffled", "gradus", "scikit-learn", 0.4),
          new Target("W1-10columns", "gradus", "C -O3", 0.95),
          new Target("W2-batch1", "gradus", "C -O3", 1.35),
          new Target("W2-batch1", "gradus", "scikit-learn", 0.4),
          new Target("W2-batch32", "gradus", "C -O3", 1.45),
          new Target("W2-batch32", "gradus", "NumPy", 0.7),
          new Target("W3-narrow", "gradus", "C -O3", 1.15),
          new Target("W3-narrow", "gradus", "NumPy", 0.75),
          new Target("W3-narrow", "gradus 2 threads", "NumPy", 0.75),
          new Target("W3-wide", "gradus", "C -O3", 1.3),
          new Target("W3-wide", "gradus", "NumPy", 0.65),
          new Target("W3-wide", "gradus 2 threads", "NumPy", 0.65),
          new Target("S1", "gradus", "NumPy", 1.0),
          new Target("S1-batch256", "gradus 2 threads", "gradus", 0.7),
          new Target("N1", "gradus", "NumPy", 0.9),
          new Target("N1", "gradus", "scikit-learn", 0.7),
          new Target("N1", "gradus", "PyTorch", 0.5),
          new Target("N1-batch256", "gradus 2 threads", "gradus", 0.7),
          new Target("W4-l2", "gradus", "C -O3", 1.4),
          new Target("W4-l2", "gradus", "scikit-learn", 0.9),
          new Target("W4-elastic", "gradus", "C -O3", 1.4),
          new Target("W4-elastic", "gradus", "scikit-learn", 0.7),
          new Target("W4-30classes", "gradus", "scikit-learn", 0.7));

  /** Workload to contender to the times of all rounds, each in the order of the file. */
  private final Map<String, Map<String, double[]>> times = new LinkedHashMap<>();

  private final Map<String, Map<String, Double>> fingerprints = new LinkedHashMap<>();

  private RatioTable(List<String> lines) {
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      if (!cells[2].isEmpty()) {
        double time = Double.parseDouble(cells[2]);
        of(times, cells[1]).merge(cells[0], new double[] {time}, RatioTable::joined);
      }
      if (!cells[3].isEmpty()) {
        of(fingerprints, cells[1]).put(cells[0], Double.valueOf(cells[3]));
      }
    }
  }

  /**
   * Prints.
   *
   * @param args see above
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    RatioTable table = new RatioTable(Files.readAllLines(Path.of(args[0])));
    table.checkWeights();
    if (!table.times.isEmpty()) {
      table.printTimes();
      table.printTargets();
    }
  }

  private void checkWeights() {
    int same = 0;
    for (Map.Entry<String, Map<String, Double>> workload : fingerprints.entrySet()) {
      Map<String, Double> values = workload.getValue();
      double expected = values.getOrDefault("textbook", values.getOrDefault("C -O3", Double.NaN));
      for (Map.Entry<String, Double> contender : values.entrySet()) {
        // Written so that NaN does not pass.
        if (!(Math.abs(contender.getValue() / expected - 1) <= SAME_WEIGHTS)) {
          print(
              "NOT THE SAME WEIGHTS: %s on %s, %s instead of %s%n",
              contender.getKey(), workload.getKey(), contender.getValue(), expected);
        } else {
          same++;
        }
      }
    }
    print("%d trainings ended with the same weights as the textbook loop.%n%n", same);
  }

  private void printTimes() {
    System.out.println("| workload | contender | ns a number | ± | gradus/it |");
    System.out.println("| --- | --- | --- | --- | --- |");
    times.forEach(
        (workload, ofContenders) ->
            ofContenders.forEach(
                (contender, rounds) ->
                    print(
                        "| %s | %s | %.3f | %.0f%% | %.2f |%n",
                        workload,
                        contender,
                        median(rounds),
                        100 * spread(rounds),
                        ours(ofContenders) / median(rounds))));
  }

  /** The first of the library's own times. */
  private static double ours(Map<String, double[]> ofContenders) {
    return ONE_THREAD.stream()
        .filter(ofContenders::containsKey)
        .mapToDouble(name -> median(ofContenders.get(name)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private void printTargets() {
    System.out.println();
    System.out.println("| workload | ratio | at most | is | |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (Target target : TARGETS) {
      boolean several = target.contender.equals("gradus");
      for (String contender : several ? ONE_THREAD : List.of(target.contender)) {
        printTarget(target, contender);
      }
    }
  }

  private void printTarget(Target target, String contender) {
    Map<String, double[]> ofContenders = times.getOrDefault(target.workload, Map.of());
    double[] ours = ofContenders.get(contender);
    double[] theirs = ofContenders.get(target.peer);
    if (ours == null || theirs == null) {
      return;
    }
    double ratio = median(ours) / median(theirs);
    print(
        "| %s | %s / %s | %.2f | %.2f | %s |%n",
        target.workload,
        contender,
        target.peer,
        target.ratio,
        ratio,
        ratio <= target.ratio ? "reached" : "missed");
  }

  private static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Half the way from the fastest to the slowest round, as a share of the median. */
  private static double spread(double[] rounds) {
    double fastest = Arrays.stream(rounds).min().orElseThrow();
    double slowest = Arrays.stream(rounds).max().orElseThrow();
    return (slowest - fastest) / 2 / median(rounds);
  }

  private static double[] joined(double[] before, double[] after) {
    double[] all = Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, all, before.length, after.length);
    return all;
  }

  private static <T> Map<String, T> of(Map<String, Map<String, T>> table, String workload) {
    return table.computeIfAbsent(workload, name -> new LinkedHashMap<>());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
