package io.github.gradusml.rangetest;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Range;
import io.github.gradusml.training.Trainer;
import java.util.Optional;

/**
 * Finds a learning rate by raising it from update to update and watching the loss.
 *
 * <pre>{@code
 * ηᵢ = η₀·(η₁/η₀)^(i/(N−1))        i = 0 … N−1, one mini-batch each
 * }</pre>
 *
 * <p>The loss stays, falls, and explodes at last; a good rate lies well below the one where it was
 * lowest. {@link RangeTestResult} reads the curve.
 *
 * <pre>{@code
 * RangeTestResult test = LearningRateRangeTest.exponential(trainer).run(model, data);
 * Trainer tuned = trainer.withLearningRate(LearningRate.constant(test.rate()));
 * }</pre>
 *
 * <p>The test trains a model of its own: the caller's is as it was. It keeps the trainer's loss,
 * batches, regularizer, optimizer and seed, and leaves its schedule, early stopping, tolerance,
 * metrics and listeners aside.
 *
 * <p><b>What is measured.</b> Where the data are small (rows × parameters at most a million) the
 * objective over all rows, after each update; else the loss of the update's own batch, before it,
 * as most tools do.
 *
 * <p><b>What the curve cannot tell.</b> How far to stay below the lowest point depends on how long
 * you train: the more epochs, the better smaller rates do, and a loss without a minimum
 * (cross-entropy where a line separates the classes) asks for ever larger ones. That takes
 * trainings as long as the real one: {@link #withLineSearch} tries some, and changes the suggestion
 * if another rate ends lower.
 *
 * <p>A test is immutable: each method {@code with…} returns another one.
 *
 * <p>Article: section 4, Learning rate, whose test this is. It credits L. Smith, Cyclical learning
 * rates for training neural networks, 2015, arXiv:1506.01186, section 3.3; that one is {@link
 * #linear}. Symbols: η learning rate, N number of rates.
 */
public final class LearningRateRangeTest {
  private static final long MOST_SMALL_VALUES = 1_000_000;
  private static final double SMOOTHING_ALL_ROWS = 0.9;
  private static final double SMOOTHING_BATCHES = 0.98;
  private static final int MOST_TRAININGS = 1000;
  static final int MOST_RATES = 1_000_000;
  private static final int AUTOMATIC = -1;

  private enum Measured {
    ALL_ROWS,
    BATCHES,
    AS_SIZE_ALLOWS
  }

  private final Trainer trainer;
  private final Range range;
  private final int rates;
  private final double smoothing;
  private final double stopFactor;
  private final Measured measured;
  private final int trainings;

  private LearningRateRangeTest(
      Trainer trainer,
      Range range,
      int rates,
      double smoothing,
      double stopFactor,
      Measured measured,
      int trainings) {
    this.trainer = trainer;
    this.range = range;
    this.rates = rates;
    this.smoothing = smoothing;
    this.stopFactor = stopFactor;
    this.measured = measured;
    this.trainings = trainings;
  }

  /**
   * Returns the article's test: rates rise by the same factor from one mini-batch to the next, and
   * the loss is watched. Unless set otherwise, 400 rates rise from 1e-5 to 100.
   *
   * @param trainer trains as you will, except for the rate
   * @return the test
   */
  public static LearningRateRangeTest exponential(Trainer trainer) {
    return new LearningRateRangeTest(
        Checks.notNull("trainer", trainer),
        new Range(1e-5, 100, true),
        400,
        AUTOMATIC,
        4,
        Measured.AS_SIZE_ALLOWS,
        0);
  }

  /**
   * Returns Smith's own test: rates rise by the same amount over a few epochs, and the accuracy is
   * watched. Unless set otherwise, rates rise from 0 to 1 over 8 epochs, however long the trainer
   * trains, and the accuracy is measured 100 times.
   *
   * @param trainer trains as you will, except for the rate
   * @return the test
   */
  public static AccuracyRangeTest linear(Trainer trainer) {
    return AccuracyRangeTest.of(trainer);
  }

  /**
   * Sets the range in which the rate rises. A {@linkplain #withLineSearch line search} begins with
   * a rate that the curve suggests, and may leave the range.
   *
   * @param from η₀; finite, {@code > 0}
   * @param to η₁; finite, {@code > from}
   * @return another test
   * @throws IllegalArgumentException if they are not such numbers
   */
  public LearningRateRangeTest withRange(double from, double to) {
    return with(Range.checked(from, to, true), rates, smoothing, stopFactor, measured, trainings);
  }

  /**
   * Sets how many rates are tried.
   *
   * @param rates N; from 20 to a million
   * @return another test
   * @throws IllegalArgumentException if it is outside
   */
  public LearningRateRangeTest withRates(int rates) {
    Checks.from("rates", rates, 20, MOST_RATES);
    return with(range, rates, smoothing, stopFactor, measured, trainings);
  }

  /**
   * Sets how far the losses are smoothed: by an exponential moving average, whose bias towards its
   * start is taken out.
   *
   * @param smoothing β, what a loss weighs after the next; in [0, 1). Unless set, 0.9 for the
   *     losses of all rows, 0.98 for those of batches
   * @return another test
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public LearningRateRangeTest withSmoothing(double smoothing) {
    Checks.fraction("smoothing", smoothing);
    return with(range, rates, smoothing, stopFactor, measured, trainings);
  }

  /**
   * Sets when the test ends: as soon as the smoothed loss is not finite, or above so many times its
   * best.
   *
   * @param stopFactor finite, {@code > 1}; 4 unless set
   * @return another test
   * @throws IllegalArgumentException if it is not such a number
   */
  public LearningRateRangeTest withStopFactor(double stopFactor) {
    if (!(stopFactor > 1 && stopFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "stopFactor must be finite and > 1, but was " + stopFactor);
    }
    return with(range, rates, smoothing, stopFactor, measured, trainings);
  }

  /**
   * Measures the objective over all rows after each update, whether the data are small or not: less
   * noise for a pass over the data each time.
   *
   * @return another test
   */
  public LearningRateRangeTest withLossOfAllRows() {
    return with(range, rates, smoothing, stopFactor, Measured.ALL_ROWS, trainings);
  }

  /**
   * Measures the loss of each update's own batch, before it.
   *
   * @return another test
   */
  public LearningRateRangeTest withLossOfBatches() {
    return with(range, rates, smoothing, stopFactor, Measured.BATCHES, trainings);
  }

  /**
   * Adds a line search: trainings as long as the real one, each with a constant rate. Beginning
   * with a tenth of the rate where the loss was lowest, rates around the best are tried, by factors
   * from 2 down to 1.09, until none ends lower or it matters little. It costs as much as so many
   * trainings, and tells the log every few seconds how far it is.
   *
   * @param trainings how many at the most, for instance 16; up to 1,000, and 0, the default, for no
   *     line search
   * @return another test
   * @throws IllegalArgumentException if it is outside
   */
  public LearningRateRangeTest withLineSearch(int trainings) {
    Checks.from("trainings", trainings, 0, MOST_TRAININGS);
    return with(range, rates, smoothing, stopFactor, measured, trainings);
  }

  private LearningRateRangeTest with(
      Range range,
      int rates,
      double smoothing,
      double stopFactor,
      Measured measured,
      int trainings) {
    return new LearningRateRangeTest(
        trainer, range, rates, smoothing, stopFactor, measured, trainings);
  }

  /**
   * Runs the test.
   *
   * @param <M> the kind of model
   * @param model where to start; untouched
   * @param data the rows to train on
   * @return the curve and what it suggests
   * @throws IllegalArgumentException if model, trainer and rows do not fit each other
   * @throws java.util.concurrent.CancellationException if the thread is interrupted, within an
   *     epoch
   */
  public <M extends Model<M>> RangeTestResult run(M model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    trainer.withoutObservers().begin(model, data); // refuses what a training would
    long size = (long) data.rows() * model.parameters().length;
    boolean isSmall = measured == Measured.AS_SIZE_ALLOWS && size <= MOST_SMALL_VALUES;
    boolean all = measured == Measured.ALL_ROWS || isSmall;
    double beta = smoothing != AUTOMATIC ? smoothing : all ? SMOOTHING_ALL_ROWS : SMOOTHING_BATCHES;
    CurveReading curve =
        new RisingRate(range, rates, all, beta, stopFactor).train(trainer, model, data);
    StabilityLimit limit = StabilityLimit.of(trainer, model, data);
    RateReading reading = new RateReading(curve, range, limit);
    Optional<LineSearch> search =
        reading
            .minimum()
            .suggestion()
            .filter(start -> trainings > 0)
            .map(start -> LineSearch.run(start, trainings, limit.rate(), trainer, model, data));
    return new RangeTestResult(curve, limit, reading, search);
  }
}
