package io.github.gradusml.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Checks that contenders with the same algorithm end with the same weights, and prints a line
 * {@code textbook,workload,,fingerprint} for the programs outside the JVM to be held to.
 *
 * <p>Arguments: {@code NAME=WORKLOAD}, any number. A contest between different algorithms would
 * tell nothing, so a difference ends the program with an error.
 */
public final class Agreement {
  /** Sums in another order differ by some 1e-14 an update; on these data they do not add up. */
  private static final double TOLERANCE = 1e-9;

  private Agreement() {}

  /**
   * Checks.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    for (String arg : args) {
      String[] named = arg.split("=", 2);
      Workload workload = Workload.parse(named[1]);
      double[] expected = Contender.of("textbook", workload).train();
      System.out.printf(Locale.ROOT, "textbook,%s,,%.17e%n", named[0], fingerprint(expected));
      check("gradus", workload, expected);
      if (Contender.fits("gradus 2 threads", workload)) {
        check("gradus 2 threads", workload, expected);
      }
      for (String peer : List.of("tribuo", "encog")) {
        // They have no penalty, and shuffle in an order of their own.
        if (Contender.fits(peer, workload) && !workload.shuffled()) {
          check(peer, workload, Contender.of("textbook without penalty", workload).train());
        }
      }
    }
  }

  /** One number that changes with every weight, biases included: Σ (j+1)·θⱼ. */
  private static double fingerprint(double[] theta) {
    double sum = 0;
    for (int j = 0; j < theta.length; j++) {
      sum += (j + 1) * theta[j];
    }
    return sum;
  }

  private static void check(String contender, Workload workload, double[] expected) {
    double[] theta = Contender.of(contender, workload).train();
    double largest = 0;
    double difference = 0;
    for (int j = 0; j < expected.length; j++) {
      largest = Math.max(largest, Math.abs(expected[j]));
      difference = Math.max(difference, Math.abs(theta[j] - expected[j]));
    }
    System.err.printf(
        Locale.ROOT,
        "%s on %s: weights differ by %.1e%n",
        contender,
        workload,
        difference / largest);
    // Written so that NaN does not pass.
    if (!(difference <= TOLERANCE * largest)) {
      throw new IllegalStateException(
          contender + " must end with the weights of the textbook loop");
    }
  }
}
