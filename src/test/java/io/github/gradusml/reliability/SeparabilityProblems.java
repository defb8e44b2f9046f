package io.github.gradusml.reliability;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.stability.Separability;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Random;

/**
 * How often {@link Separability} says what is known of random rows, each proof checked to the last
 * digit. Run {@code main} with a number of problems and a first seed.
 */
final class SeparabilityProblems {
  private static final BigDecimal ZERO_SQUARED = new BigDecimal("1e-18");

  int separable;
  int notSeparable;
  int undecided;
  int largest;

  /** What was said and is not so, or was proven and is not; the last of it. */
  String wrong = "";

  int wrongs;

  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    long start = System.nanoTime();
    SeparabilityProblems seen = new SeparabilityProblems().run(count, seed);
    System.out.println(
        "problems, separable (largest margin proven), not separable, undecided, wrong, s");
    System.out.printf(
        Locale.ROOT,
        "%d, %d (%d), %d, %d, %d %s, %.1f%n",
        count,
        seen.separable,
        seen.largest,
        seen.notSeparable,
        seen.undecided,
        seen.wrongs,
        seen.wrong,
        (System.nanoTime() - start) / 1e9);
  }

  /** Tries problems of both kinds in turn. */
  SeparabilityProblems run(int count, long seed) {
    for (int k = 0; k < count; k++) {
      Random random = new Random(seed + k);
      SeparabilityProblem problem =
          k % 2 == 0
              ? SeparabilityProblem.separable(random)
              : SeparabilityProblem.notSeparable(random);
      String fault = faultOf(problem);
      if (!fault.isEmpty()) {
        wrongs++;
        wrong = "seed " + (seed + k) + (k % 2 == 0 ? ", separable: " : ", not separable: ") + fault;
      }
    }
    return this;
  }

  private String faultOf(SeparabilityProblem problem) {
    Dataset data = problem.data();
    Separability said = problem.biased() ? Separability.of(data) : Separability.throughOrigin(data);
    switch (said.verdict()) {
      case SEPARABLE:
        separable++;
        largest += said.isLargestMargin() ? 1 : 0;
        return problem.line() == null ? "said separable" : faultOfLine(problem, said);
      case NOT_SEPARABLE:
        notSeparable++;
        return problem.line() != null ? "said not separable" : faultOfWeights(problem, said);
      default:
        undecided++;
        return "";
    }
  }

  private static String faultOfLine(SeparabilityProblem problem, Separability said) {
    Perceptron separator = said.separator().orElseThrow();
    double margin = margin(problem, separator.weights(), separator.bias());
    if (!(margin > 0) || Math.abs(said.margin() - margin) > 1e-12 * margin) {
      return "a margin of " + said.margin() + ", which is " + margin;
    }
    double made = margin(problem, problem.line(), problem.line()[problem.data().features()]);
    boolean tooSmall = said.isLargestMargin() && margin < made * (1 - 1e-6);
    return tooSmall ? "a largest margin of " + margin + ", but there is " + made : "";
  }

  /** The margin of a line, from exact sums. */
  private static double margin(SeparabilityProblem problem, double[] w, double bias) {
    Dataset data = problem.data();
    BigDecimal squares = new BigDecimal(bias).pow(2);
    for (int j = 0; j < data.features(); j++) {
      squares = squares.add(new BigDecimal(w[j]).pow(2));
    }
    BigDecimal lowest = null;
    for (int i = 0; i < data.rows(); i++) {
      BigDecimal z = new BigDecimal(bias);
      for (int j = 0; j < data.features(); j++) {
        z = z.add(new BigDecimal(data.value(i, j)).multiply(new BigDecimal(w[j])));
      }
      z = data.target(i) < 0 ? z.negate() : z;
      if (data.weight(i) > 0 && (lowest == null || z.compareTo(lowest) < 0)) {
        lowest = z;
      }
    }
    return lowest.divide(squares.sqrt(MathContext.DECIMAL64), MathContext.DECIMAL64).doubleValue();
  }

  private static String faultOfWeights(SeparabilityProblem problem, Separability said) {
    Dataset data = problem.data();
    double[] weights = said.certificate();
    int inputs = problem.biased() ? data.features() + 1 : data.features();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal longest = BigDecimal.ZERO;
    BigDecimal[] sum = new BigDecimal[inputs];
    java.util.Arrays.fill(sum, BigDecimal.ZERO);
    int used = 0;
    for (int i = 0; i < data.rows(); i++) {
      used += weights[i] > 0 ? 1 : 0;
      if (weights[i] < 0 || weights[i] > 0 && data.weight(i) == 0) {
        return "a weight of " + weights[i];
      }
      total = total.add(new BigDecimal(weights[i]));
      BigDecimal squares = BigDecimal.ZERO;
      for (int j = 0; j < inputs; j++) {
        BigDecimal x = new BigDecimal(j < data.features() ? data.value(i, j) : 1);
        BigDecimal share = new BigDecimal(weights[i] * data.target(i));
        sum[j] = sum[j].add(share.multiply(x));
        squares = squares.add(x.pow(2));
      }
      longest = data.weight(i) > 0 ? longest.max(squares) : longest;
    }
    BigDecimal squares = BigDecimal.ZERO;
    for (BigDecimal number : sum) {
      squares = squares.add(number.pow(2));
    }
    if (total.subtract(BigDecimal.ONE).abs().doubleValue() > 1e-14 || used > inputs + 1) {
      return used + " weights, " + total + " in all";
    }
    boolean vanishes = squares.compareTo(ZERO_SQUARED.multiply(longest)) <= 0;
    return vanishes ? "" : "a sum of length " + squares.sqrt(MathContext.DECIMAL64);
  }
}
