package io.github.gradusml.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns follow nearly from others, so that without them no weight is inflated by more than
 * a limit.
 *
 * <pre>{@code
 * VIFⱼ = (A⁻¹)ⱼⱼ = 1/(1 − Rⱼ²)        A = correlations + ridge on the diagonal
 * }</pre>
 *
 * <p>Rⱼ² is how much of column j's variance follows from the others. First columns are taken one by
 * one, each time the one of which most is still its own (Cholesky's decomposition with pivots),
 * until next to nothing is left of the others; those are given up. Of the ones taken A can then be
 * inverted with digits to spare, and as long as the largest VIF is above the limit, its column is
 * given up as well.
 *
 * <p>Source: D. Belsley, E. Kuh, R. Welsch, Regression Diagnostics, 1980, chapter 3.
 */
final class Inflation {
  /** Of a column with less of its own than this the inverse would lose too many digits. */
  private static final double LEAST_OWN = 1e-4;

  private final double[][] a;
  private final List<Integer> kept = new ArrayList<>();
  private final List<Integer> givenUp = new ArrayList<>();

  /** (A⁻¹) of the columns kept, in the order of these. */
  private double[][] inverse;

  private Inflation(double[][] a, double limit) {
    this.a = a;
    takeOneByOne();
    invert();
    while (kept.size() > 1 && inverse[largest()][largest()] > limit) {
      giveUp(largest());
    }
  }

  /**
   * Gives columns up.
   *
   * @param a A, symmetric and positive; d × d
   * @param limit the largest VIF of those kept
   */
  static Inflation of(double[][] a, double limit) {
    return new Inflation(a, limit);
  }

  /** The columns to do without, the most superfluous first. */
  List<Integer> givenUp() {
    return givenUp;
  }

  /** What each column kept has to do with one given up: its share in the combination. */
  double[] combination(int column) {
    double[] shares = new double[a.length];
    for (int i = 0; i < kept.size(); i++) {
      for (int k = 0; k < kept.size(); k++) {
        shares[kept.get(i)] += inverse[i][k] * a[kept.get(k)][column];
      }
    }
    return shares;
  }

  /** How much of the variance of a column given up does not follow from those kept; at least 0. */
  double own(int column) {
    double[] shares = combination(column);
    double follows =
        kept.stream()
            .mapToDouble(Integer::intValue)
            .map(k -> shares[(int) k] * a[(int) k][column])
            .sum();
    return Math.max(0, a[column][column] - follows);
  }

  private void takeOneByOne() {
    int d = a.length;
    double[] own = IntStream.range(0, d).mapToDouble(j -> a[j][j]).toArray();
    double[][] factor = new double[d][];
    boolean[] isTaken = new boolean[d];
    for (int step = 0; step < d; step++) {
      int next = -1;
      for (int j = 0; j < d; j++) {
        next = !isTaken[j] && (next < 0 || own[j] > own[next]) ? j : next;
      }
      if (!(own[next] > LEAST_OWN)) {
        break;
      }
      isTaken[next] = true;
      factor[step] = factor(next, step, factor, own);
      kept.add(next);
    }
    IntStream.range(0, d)
        .filter(j -> !isTaken[j])
        .boxed()
        .sorted((i, j) -> Double.compare(own[i], own[j]))
        .forEach(givenUp::add);
  }

  /** One column of the factor; what is left to the others of their own becomes less by it. */
  private double[] factor(int next, int step, double[][] factor, double[] own) {
    int d = a.length;
    double[] column = a[next].clone();
    for (int s = 0; s < step; s++) {
      double share = factor[s][next];
      for (int j = 0; j < d; j++) {
        column[j] -= share * factor[s][j];
      }
    }
    double root = Math.sqrt(own[next]);
    for (int j = 0; j < d; j++) {
      column[j] /= root;
      own[j] -= column[j] * column[j];
    }
    return column;
  }

  /** Gauss and Jordan's way, in place; A is positive, so that no pivot has to be looked for. */
  private void invert() {
    int d = kept.size();
    inverse = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        inverse[i][k] = a[kept.get(i)][kept.get(k)];
      }
    }
    for (int p = 0; p < d; p++) {
      double[] pivot = inverse[p];
      double scale = 1 / pivot[p];
      pivot[p] = 1;
      for (int k = 0; k < d; k++) {
        pivot[k] *= scale;
      }
      for (int i = 0; i < d; i++) {
        double factor = i == p ? 0 : inverse[i][p];
        if (factor != 0) {
          inverse[i][p] = 0;
          subtract(factor, pivot, inverse[i]);
        }
      }
    }
  }

  private static void subtract(double factor, double[] pivot, double[] from) {
    for (int k = 0; k < from.length; k++) {
      from[k] -= factor * pivot[k];
    }
  }

  private int largest() {
    int best = 0;
    for (int i = 1; i < kept.size(); i++) {
      best = inverse[i][i] > inverse[best][best] ? i : best;
    }
    return best;
  }

  /** The inverse without one column: P − pⱼ·pⱼᵀ/Pⱼⱼ, of which row and column j go. */
  private void giveUp(int j) {
    int d = kept.size();
    double[][] less = new double[d - 1][d - 1];
    for (int i = 0; i < d - 1; i++) {
      int row = i < j ? i : i + 1;
      for (int k = 0; k < d - 1; k++) {
        int column = k < j ? k : k + 1;
        less[i][k] = inverse[row][column] - inverse[row][j] * inverse[j][column] / inverse[j][j];
      }
    }
    inverse = less;
    givenUp.add(kept.remove(j));
  }
}
