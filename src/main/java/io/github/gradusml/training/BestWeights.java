package io.github.gradusml.training;

import io.github.gradusml.internal.Fields;
import java.util.Objects;
import java.util.Optional;

/** Early stopping at work: the best weights so far, and how many epochs ago that was. */
final class BestWeights {
  private static final String LOSS = "loss";
  private static final String SINCE = "epochs since";
  private static final String PARAMETERS = "parameters";

  private final EarlyStopping rule;
  private final long rows;
  private double[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int epochsSinceBest;

  /**
   * Begins with nothing.
   *
   * @param rule null for none
   * @param rows tells the rows that are watched from others
   */
  BestWeights(EarlyStopping rule, long rows) {
    this.rule = rule;
    this.rows = rows;
  }

  /** The same to go on with: the best so far stays the one to beat. */
  BestWeights copy() {
    BestWeights copy = new BestWeights(rule, rows);
    copy.best = best;
    copy.bestLoss = bestLoss;
    copy.epochsSinceBest = epochsSinceBest;
    return copy;
  }

  /** A copy which after a stop is patient anew, since somebody asked for more. */
  BestWeights askedForMore() {
    BestWeights copy = copy();
    copy.epochsSinceBest = rule != null && epochsSinceBest < rule.patience() ? epochsSinceBest : 0;
    return copy;
  }

  /** As fields of a file; empty where there is no rule. */
  Optional<Fields> fields() {
    if (rule == null) {
      return Optional.empty();
    }
    Fields fields = Fields.none().with(LOSS, bestLoss).with(SINCE, epochsSinceBest);
    return Optional.of(best == null ? fields : fields.with(PARAMETERS, best));
  }

  /** Back from such fields. */
  static BestWeights of(EarlyStopping rule, long rows, Fields fields, int parameters) {
    BestWeights read = new BestWeights(rule, rows);
    read.bestLoss = fields.number(LOSS);
    read.epochsSinceBest = (int) fields.whole(SINCE, 0, rule.patience());
    if (fields.has(PARAMETERS)) {
      read.best = fields.numbers(PARAMETERS, parameters);
    }
    return read;
  }

  /** Whether it goes by a rule and by some rows. */
  boolean goesBy(EarlyStopping otherRule, long otherRows) {
    return Objects.equals(rule, otherRule) && rows == otherRows;
  }

  /** Looks at an epoch. Returns whether the patience lasts. */
  boolean goOnAfter(EpochRecord record, double[] theta) {
    double watched = rule.watched(record);
    if (watched < bestLoss - rule.leastImprovement()) {
      bestLoss = watched;
      best = theta.clone();
      epochsSinceBest = 0;
    } else {
      epochsSinceBest++;
    }
    return epochsSinceBest < rule.patience();
  }

  /** The best weights, or others where no epoch was looked at. */
  double[] or(double[] theta) {
    return best != null ? best : theta;
  }
}
