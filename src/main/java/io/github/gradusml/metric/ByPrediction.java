package io.github.gradusml.metric;

import io.github.gradusml.internal.Ordering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that count, from the smallest prediction to the largest: where one may cut between them, and
 * what mistakes that makes.
 *
 * @param row the number of each in the data
 * @param prediction ŷ of each, finite
 * @param isPositive whether each is of class 1
 * @param share how much each counts
 */
record ByPrediction(int[] row, double[] prediction, boolean[] isPositive, double[] share) {
  static ByPrediction of(Scores scores) {
    int[] actual = scores.actualClasses();
    int[] counting = IntStream.range(0, actual.length).filter(i -> scores.weight(i) > 0).toArray();
    double[] keys = IntStream.of(counting).mapToDouble(i -> finite(scores, i)).toArray();
    int[] row = IntStream.of(Ordering.ascending(keys)).map(k -> counting[k]).toArray();
    boolean[] isPositive = new boolean[row.length];
    for (int k = 0; k < row.length; k++) {
      isPositive[k] = actual[row[k]] == 1;
    }
    return new ByPrediction(
        row,
        IntStream.of(row).mapToDouble(i -> finite(scores, i)).toArray(),
        isPositive,
        IntStream.of(row).mapToDouble(scores::share).toArray());
  }

  /** No cut lies beyond the largest number. */
  private static double finite(Scores scores, int row) {
    double own = scores.prediction(row);
    if (Double.isNaN(own)) {
      throw new IllegalArgumentException(
          "prediction of row " + row + " must be a number, but was NaN");
    }
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, own)) + 0.0; // no -0.0
  }

  int size() {
    return row.length;
  }

  /** Some of them, by their places here. */
  ByPrediction where(IntPredicate isWanted) {
    int[] some = IntStream.range(0, size()).filter(isWanted).toArray();
    boolean[] positive = new boolean[some.length];
    for (int k = 0; k < some.length; k++) {
      positive[k] = isPositive[some[k]];
    }
    return new ByPrediction(
        IntStream.of(some).map(k -> row[k]).toArray(),
        IntStream.of(some).mapToDouble(k -> prediction[k]).toArray(),
        positive,
        IntStream.of(some).mapToDouble(k -> share[k]).toArray());
  }

  boolean hasBothClasses() {
    return IntStream.range(1, size()).anyMatch(k -> isPositive[k] != isPositive[0]);
  }

  /** Every way to cut them in two: from all taken for class 1 to none, where a cut can say so. */
  List<CutCost> cuts(MistakeCosts costs) {
    int n = size();
    double[] missed = new double[n + 1]; // of class 1, before each place
    double[] alarms = new double[n + 1]; // of class 0, from each place on
    for (int k = 0; k < n; k++) {
      missed[k + 1] = missed[k] + (isPositive[k] ? share[k] : 0);
    }
    for (int k = n - 1; k >= 0; k--) {
      alarms[k] = alarms[k + 1] + (isPositive[k] ? 0 : share[k]);
    }
    double all = missed[n] + alarms[0];
    List<CutCost> cuts = new ArrayList<>();
    for (int k = 0; k <= n; k++) {
      if (k > 0 && k < n && prediction[k - 1] == prediction[k]) {
        continue; // ties stay together
      }
      double cut = cutBefore(k);
      if (Double.isFinite(cut)) {
        cuts.add(cost(costs, cut, alarms[k] / all, missed[k] / all));
      }
    }
    return cuts;
  }

  /** What comes of a cut anywhere. */
  CutCost at(MistakeCosts costs, double cut) {
    double missed = 0;
    double alarms = 0;
    double all = 0;
    for (int k = 0; k < size(); k++) {
      boolean isFound = prediction[k] >= cut;
      missed += isPositive[k] && !isFound ? share[k] : 0;
      alarms += !isPositive[k] && isFound ? share[k] : 0;
      all += share[k];
    }
    return cost(costs, cut, alarms / all, missed / all);
  }

  private static CutCost cost(MistakeCosts costs, double cut, double alarms, double missed) {
    double falsePositives = Math.min(1, alarms);
    double falseNegatives = Math.min(1, missed);
    double mean = costs.meanOf(falsePositives, falseNegatives);
    return new CutCost(cut, mean, falsePositives, falseNegatives);
  }

  /** Midway between neighbors; at the ends as near to the last prediction as can be. */
  private double cutBefore(int k) {
    if (k == 0) {
      return prediction[0];
    }
    double below = prediction[k - 1];
    if (k == size()) {
      return Math.nextUp(below);
    }
    double middle = below / 2 + prediction[k] / 2;
    return middle > below && middle <= prediction[k] ? middle : prediction[k];
  }

  /** Which of several parts each belongs to, dealt like cards class by class. */
  int[] dealt(int parts, int... order) {
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    int[] part = new int[size()];
    int next = 0;
    for (boolean positive : new boolean[] {true, false}) {
      int[] ofClass =
          IntStream.range(0, size())
              .filter(k -> isPositive[k] == positive)
              .boxed()
              .sorted((a, b) -> Integer.compare(place[a], place[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k : ofClass) {
        part[k] = next++ % parts;
      }
    }
    return part;
  }

  /** The parts of rows that somebody else dealt. */
  int[] parts(int... ofRows) {
    return Arrays.stream(row).map(i -> ofRows[i]).toArray();
  }
}
