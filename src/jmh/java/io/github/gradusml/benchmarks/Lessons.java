package io.github.gradusml.benchmarks;

import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.internal.SigmoidTable;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What each trick of docs/performance.md gains: the plain way and the library's, one by one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class Lessons {
  /** A lesson: two ways to the same numbers. */
  private record Lesson(String plain, String taught) {}

  private static final List<Lesson> LESSONS =
      List.of(
          new Lesson("one sum", "four sums"),
          new Lesson("exponential", "table"),
          new Lesson("two passes", "one pass"),
          new Lesson("64 rows as they lie", "8 rows copied"),
          new Lesson("rows one by one", "touched before"));

  private static final int ROWS = 16_384;
  private static final int MANY_ROWS = 500_000;
  private static final int COLUMNS = 30;
  private static final int WIDE = 784;

  /** Which way. */
  @Param({"one sum"})
  public String way;

  private Rows rows;
  private double[] x;
  private double[] y;
  private double[] w;
  private double[] z;
  private double[] eta;
  private int[] order;
  private Rows buffer;
  private double[] copies;

  /** Makes the rows that the way needs. */
  @Setup
  public void makeRows() {
    boolean isFetched = way.equals("rows one by one") || way.equals("touched before");
    int n = isFetched ? MANY_ROWS : ROWS;
    Synthetic data = Synthetic.of(Workload.parse(n + "x" + COLUMNS + "/1"));
    rows = Rows.dense(n, COLUMNS, i -> data.x()[i]);
    y = data.y();
    x = new double[Math.max(n * COLUMNS, WIDE)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(data.x()[i], 0, x, i * COLUMNS, COLUMNS);
    }
    w = new double[WIDE + 1];
    z = new double[64];
    eta = new double[128];
    Arrays.fill(eta, 0.01);
    order = Randomness.permutation(n, Randomness.of(1));
    buffer = rows.buffer(128);
    copies = new double[128 * COLUMNS];
  }

  /** How many numbers a call goes through. */
  private static double numbers(String way) {
    return switch (way) {
      case "one sum", "four sums" -> WIDE;
      case "exponential", "table" -> ROWS;
      case "rows one by one", "touched before" -> MANY_ROWS / 128 * 128.0 * COLUMNS;
      default -> (double) ROWS * COLUMNS;
    };
  }

  /**
   * Goes one way.
   *
   * @return what depends on all that was computed
   */
  @Benchmark
  public double go() {
    return switch (way) {
      case "one sum" -> oneSum();
      case "four sums" -> Vectors.dot(x, 0, w, 0, WIDE);
      case "exponential" -> slopesByExponential();
      case "table" -> slopesByTable();
      case "two passes" -> twoPasses();
      case "one pass" -> onePass();
      case "64 rows as they lie" -> products(64);
      case "8 rows copied" -> products(8);
      case "rows one by one" -> oneByOne();
      case "touched before" -> touchedBefore();
      default -> throw new IllegalStateException("way must be one of a lesson, but was " + way);
    };
  }

  private double oneSum() {
    double sum = 0;
    for (int j = 0; j < WIDE; j++) {
      sum += x[j] * w[j];
    }
    return sum;
  }

  /** Each needs the one before, as row by row. */
  private double slopesByExponential() {
    double delta = 0;
    for (int i = 0; i < ROWS; i++) {
      double net = x[i] - delta;
      delta = y[i] == 1 ? -ReproducibleMath.sigmoid(-net) : ReproducibleMath.sigmoid(net) - y[i];
    }
    return delta;
  }

  private double slopesByTable() {
    double delta = 0;
    for (int i = 0; i < ROWS; i++) {
      delta = SigmoidTable.sigmoidMinus(x[i] - delta, y[i]);
    }
    return delta;
  }

  private double twoPasses() {
    for (int i = 0; i < ROWS; i++) {
      int row = i * COLUMNS;
      double delta =
          SigmoidTable.sigmoidMinus(Vectors.dot(x, row, w, 0, COLUMNS) + w[COLUMNS], y[i]);
      for (int j = 0; j < COLUMNS; j++) {
        w[j] -= eta[0] * (delta * x[row + j] + Workload.ALPHA * w[j]);
      }
      w[COLUMNS] -= eta[0] * delta;
    }
    return w[0];
  }

  private double onePass() {
    RestingWeights weights = RestingWeights.of(w, COLUMNS, 1, Workload.ALPHA, 0); // none rests
    for (int i = 0; i < ROWS; i += 128) {
      rows.descend(i, i + 128, weights, eta, (row, net) -> SigmoidTable.sigmoidMinus(net, y[row]));
    }
    return w[0];
  }

  /** Both products of a batch, some rows at a time. */
  private double products(int together) {
    Workspace workspace = Workspace.of(1);
    double[] gradient = new double[COLUMNS];
    for (int i = 0; i < ROWS; i += together) {
      rows.multiply(i, i + together, w, workspace, z);
      rows.addTransposed(i, i + together, z, workspace, gradient);
    }
    return gradient[0];
  }

  private double oneByOne() {
    for (int from = 0; from <= MANY_ROWS - 128; from += 128) {
      for (int k = 0; k < 128; k++) {
        System.arraycopy(x, order[from + k] * COLUMNS, copies, k * COLUMNS, COLUMNS);
      }
    }
    return copies[0];
  }

  private double touchedBefore() {
    for (int from = 0; from <= MANY_ROWS - 128; from += 128) {
      rows.copyTo(buffer, order, from, from + 128);
    }
    return buffer.value(0, 0);
  }

  /**
   * Times all lessons in several rounds, both ways of each one after the other, and prints medians
   * in nanoseconds a number, of slopes a slope, and the ratio of the two with its range.
   *
   * @param args how many rounds; then, as properties, as {@link Contest}
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    int rounds = Integer.parseInt(args[0]);
    for (Lesson lesson : LESSONS) {
      double[] plain = new double[rounds];
      double[] taught = new double[rounds];
      double[] ratios = new double[rounds];
      for (int r = 0; r < rounds; r++) {
        plain[r] = time(lesson.plain);
        taught[r] = time(lesson.taught);
        ratios[r] = taught[r] / plain[r];
      }
      Arrays.sort(plain);
      Arrays.sort(taught);
      Arrays.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %s | %.2f | %.2f (%.2f to %.2f) |%n",
          lesson.plain,
          plain[rounds / 2],
          lesson.taught,
          taught[rounds / 2],
          ratios[rounds / 2],
          ratios[0],
          ratios[rounds - 1]);
    }
  }

  private static double time(String way) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Lessons.class.getName() + ".go")
            .param("way", way)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    Contest.inChosenJvm(options);
    return new Runner(options.build())
            .run()
            .iterator()
            .next()
            .getPrimaryResult()
            .getStatistics()
            .getPercentile(50)
        / numbers(way);
  }
}
