package io.github.gradusml.benchmarks;

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

/** One contender training one workload from its start; making the data is not in the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class Training {
  /** Who trains. */
  @Param({"gradus"})
  public String contender;

  /** What is trained, as {@link Workload#parse} reads it. */
  @Param({"500000x30/1"})
  public String workload;

  private Contender ready;

  /** Makes the data, in the form that the contender takes. */
  @Setup
  public void makeData() {
    ready = Contender.of(contender, Workload.parse(workload));
  }

  /**
   * Trains.
   *
   * @return the weights
   */
  @Benchmark
  public double[] train() {
    return ready.train();
  }
}
