package io.github.gradusml.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times contenders in the JVM and prints a line {@code contender,workload,nanoseconds,} for each,
 * per row and weight.
 *
 * <p>Arguments: the contenders, with commas between; what to add to their names; then {@code
 * NAME=WORKLOAD}, any number. Two system properties choose the JVM that is measured: {@code
 * benchmarks.java}, a path, and {@code benchmarks.jvmArgs}.
 */
public final class Contest {
  private Contest() {}

  /**
   * Times.
   *
   * @param args see above
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    for (String contender : args[0].split(",")) {
      for (int i = 2; i < args.length; i++) {
        String[] named = args[i].split("=", 2);
        Workload workload = Workload.parse(named[1]);
        if (Contender.fits(contender, workload)) {
          double time = time(contender, named[1]) / workload.numbers();
          System.out.printf(Locale.ROOT, "%s,%s,%.4f,%n", contender + args[1], named[0], time);
        }
      }
    }
  }

  /** Returns the median of a training's time, in nanoseconds. */
  private static double time(String contender, String workload) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Training.class.getName() + ".train")
            .param("contender", contender)
            .param("workload", workload)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    inChosenJvm(options);
    Collection<RunResult> results = new Runner(options.build()).run();
    return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
  }

  /** Lets the two system properties choose. */
  static void inChosenJvm(ChainedOptionsBuilder options) {
    String java = System.getProperty("benchmarks.java", "");
    if (!java.isEmpty()) {
      options.jvm(java);
    }
    String jvmArgs = System.getProperty("benchmarks.jvmArgs", "");
    if (!jvmArgs.isEmpty()) {
      options.jvmArgsAppend(jvmArgs.split(" "));
    }
  }
}
