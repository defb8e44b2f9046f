package io.github.gradusml.benchmarks;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.pipeline.Pipeline;
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
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What it costs a service to predict one row of 30 features through a standardizer and a perceptron
 * with a sigmoid, beside the loop that one would write by hand, with the same exponential.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class Predicting {
  private static final List<String> WORK = List.of("loop", "predict");
  private static final List<String> COMPANY = List.of("alone", "among others");
  private static final int ROWS = 64;
  private static final int COLUMNS = 30;

  /** Whether the JVM has met pipelines of other kinds: then it cannot compile for one alone. */
  @Param({"alone", "among others"})
  public String company;

  private double[][] x;
  private double[] mean;
  private double[] scale;
  private double[] w;
  private double b;
  private Pipeline<Perceptron> pipeline;
  private int next;

  /**
   * Makes rows and a pipeline for them.
   *
   * @param hole takes what other pipelines predict
   */
  @Setup
  public void makeRows(Blackhole hole) {
    x = Synthetic.of(Workload.parse(ROWS + "x" + COLUMNS + "/all")).x();
    Dataset data = Dataset.of(x, new double[ROWS]);
    Standardizer scaler = Standardizer.fit(data);
    mean = scaler.means();
    scale = scaler.scales();
    w = new double[COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      w[j] = 0.1 * (j % 7 - 3);
    }
    b = -0.5;
    Perceptron model = Perceptron.of(w, b, Activation.sigmoid());
    pipeline = Pipeline.of(scaler, model, data);
    if (company.equals("among others")) {
      for (Pipeline<Perceptron> other : others(scaler, model, data)) {
        for (int i = 0; i < 100_000; i++) {
          hole.consume(other.predict(x[i % ROWS]));
        }
      }
    }
  }

  private static List<Pipeline<Perceptron>> others(
      Standardizer scaler, Perceptron model, Dataset data) {
    FittedPreparation ofTargets = scaler.andThen(TargetStandardizer.of(5, 2));
    double[] weights = model.weights();
    return List.of(
        Pipeline.of(FittedPreparation.of(List.of()), model, data),
        Pipeline.of(scaler, model, data).withCalibration(new Calibration(1.5, 0.1)),
        Pipeline.of(scaler, Perceptron.of(weights, 1, Activation.tanh()), data),
        Pipeline.of(scaler, Perceptron.of(weights, 1, Activation.relu()), data),
        Pipeline.of(ofTargets, Perceptron.of(weights, 1, Activation.identity()), data));
  }

  private double[] row() {
    next = (next + 1) % ROWS;
    return x[next];
  }

  /**
   * Standardizes, weighs and adds up in one loop.
   *
   * @return the probability
   */
  @Benchmark
  public double loop() {
    double[] row = row();
    double z = b;
    for (int j = 0; j < row.length; j++) {
      z += w[j] * ((row[j] - mean[j]) / scale[j]);
    }
    return ReproducibleMath.sigmoid(z);
  }

  /**
   * Asks the pipeline.
   *
   * @return the probability
   */
  @Benchmark
  public double predict() {
    return pipeline.predict(row());
  }

  /**
   * Times both in several rounds, one after the other in each, and prints the medians, the ratio of
   * the two with its range, and how many bytes a prediction leaves to be collected.
   *
   * @param args how many rounds
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    int rounds = Integer.parseInt(args[0]);
    for (String company : COMPANY) {
      Map<String, List<Double>> times = new TreeMap<>();
      double mostBytes = 0;
      for (int round = 0; round < rounds; round++) {
        for (String work : WORK) {
          RunResult result = measured(work, company);
          double time = result.getPrimaryResult().getStatistics().getPercentile(50);
          times.computeIfAbsent(work, name -> new ArrayList<>()).add(time);
          double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
          mostBytes = Math.max(mostBytes, bytes);
        }
      }
      print(company, times.get("loop"), times.get("predict"), mostBytes);
    }
  }

  private static RunResult measured(String work, String company) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(Predicting.class.getName() + "." + work + "$")
                .param("company", company)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle();
  }

  private static void print(
      String company, List<Double> loop, List<Double> predict, double mostBytes) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < loop.size(); round++) {
      ratios.add(predict.get(round) / loop.get(round));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: loop %.1f ns, predict %.1f ns, ratio %s, %.4f bytes a row at most%n",
        company,
        median(loop),
        median(predict),
        range(ratios),
        mostBytes);
  }

  private static String range(List<Double> ratios) {
    double least = ratios.stream().mapToDouble(ratio -> ratio).min().orElseThrow();
    double most = ratios.stream().mapToDouble(ratio -> ratio).max().orElseThrow();
    return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), least, most);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
