package io.github.gradusml.benchmarks;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.gradusml.data.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Reads a CSV file of 100,000 × 30 numbers, and beside it what is the least that any reader of
 * doubles does with FastCSV: iterate over the records and parse each field.
 *
 * <p>The file is in the cache of the operating system; the time is that of one number.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CsvReading.ROWS * CsvReading.COLUMNS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CsvReading {
  static final int ROWS = 100_000;
  static final int COLUMNS = 30;

  /** How many significant digits the numbers have. */
  @Param({"6", "17"})
  public int digits;

  private Path file;

  /**
   * Writes the file.
   *
   * @throws IOException if that fails
   */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("numbers", ".csv");
    Random random = new Random(42);
    try (var out = Files.newBufferedWriter(file)) {
      out.write(line(IntStream.range(0, COLUMNS).mapToObj(j -> "x" + j).toArray(String[]::new)));
      for (int i = 0; i < ROWS; i++) {
        out.write(line(numbers(random)));
      }
    }
  }

  private String[] numbers(Random random) {
    MathContext rounding = new MathContext(digits);
    return random
        .doubles(COLUMNS)
        .mapToObj(x -> new BigDecimal(x).round(rounding).toPlainString())
        .toArray(String[]::new);
  }

  private static String line(String[] fields) {
    return Arrays.stream(fields).collect(Collectors.joining(",", "", "\n"));
  }

  /**
   * Deletes the file.
   *
   * @throws IOException if that fails
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /**
   * FastCSV and {@link Double#parseDouble}.
   *
   * @return the numbers
   * @throws IOException if the file cannot be read
   */
  @Benchmark
  public double[] fastCsv() throws IOException {
    double[] x = new double[ROWS * COLUMNS];
    int k = 0;
    try (var records = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(file)) {
      records.skipLines(1);
      for (CsvRecord record : records) {
        for (int j = 0; j < record.getFieldCount(); j++) {
          x[k++] = Double.parseDouble(record.getField(j));
        }
      }
    }
    return x;
  }

  /**
   * The library's reader.
   *
   * @return the numbers, as a dataset
   */
  @Benchmark
  public Object gradus() {
    return CsvReader.target("x0").read(file);
  }

  /**
   * Measures, and prints the ratios.
   *
   * @param args how many rounds
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
      for (String digits : new String[] {"6", "17"}) {
        double fastCsv = time("fastCsv", digits);
        double gradus = time("gradus", digits);
        System.out.printf(
            Locale.ROOT,
            "%s digits: FastCSV and parseDouble %.1f ns a number, Gradus %.1f, ratio %.2f%n",
            digits,
            fastCsv,
            gradus,
            gradus / fastCsv);
      }
    }
  }

  private static double time(String reader, String digits) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(CsvReading.class.getName() + "." + reader + "$")
                .param("digits", digits)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle()
        .getPrimaryResult()
        .getStatistics()
        .getPercentile(50);
  }
}
