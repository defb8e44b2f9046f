package io.github.gradusml.diagnosis;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * What can be had without features: the same net inputs for every row, those with the least mean
 * loss. For the squared error that is the mean of the targets, for the cross-entropy the share of
 * each class.
 */
final class Guess {
  /** Of more outputs, the best net inputs are not looked for, and all are 0. */
  private static final int MOST_OUTPUTS = 32;

  /** Below it, a guess costs nothing but for rounding: so it is with the perceptron criterion. */
  private static final double NOTHING = 1e-6;

  /** Beyond it, a sigmoid is at its end. */
  private static final double FAR = 40;

  /** Each makes the interval shorter by the golden ratio; together, by a factor of 1e10. */
  private static final int STEPS = 48;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final LossOnNetInputs loss;
  private final Case training;
  private final Map<Double, Double> shares;
  private final double[] z;

  private Guess(Case training, Dataset rows) {
    this.training = training;
    this.loss = training.model().output().compose(training.trainer().loss());
    this.shares = shares(rows);
    this.z = new double[training.model().output().outputs()];
  }

  /** The best guess for the rows that were trained on. */
  static Guess of(Case training) {
    Guess guess = new Guess(training, training.sample());
    guess.improve();
    return guess;
  }

  /** Rows with the same target have the same loss. */
  private static Map<Double, Double> shares(Dataset rows) {
    Map<Double, Double> shares = new TreeMap<>();
    for (int i = 0; i < rows.rows(); i++) {
      if (rows.weight(i) > 0) {
        shares.merge(rows.target(i), rows.weight(i), Double::sum);
      }
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((target, weight) -> weight / sum);
    return shares;
  }

  private void improve() {
    double widest = shares.keySet().stream().mapToDouble(Math::abs).max().orElse(0);
    double far = z.length == 1 ? Math.max(FAR, widest) : FAR;
    int sweeps = z.length == 1 ? 1 : z.length > MOST_OUTPUTS ? 0 : 2;
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int u = 0; u < z.length; u++) {
        int output = u;
        z[u] = lowest(value -> at(output, value), -far, far);
      }
    }
  }

  private double at(int output, double value) {
    z[output] = value;
    return mean();
  }

  /** Golden section: the lowest place of a function with one valley. */
  private static double lowest(DoubleUnaryOperator f, double from, double to) {
    double a = from;
    double b = to;
    double left = b - GOLDEN * (b - a);
    double right = a + GOLDEN * (b - a);
    double atLeft = f.applyAsDouble(left);
    double atRight = f.applyAsDouble(right);
    for (int step = 0; step < STEPS; step++) {
      if (atLeft <= atRight) {
        b = right;
        right = left;
        atRight = atLeft;
        left = b - GOLDEN * (b - a);
        atLeft = f.applyAsDouble(left);
      } else {
        a = left;
        left = right;
        atLeft = atRight;
        right = a + GOLDEN * (b - a);
        atRight = f.applyAsDouble(right);
      }
    }
    return (a + b) / 2;
  }

  private double mean() {
    double sum = 0;
    for (Map.Entry<Double, Double> kind : shares.entrySet()) {
      sum += kind.getValue() * loss(kind.getKey());
    }
    return sum;
  }

  private double loss(double target) {
    return loss.value(z, 0, target) - RowLosses.least(training, target);
  }

  /** Whether a guess costs nothing, so that no loss can be measured by it. */
  boolean isFree() {
    return mean() < NOTHING;
  }

  /** The losses of rows by this guess. */
  RowLosses on(Dataset rows) {
    return RowLosses.of(rows, i -> loss(rows.target(i)));
  }
}
