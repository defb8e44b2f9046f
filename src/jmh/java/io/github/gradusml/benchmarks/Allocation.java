package io.github.gradusml.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints what a training allocates, and what an update adds to it: the difference between a long
 * and a short training, by JMH's gc profiler.
 *
 * <p>Arguments: workloads of one epoch, any number.
 */
public final class Allocation {
  private static final int MORE_EPOCHS = 10;

  private Allocation() {}

  /**
   * Measures.
   *
   * @param args see above
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    for (String arg : args) {
      Workload one = Workload.parse(arg);
      double bytes = bytes(one);
      double more = (bytes(one.withEpochs(1 + MORE_EPOCHS)) - bytes) / MORE_EPOCHS;
      System.out.printf(
          Locale.ROOT,
          "%s: %.0f bytes a training of one epoch, %.0f for each further epoch, %.4f an update%n",
          arg,
          bytes,
          more,
          more / one.updates());
    }
  }

  private static double bytes(Workload workload) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(Training.class.getName() + ".train")
                    .param("workload", workload.text())
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }
}
