package io.github.gradusml.rangetest;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Cancelled;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Range;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Finds the bounds of a cyclical learning rate by raising it over a few epochs and watching the
 * accuracy.
 *
 * <pre>{@code
 * ηₜ = η₀ + (η₁ − η₀)·t/(T − 1)        t = 0 … T−1
 * }</pre>
 *
 * <p>The accuracy begins to rise at the base, and falls or turns ragged at the maximum:
 *
 * <pre>{@code
 * AccuracyRangeResult test = LearningRateRangeTest.linear(trainer).withRange(0, 20).run(model, data);
 * double base = test.base().orElseThrow().rate();
 * double maximum = test.maximum().orElseThrow().rate();
 * LearningRate rate = LearningRate.triangular(base, maximum, 200);
 * }</pre>
 *
 * <p>The test trains a model of its own: the caller's is as it was. It keeps the trainer's loss,
 * batches, regularizer, optimizer and seed, and leaves its schedule, early stopping, tolerance,
 * metrics and listeners aside. Accuracy is measured on all rows.
 *
 * <p>A test is immutable: each method {@code with…} returns another one.
 *
 * <p>Article: section 4, Learning rate, which names this source. Symbols: η learning rate, t
 * update, T number of updates.
 *
 * <p>Source: L. Smith, Cyclical learning rates for training neural networks, 2015,
 * arXiv:1506.01186, section 3.3.
 *
 * @see LearningRateRangeTest#linear
 */
public final class AccuracyRangeTest {
  private final Trainer trainer;
  private final Range range;
  private final int rates;
  private final int epochs;

  private AccuracyRangeTest(Trainer trainer, Range range, int rates, int epochs) {
    this.trainer = trainer;
    this.range = range;
    this.rates = rates;
    this.epochs = epochs;
  }

  static AccuracyRangeTest of(Trainer trainer) {
    return new AccuracyRangeTest(
        Checks.notNull("trainer", trainer), new Range(0, 1, false), 100, 8);
  }

  /**
   * Sets the range.
   *
   * @param from η₀; finite, {@code >= 0}; 0 unless set
   * @param to η₁; finite, {@code > from}; 1 unless set
   * @return another test
   * @throws IllegalArgumentException if they are not such numbers
   */
  public AccuracyRangeTest withRange(double from, double to) {
    Checks.notNegative("from", from);
    return new AccuracyRangeTest(trainer, Range.checked(from, to, false), rates, epochs);
  }

  /**
   * Sets how often accuracy is measured; at least one update lies between two measurements.
   *
   * @param rates the number of points of the curve; from 20 to a million, and 100 unless set
   * @return another test
   * @throws IllegalArgumentException if it is outside
   */
  public AccuracyRangeTest withRates(int rates) {
    return new AccuracyRangeTest(
        trainer, range, Checks.from("rates", rates, 20, LearningRateRangeTest.MOST_RATES), epochs);
  }

  /**
   * Sets over how many epochs the rate rises, to the nearest number of updates a point.
   *
   * @param epochs at least 1; 8 unless set, as in the source
   * @return another test
   * @throws IllegalArgumentException if {@code epochs < 1}
   */
  public AccuracyRangeTest withEpochs(int epochs) {
    return new AccuracyRangeTest(trainer, range, rates, Checks.atLeast("epochs", epochs, 1));
  }

  /**
   * Runs the test.
   *
   * @param <M> the kind of model
   * @param model where to start; untouched
   * @param data rows of classes
   * @return the curve and the bounds that it suggests
   * @throws IllegalArgumentException if a target is no class of the model: 0 or 1, or −1 or 1, or
   *     of several outputs the number of one; or model, trainer and rows do not fit each other
   * @throws CancellationException if the thread is interrupted, within an epoch
   */
  public <M extends Model<M>> AccuracyRangeResult run(M model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    trainer.withoutObservers().begin(model, data); // refuses what a training would
    try {
      return measure(model, data);
    } catch (CancellationException e) {
      throw Cancelled.because(
          "range test was interrupted before all " + rates + " rates were tried", e);
    }
  }

  private <M extends Model<M>> AccuracyRangeResult measure(M model, Dataset data) {
    // With the cut that training will set, or accuracy would jump when it does.
    Output fitted = model.output().fittedTo(trainer.loss(), data.targetKinds());
    double before = Metric.accuracy().of(model.with(model.parameters(), fitted), data);
    UpdateStrategy updates = trainer.updates();
    int inAnEpoch = updates.updatesPerEpoch(data.rows());
    long each = Math.round((double) epochs * inAnEpoch / rates);
    int updatesEach = (int) Math.max(1, Math.min(inAnEpoch, each));
    double last = (double) updatesEach * rates - 1;
    TrainingResult<M> result =
        trainer
            .withoutObservers()
            .withUpdates(new ShortEpochs(updates, updatesEach))
            .withLearningRate((update, epoch) -> range.at(update / last))
            .withEpochs(rates)
            .withMetric(Metric.accuracy())
            .fit(model, data);
    List<AccuracyPoint> points =
        result.history().epochs().stream()
            .map(
                epoch ->
                    new AccuracyPoint(
                        epoch.learningRate(), epoch.metrics().get(Metric.accuracy().name())))
            .toList();
    boolean exploded = result.divergence().isPresent();
    return new AccuracyRangeResult(
        points, before, exploded, StabilityLimit.of(trainer, model, data));
  }
}
