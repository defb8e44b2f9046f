package io.github.gradusml.benchmarks;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What a standardizer costs beside what no program can do without: reading all numbers once, and,
 * for what makes new rows, copying them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Standardizing {
  private static final List<String> WORK = List.of("read", "copy", "fit", "apply");

  /** How many rows and columns. */
  @Param({"1000000x30", "60000x784"})
  public String size;

  private double[] x;
  private Dataset data;
  private Standardizer fitted;

  /** Makes the rows, and the same numbers in an array. */
  @Setup
  public void makeRows() {
    double[][] rows = Synthetic.of(Workload.parse(size + "/all")).x();
    int d = rows[0].length;
    x = new double[rows.length * d];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, x, i * d, d);
    }
    data = Dataset.of(rows, new double[rows.length]);
    fitted = Standardizer.fit(data);
  }

  /**
   * Adds up all numbers, in four sums, so that the adder does not wait for itself.
   *
   * @return the sum
   */
  @Benchmark
  public double read() {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int k = 0; k < x.length - 3; k += 4) {
      s0 += x[k];
      s1 += x[k + 1];
      s2 += x[k + 2];
      s3 += x[k + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * Copies all numbers.
   *
   * @return the copy
   */
  @Benchmark
  public double[] copy() {
    return x.clone();
  }

  /**
   * Learns means and deviations.
   *
   * @return the standardizer
   */
  @Benchmark
  public Standardizer fit() {
    return Standardizer.fit(data);
  }

  /**
   * Standardizes all rows.
   *
   * @return the standardized rows
   */
  @Benchmark
  public Dataset apply() {
    return fitted.apply(data);
  }

  /**
   * Times all of it in several rounds, one after the other in each, and prints the median of the
   * ratios to reading, with the least and the largest.
   *
   * @param args the number of rounds
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    int rounds = Integer.parseInt(args[0]);
    Map<String, List<Double>> ratios = new TreeMap<>();
    for (String size : List.of("1000000x30", "60000x784")) {
      for (int round = 0; round < rounds; round++) {
        double reading = time("read", size);
        for (String work : WORK) {
          double ratio = (work.equals("read") ? reading : time(work, size)) / reading;
          ratios.computeIfAbsent(size + " " + work, key -> new ArrayList<>()).add(ratio);
        }
        System.out.printf(Locale.ROOT, "%s: reading once takes %.1f ms%n", size, reading);
      }
    }
    ratios.forEach(
        (name, all) -> {
          double[] sorted = all.stream().mapToDouble(ratio -> ratio).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "%-16s %5.2f times the reading (%.2f to %.2f)%n",
              name,
              sorted[sorted.length / 2],
              sorted[0],
              sorted[sorted.length - 1]);
        });
  }

  private static double time(String work, String size) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(Standardizing.class.getName() + "." + work + "$")
                    .param("size", size)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }
}
