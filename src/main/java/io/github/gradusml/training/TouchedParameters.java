package io.github.gradusml.training;

import io.github.gradusml.internal.Vectors;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.TouchedColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Parameters of which an update has at hand those of the columns that its rows have: gathered into
 * small arrays, on which penalties and optimizer work as on any others, and put back.
 */
final class TouchedParameters implements Parameters {
  private final double[] kept;
  private final double[][] keptState;
  private final WeightPenalty penalty;
  private final Optimizer optimizer;
  private final RestingWeights weights;
  private final int units;

  /** Where in θ the parameters above the first weights begin. */
  private final int above;

  /** The update that touched each column last, counted from the beginning of the epoch. */
  private final int[] lastTouched;

  private int updates;

  private TouchedColumns columns;
  private AllParameters hand;

  /** Arrays by their length, which is one of few: fresh memory would cost more than the update. */
  private final Map<Integer, AllParameters> hands = new HashMap<>();

  /**
   * Takes over parameters and what is remembered of them.
   *
   * @param units k of the first layer
   * @param features d
   * @param first the penalty on the weights of the first layer
   */
  TouchedParameters(
      double[] theta,
      double[][] state,
      WeightPenalty penalty,
      Optimizer optimizer,
      int units,
      int features,
      Regularizer first) {
    this.kept = theta;
    this.keptState = state;
    this.penalty = penalty;
    this.optimizer = optimizer;
    this.units = units;
    this.above = features * units;
    this.weights = RestingWeights.of(theta, features, units, first.curvature(), first.shrinkage());
    this.lastTouched = new int[state.length == 0 ? 0 : features];
  }

  @Override
  public double[] theta() {
    return hand.theta();
  }

  @Override
  public double[] gradient() {
    return hand.gradient();
  }

  @Override
  public double[][] state() {
    return hand.state();
  }

  @Override
  public double[][] penaltyState() {
    return hand.penaltyState();
  }

  @Override
  public RestingWeights weights() {
    return weights;
  }

  @Override
  public void turnTo(TouchedColumns touched) {
    columns = touched;
    hand = hands.computeIfAbsent(touched.width() * units + kept.length - above, this::arrays);
    int used = touched.count() * units;
    int empty = touched.width() * units;
    weights.fetch(touched.columns(), touched.count(), theta());
    Arrays.fill(theta(), used, empty, 0);
    copyAbove(kept, above, theta());
    gather(keptState, state());
    for (int p = 0; p < touched.count() && lastTouched.length > 0; p++) {
      int missed = updates - lastTouched[touched.columns()[p]];
      optimizer.rest(state(), p * units, (p + 1) * units, missed);
    }
    gather(penalty.state(), penaltyState());
    penalty.payFirst(theta(), penaltyState());
  }

  private AllParameters arrays(int length) {
    return new AllParameters(
        new double[length],
        new double[length],
        new double[keptState.length][length],
        new double[penalty.state().length][length],
        weights);
  }

  /** Copies the parameters above the first weights, which are the last of both arrays. */
  private void copyAbove(double[] from, int at, double[] to) {
    int count = kept.length - above;
    System.arraycopy(from, at, to, to.length - count, count);
  }

  private void gather(double[][] all, double[][] atHand) {
    int[] some = columns.columns();
    for (int k = 0; k < all.length; k++) {
      for (int p = 0; p < columns.count(); p++) {
        for (int u = 0; u < units; u++) {
          atHand[k][p * units + u] = all[k][some[p] * units + u];
        }
      }
      Arrays.fill(atHand[k], columns.count() * units, columns.width() * units, 0);
      copyAbove(all[k], above, atHand[k]);
    }
  }

  @Override
  public void putBack(double eta) {
    weights.step(eta);
    weights.putBack(columns.columns(), columns.count(), theta());
    copyAbove(theta(), columns.width() * units, kept);
    scatter(state(), keptState);
    scatter(penaltyState(), penalty.state());
    updates++;
    for (int p = 0; p < columns.count() && lastTouched.length > 0; p++) {
      lastTouched[columns.columns()[p]] = updates;
    }
  }

  private void scatter(double[][] atHand, double[][] all) {
    int[] some = columns.columns();
    for (int k = 0; k < all.length; k++) {
      for (int p = 0; p < columns.count(); p++) {
        for (int u = 0; u < units; u++) {
          all[k][some[p] * units + u] = atHand[k][p * units + u];
        }
      }
      copyAbove(atHand[k], columns.width() * units, all[k]);
    }
  }

  @Override
  public void copyTo(double[] all) {
    weights.copyTo(all);
    paid(all);
  }

  /**
   * Lets weights pay what a penalty that remembers still wants of them; returns its memory then.
   */
  private double[][] paid(double[] all) {
    double[][] copy = Checkpoint.copy(penalty.state());
    penalty.payFirst(all, copy);
    return copy;
  }

  @Override
  public int size() {
    return kept.length;
  }

  /** Without what a penalty that remembers still takes: that makes no weight larger. */
  @Override
  public double firstBeyond(double limit) {
    return weights.firstBeyond(limit);
  }

  @Override
  public double[][] allState() {
    double[][] copy = Checkpoint.copy(keptState);
    restAll(copy);
    return copy;
  }

  private void restAll(double[][] vectors) {
    for (int j = 0; j < lastTouched.length; j++) {
      optimizer.rest(vectors, j * units, (j + 1) * units, updates - lastTouched[j]);
    }
  }

  @Override
  public double[][] allPenaltyState() {
    if (penalty.state().length == 0) {
      return penalty.state();
    }
    double[] all = new double[size()];
    weights.copyTo(all);
    return paid(all);
  }

  /** Of a weight that rested the gradient is that of its penalty alone. */
  @Override
  public double[] wholeGradient() {
    double[] before = new double[kept.length];
    double[] whole = new double[kept.length];
    weights.copyBefore(before);
    penalty.addGradient(before, whole);
    for (int p = 0; p < columns.count(); p++) {
      System.arraycopy(gradient(), p * units, whole, columns.columns()[p] * units, units);
    }
    copyAbove(gradient(), columns.width() * units, whole);
    return whole;
  }

  @Override
  public double gradientNorm() {
    double[] g = penalty.addsToFirstGradient() ? wholeGradient() : gradient();
    return Vectors.norm(g, 0, g.length);
  }

  @Override
  public void settle() {
    weights.settle();
    penalty.payFirst(kept, penalty.state());
    restAll(keptState);
    Arrays.fill(lastTouched, 0);
    updates = 0;
  }
}
