package io.github.gradusml.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times trainings on sparse rows and prints a line {@code contender,workload,nanoseconds,} for
 * each, per number that is not 0 and output.
 *
 * <p>Arguments and system properties as those of {@link Contest}; with {@code agree} for the
 * contenders, each trains once and prints a fingerprint of its weights in place of the time.
 */
public final class SparseContest {
  private SparseContest() {}

  /**
   * Times.
   *
   * @param args see above
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    for (int i = 2; i < args.length; i++) {
      String[] named = args[i].split("=", 2);
      SparseWorkload size = SparseWorkload.parse(named[1]);
      if (args[0].equals("agree")) {
        double[] theta = SparseTraining.gradus(size, SparseSynthetic.of(size)).get();
        System.out.printf(Locale.ROOT, "gradus,%s,,%.17e%n", named[0], fingerprint(theta));
        continue;
      }
      for (String contender : args[0].split(",")) {
        double time = time(contender, named[1]) / size.products();
        System.out.printf(Locale.ROOT, "%s,%s,%.4f,%n", contender + args[1], named[0], time);
      }
    }
  }

  /** As C and Python make it. */
  private static double fingerprint(double[] theta) {
    double sum = 0;
    for (int j = 0; j < theta.length; j++) {
      sum += theta[j] * (j + 1);
    }
    return sum;
  }

  /** Returns the median of a training's time, in nanoseconds. */
  private static double time(String contender, String workload) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(SparseTraining.class.getName() + ".train")
            .param("contender", contender)
            .param("workload", workload)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    Contest.inChosenJvm(options);
    RunResult result = new Runner(options.build()).run().iterator().next();
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }
}
