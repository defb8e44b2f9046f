package io.github.gradusml.tuning;

import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingListener;
import io.github.gradusml.training.UpdateRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A rate that rises with every update of one training, and listens to what becomes of the loss.
 *
 * <p>Once the loss is too high it falls to 0: the weights hold still for the rest of the training,
 * and do not explode.
 */
final class RisingRate implements LearningRate, TrainingListener {
  private final Range range;
  private final int rates;
  private final boolean everyEpoch;
  private final int warmUp;
  private final double stopFactor;
  private final MovingAverage average;
  private final List<RangePoint> points = new ArrayList<>();
  private double best = Double.POSITIVE_INFINITY;
  private RangeTestEnd end = RangeTestEnd.RATES_DONE;

  /**
   * @param everyEpoch whether each epoch is one update, whose loss is that of the epoch
   * @param warmUp how many points come before the average is to be relied on
   */
  RisingRate(
      Range range, int rates, boolean everyEpoch, double smoothing, int warmUp, double stopFactor) {
    this.range = range;
    this.rates = rates;
    this.everyEpoch = everyEpoch;
    this.average = new MovingAverage(smoothing);
    this.warmUp = warmUp;
    this.stopFactor = stopFactor;
  }

  @Override
  public double at(long update, double epoch) {
    return rises() && update < rates ? range.at(update / (rates - 1.0)) : 0;
  }

  @Override
  public void epochEnded(EpochRecord epoch) {
    if (everyEpoch) {
      add(epoch.learningRate(), epoch.objective());
    }
  }

  @Override
  public void updated(UpdateRecord update) {
    if (!everyEpoch) {
      add(update.learningRate(), update.batchLoss());
    }
  }

  private void add(double rate, double loss) {
    if (!rises() || points.size() == rates) {
      return;
    }
    double smoothed = average.after(loss);
    boolean reliable = points.size() >= warmUp;
    // Written so that NaN does not pass.
    if (!(Math.abs(smoothed) < Double.POSITIVE_INFINITY)) {
      end = RangeTestEnd.NOT_FINITE;
    } else if (reliable && !(smoothed <= stopFactor * best)) {
      end = RangeTestEnd.LOSS_ROSE;
    } else {
      points.add(new RangePoint(rate, loss, smoothed));
      best = reliable ? Math.min(best, smoothed) : best;
    }
  }

  private boolean rises() {
    return end == RangeTestEnd.RATES_DONE;
  }

  List<RangePoint> points() {
    return points;
  }

  /** Why it ended, where the training itself did not diverge. */
  RangeTestEnd end() {
    return end;
  }

  @Override
  public String toString() {
    return "rising from " + range.from() + " to " + range.to();
  }
}
