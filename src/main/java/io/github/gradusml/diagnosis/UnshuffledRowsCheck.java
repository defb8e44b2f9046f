package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.update.UpdateStrategy;
import java.util.stream.IntStream;

/**
 * Whether rows come in an order in which like follows like, sorted by class or by target: then each
 * update undoes what the ones before it did for other rows.
 *
 * <pre>{@code
 * share = variance of the means of stretches of m rows / variance of the targets
 * }</pre>
 *
 * <p>In a random order it is about 1/m, in a sorted one about 1. A stretch is a batch, or 10 rows
 * where a batch has fewer.
 */
final class UnshuffledRowsCheck {
  /** Four stretches: of fewer, chance alone may set two apart. */
  private static final int LEAST_ROWS = 40;

  /** In a random order, means of so many rows have a tenth of the variance of the rows. */
  private static final int LEAST_STRETCH = 10;

  /** Rows that cost next to nothing to look at. */
  private static final int MOST_LOOKED_AT = 4096;

  /** Half of all that sets targets apart sets the stretches apart. */
  private static final double LIKE_FOLLOWS_LIKE = 0.5;

  private final Dataset train;
  private final int[] order;
  private final int stretch;
  private final double unit;

  private UnshuffledRowsCheck(Dataset train, int[] order, int stretch) {
    this.train = train;
    this.order = order;
    this.stretch = stretch;
    double largest =
        IntStream.of(order).mapToDouble(i -> Math.abs(train.target(i))).max().orElse(0);
    this.unit = Math.scalb(1.0, Math.getExponent(largest));
  }

  static Verdict verdict(Case training) {
    Dataset train = training.train();
    UpdateStrategy updates = training.trainer().updates();
    int n = train.rows();
    if (updates.batchSize(n) >= n) {
      return Verdict.notApplicable("an update looks at all rows");
    }
    if (n < LEAST_ROWS) {
      return Verdict.notApplicable("there are fewer than " + LEAST_ROWS + " rows");
    }
    int[] order = IntStream.range(0, n).toArray();
    if (!updates.keepsOrder()) {
      updates.arrange(order, Randomness.of(training.trainer().seed(), 1));
    }
    int size = updates.batchSize(n);
    double share = new UnshuffledRowsCheck(train, order, Math.max(size, LEAST_STRETCH)).share();
    return share >= LIKE_FOLLOWS_LIKE ? found(updates, size, share) : Verdict.clear();
  }

  /** How much of the variance of the targets is that between stretches; 0 where there is none. */
  private double share() {
    int stretches = (order.length - 1) / stretch + 1;
    int looked = Math.max(2, Math.min(stretches, MOST_LOOKED_AT / stretch));
    Spread ofRows = new Spread();
    Spread ofStretches = new Spread();
    for (int k = 0; k < looked; k++) {
      int from = (int) ((long) k * stretches / looked) * stretch;
      addStretch(from, Math.min(order.length, from + stretch), ofRows, ofStretches);
    }
    return ofRows.variance() > 0 ? ofStretches.variance() / ofRows.variance() : 0;
  }

  private void addStretch(int from, int to, Spread ofRows, Spread ofStretches) {
    Spread own = new Spread();
    for (int i = from; i < to; i++) {
      double weight = train.weight(order[i]);
      double target = train.target(order[i]) / unit;
      own.add(target, weight);
      ofRows.add(target, weight);
    }
    ofStretches.add(own.mean(), own.weight());
  }

  private static Verdict found(UpdateStrategy updates, int size, double share) {
    String again = size == 1 ? "stochastic()" : "miniBatch(" + size + ")";
    return Verdict.found(
        "rows come in an order in which like follows like: "
            + Texts.percent(share)
            + " of the variance of the targets lies between stretches of "
            + Math.max(size, LEAST_STRETCH)
            + " rows one behind the other, and in a random order about "
            + Texts.percent(1.0 / Math.max(size, LEAST_STRETCH))
            + " would. Each update undoes what the last ones did for other rows.",
        "Have the rows shuffled in every epoch: withUpdates(UpdateStrategy."
            + again
            + (updates.dropsShortBatch() ? ".withoutShortBatch()" : "")
            + ").");
  }
}
