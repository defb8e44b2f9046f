package io.github.gradusml.stability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;
import java.util.Arrays;

/**
 * Looks for a line, and for the proof that there is none.
 *
 * <p>First on standardized rows, where the nearest point is found best: a line that separates them
 * separates the rows as they are, and weights that add them up to 0 add up these. Then, if there is
 * a line, on the rows as they are for the one with the largest margin.
 */
final class SeparabilitySearch {
  /** A margin is the largest if it is short of the bound by no more than this share. */
  private static final double GAP = 1e-6;

  private static final long MOST_PASSES = 300;
  private static final long LEAST_WORK = 1_000_000_000;

  /** Numbers of sparse rows that are written out: 8 MB. */
  private static final long MOST_WRITTEN_OUT = 1 << 20;

  /** Products of two numbers that the perceptron rule may take, where passes are short. */
  private static final long MOST_LEARNED = 100_000_000;

  /** What a row costs besides its numbers, in such products. */
  private static final int PER_ROW = 16;

  private final Dataset data;
  private final SignedRows rows;
  private final double radius;

  /** The line with the largest margin so far; null as long as none separates. */
  private double[] line;

  private double margin;

  private SeparabilitySearch(Dataset data, boolean biased) {
    this.data = data;
    this.rows = SignedRows.of(data, biased);
    this.radius = rows.radius();
  }

  static Separability on(Dataset data, boolean biased) {
    Checks.noTexts("data", data.features());
    Rows rows = data.inputs();
    if (!rows.isSparse()) {
      return new SeparabilitySearch(data, biased).run();
    }
    if ((long) rows.size() * rows.columns() > MOST_WRITTEN_OUT) {
      return new SeparabilitySearch(data, biased).learn();
    }
    Rows dense = Rows.dense(rows.size(), rows.columns(), rows::row);
    return new SeparabilitySearch(data.withInputs(dense, data.featureNames()), biased).run();
  }

  /** Where a row written out is far longer than its numbers: by the perceptron rule alone. */
  private Separability learn() {
    double[] theta = new double[rows.parameters()];
    Workspace one = Workspace.of(1);
    double[] z = new double[1];
    long pass = rows.numbers() + (long) PER_ROW * rows.size();
    long passes = Math.max(MOST_PASSES, MOST_LEARNED / pass);
    boolean hasLearned = true;
    for (long k = 0; k < passes && hasLearned; k++) {
      hasLearned = false;
      for (int i = 0; i < rows.size(); i++) {
        hasLearned |= rows.learn(i, theta, one, z);
      }
    }
    keep(theta);
    Perceptron found = line == null ? null : perceptron();
    return new Separability(rows, radius, found, margin, false, null);
  }

  private Separability run() {
    Frame standardized = Frame.standardized(rows, data);
    Frame own = Frame.own(rows, radius);
    MinimumNorm search = begin(standardized);
    do {
      if (search.look() > 0) {
        keep(search.line());
      }
    } while (line == null && search.improve());
    if (line != null) {
      return widest(own);
    }
    Certificate certificate = search.certificate().balanced();
    boolean proven = certificate.vanishesIn(standardized) && certificate.vanishesIn(own);
    return new Separability(rows, radius, null, 0, false, proven ? certificate : null);
  }

  private MinimumNorm begin(Frame frame) {
    long pass = (long) rows.size() * rows.parameters();
    return new MinimumNorm(rows, frame, Math.max(LEAST_WORK, MOST_PASSES * pass));
  }

  private Separability widest(Frame own) {
    MinimumNorm search = begin(own);
    do {
      search.look();
    } while (search.improve());
    keep(search.line());
    double bound = search.certificate().lengthIn(own) * own.unit();
    return new Separability(rows, radius, perceptron(), margin, margin >= (1 - GAP) * bound, null);
  }

  /**
   * Keeps the line that a search has come to, if it separates, with a larger margin than others.
   */
  private void keep(double[] theta) {
    double length = Vectors.norm(theta, 0, theta.length);
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      return;
    }
    // A line of length 1, unless it is so close to rows that they do not bear the rounding.
    double[] unit = Arrays.stream(theta).map(value -> value / length).toArray();
    int exponent = -1 - Math.getExponent(length);
    double[] near = Arrays.stream(theta).map(value -> Math.scalb(value, exponent)).toArray();
    for (double[] candidate : new double[][] {unit, near}) {
      double found = ExactMargin.of(rows, candidate, radius);
      if (found > margin) {
        line = candidate;
        margin = found;
        return;
      }
    }
  }

  private Perceptron perceptron() {
    double[] kinds = data.targetKinds();
    boolean zeroAndOne = kinds[0] == 0 && kinds[1] == 1;
    Activation activation = zeroAndOne ? Activation.step() : Activation.sign();
    double[] weights = Arrays.copyOf(line, rows.features());
    return rows.biased()
        ? Perceptron.of(weights, line[weights.length], activation)
        : Perceptron.of(weights, 0, activation).withoutBias();
  }
}
