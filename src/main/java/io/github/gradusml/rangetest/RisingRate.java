package io.github.gradusml.rangetest;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Cancelled;
import io.github.gradusml.internal.Range;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingListener;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.UpdateRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A rate that rises with every update of one training, and listens to what becomes of the loss: the
 * curve of a range test as it comes about.
 *
 * <p>Once the loss is too high it falls to 0: the weights hold still for the rest of the training,
 * and do not explode.
 */
final class RisingRate implements LearningRate, TrainingListener {
  private final Range range;
  private final int rates;
  private final boolean allRows;
  private final double smoothing;
  private final int warmUp;
  private final double stopFactor;
  private final MovingAverage average;
  private final List<RangePoint> points = new ArrayList<>();
  private double best = Double.POSITIVE_INFINITY;
  private RangeTestEnd end = RangeTestEnd.RATES_DONE;

  /**
   * @param allRows whether the loss is measured on all rows, after each update
   * @param smoothing β of the moving average
   */
  RisingRate(Range range, int rates, boolean allRows, double smoothing, double stopFactor) {
    this.range = range;
    this.rates = rates;
    this.allRows = allRows;
    this.smoothing = smoothing;
    this.average = new MovingAverage(smoothing);
    this.warmUp = Math.min(rates / 10, MovingAverage.memory(smoothing));
    this.stopFactor = stopFactor;
  }

  /** Takes a trainer's steps with this rate; returns what the curve tells. */
  <M extends Model<M>> CurveReading train(Trainer trainer, M model, Dataset data) {
    try {
      return run(trainer, model, data);
    } catch (CancellationException e) {
      throw Cancelled.because(
          "range test was interrupted before all " + rates + " rates were tried", e);
    }
  }

  private <M extends Model<M>> CurveReading run(Trainer trainer, M model, Dataset data) {
    int inAnEpoch = trainer.updates().updatesPerEpoch(data.rows());
    int updates = allRows ? 1 : Math.min(rates, inAnEpoch);
    TrainingResult<M> result =
        trainer
            .withoutObservers()
            .withUpdates(new ShortEpochs(trainer.updates(), updates))
            .withEpochs((rates - 1) / updates + 1)
            .withHistory(allRows ? HistoryDetail.EPOCH : HistoryDetail.UPDATE)
            .withLearningRate(this)
            .withListener(this)
            .fit(model, data);
    boolean exploded = result.divergence().isPresent() && points.size() < rates;
    end = rises() && exploded ? RangeTestEnd.NOT_FINITE : end;
    return curve();
  }

  /** The curve so far. */
  CurveReading curve() {
    return new CurveReading(points, end, warmUp, smoothing);
  }

  @Override
  public double at(long update, double epoch) {
    return rises() && update < rates ? range.at(update / (rates - 1.0)) : 0;
  }

  @Override
  public void epochEnded(EpochRecord epoch, Training<?> training) {
    if (allRows) {
      add(epoch.learningRate(), epoch.objective());
    }
  }

  @Override
  public void updated(UpdateRecord update, Training<?> training) {
    if (!allRows) {
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

  @Override
  public String toString() {
    return "rising from " + range.from() + " to " + range.to();
  }
}
