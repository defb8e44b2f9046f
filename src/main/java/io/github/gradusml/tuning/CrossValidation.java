package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Split;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.pipeline.TrainingSummary;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores a trainer on rows that it was not trained on, every row in its turn.
 *
 * <pre>{@code
 * fold k = 1 … K:  train on all rows but those of fold k, score sₖ on those of fold k
 * mean s̄ = 1/K · Σ sₖ        standard error √(1/(K−1) · Σ (sₖ − s̄)²) / √K
 * }</pre>
 *
 * <p>What is done to the rows beforehand is part of what is scored, and is fitted inside each fold
 * to the rows that it trains on. Features are standardized unless {@link #withPreparation} says
 * otherwise, so hand over rows in their original units:
 *
 * <pre>{@code
 * CrossValidationResult result =
 *     CrossValidation.stratified(5).withSeed(42)
 *         .score(trainer, Perceptron.zeros(30, Activation.sigmoid()), data, Metric.logLoss());
 * }</pre>
 *
 * <p>All trainings use the trainer as it is, with one seed. They are spread over all cores; the
 * result is the same, to the last bit, for any number of threads.
 *
 * <p>A cross-validation is immutable: each method {@code with…} returns another one.
 *
 * <p>Article: section 5, fixing the hyperparameters. Symbols: K number of folds, s score.
 *
 * <p>Source: M. Stone, Cross-validatory choice and assessment of statistical predictions, JRSS B 36
 * (1974), doi:10.1111/j.2517-6161.1974.tb00994.x; for stratified folds: R. Kohavi, A study of
 * cross-validation and bootstrap for accuracy estimation and model selection, IJCAI 1995.
 */
public final class CrossValidation {
  private final FoldPlan plan;
  private final Preparation preparation;
  private final double stoppingShare;

  /** 0 for no calibration. */
  private final int calibrationFolds;

  private final int threads;

  private CrossValidation(
      FoldPlan plan,
      Preparation preparation,
      double stoppingShare,
      int calibrationFolds,
      int threads) {
    this.plan = plan;
    this.preparation = preparation;
    this.stoppingShare = stoppingShare;
    this.calibrationFolds = calibrationFolds;
    this.threads = threads;
  }

  private static CrossValidation of(FoldPlan plan) {
    return new CrossValidation(plan, Preparation.standardizing(), 0, 0, InParallel.cores());
  }

  /**
   * Returns a cross-validation with folds at random, for any targets.
   *
   * @param folds K; at least 2
   * @return the cross-validation
   * @throws IllegalArgumentException if {@code folds < 2}
   */
  public static CrossValidation kFold(int folds) {
    return of(new FoldPlan(Checks.atLeast("folds", folds, 2), Dealing.AT_RANDOM, 1, 0));
  }

  /**
   * Returns a cross-validation in whose folds the classes have the same proportions, for targets
   * that are classes. What their targets are has no influence, only which rows share one.
   *
   * @param folds K; at least 2
   * @return the cross-validation
   * @throws IllegalArgumentException if {@code folds < 2}
   */
  public static CrossValidation stratified(int folds) {
    return of(new FoldPlan(Checks.atLeast("folds", folds, 2), new ByClass(), 1, 0));
  }

  /**
   * Returns a cross-validation that holds out whole groups of rows, such as all rows of a patient:
   * for rows of groups that no model was trained on, where rows of one group are alike.
   *
   * <p>The largest group that is left goes to the fold that has the fewest rows; groups of one size
   * are taken in a random order. Where all have different sizes, the folds are scikit-learn's, and
   * the same for every seed.
   *
   * @param folds K; at least 2
   * @param groups the group of each row, any number; copied
   * @return the cross-validation, for data of as many rows
   * @throws IllegalArgumentException if {@code folds < 2} or there are fewer groups
   */
  public static CrossValidation groupKFold(int folds, int[] groups) {
    return groupKFold(
        folds, IntStream.of(Checks.notNull("groups", groups)).asDoubleStream().toArray());
  }

  /**
   * Returns a cross-validation that holds out whole groups of rows, for instance {@code
   * groupKFold(5, data.column(0))}; see {@link #groupKFold(int, int[])}.
   *
   * @param folds K; at least 2
   * @param groups the group of each row, any finite number; copied
   * @return the cross-validation, for data of as many rows
   * @throws IllegalArgumentException if {@code folds < 2}, there are fewer groups, or a number is
   *     not finite
   */
  public static CrossValidation groupKFold(int folds, double[] groups) {
    return of(new FoldPlan(Checks.atLeast("folds", folds, 2), ByGroup.of(folds, groups), 1, 0));
  }

  /**
   * Returns a cross-validation for rows in the order of time, which trains on the past and scores
   * on what comes next.
   *
   * <pre>{@code
   * fold k holds out rows n − (K−k+1)·m … n − (K−k)·m − 1 and trains on all before
   *                                                           m = ⌊n / (K+1)⌋, k = 1 … K
   * }</pre>
   *
   * <p>The first rows are never held out. Nothing is drawn at random, so there is nothing to
   * repeat.
   *
   * @param folds K; at least 2
   * @return the cross-validation, for data of more than K rows
   * @throws IllegalArgumentException if {@code folds < 2}
   */
  public static CrossValidation timeSeriesSplit(int folds) {
    return of(new FoldPlan(Checks.atLeast("folds", folds, 2), new InTime(), 1, 0));
  }

  /**
   * Returns a cross-validation with as many folds as there are rows: each is held out alone. It
   * takes as many trainings, and is for small data.
   *
   * @return the cross-validation
   */
  public static CrossValidation leaveOneOut() {
    return of(new FoldPlan(FoldPlan.ONE_ROW_EACH, Dealing.AT_RANDOM, 1, 0));
  }

  /**
   * Sets the seed of the folds.
   *
   * @param seed any number; 0 unless set
   * @return another cross-validation
   */
  public CrossValidation withSeed(long seed) {
    return new CrossValidation(
        plan.withSeed(seed), preparation, stoppingShare, calibrationFolds, threads);
  }

  /**
   * Makes the folds several times, each time anew at random: steadies the mean, at the price of as
   * many times the work.
   *
   * @param times from 1 to 10,000; 1 unless set
   * @return another cross-validation
   * @throws IllegalArgumentException if it is outside, or above 1 with one row a fold, where every
   *     repetition would be the same
   */
  public CrossValidation withRepetitions(int times) {
    Checks.from("repetitions", times, 1, 10_000);
    return new CrossValidation(
        plan.withRepetitions(times), preparation, stoppingShare, calibrationFolds, threads);
  }

  /**
   * Sets what is done to the rows before a model sees them, fitted inside each fold.
   *
   * @param preparation standardizing unless set
   * @return another cross-validation
   */
  public CrossValidation withPreparation(Preparation preparation) {
    Checks.notNull("preparation", preparation);
    return new CrossValidation(plan, preparation, stoppingShare, calibrationFolds, threads);
  }

  /**
   * Sets a share of each fold's training rows aside as the trainer's validation rows, for {@code
   * EarlyStopping.onValidationLoss} and for rates that fall when that loss does.
   *
   * <p>They are taken from the rows to train on, never from those to score with: a model that
   * stopped where it does best on the latter would be scored too well. For stratified folds the
   * classes keep their proportions, and for folds in time they are the last ones. The preparation
   * is fitted to the rows that remain.
   *
   * @param share in (0, 1)
   * @return another cross-validation
   * @throws IllegalArgumentException if it is outside, or folds are by group
   */
  public CrossValidation withEarlyStoppingShare(double share) {
    Checks.inside("share", share, 0, 1);
    if (plan.dealing().isByGroup()) {
      throw new IllegalArgumentException(
          "early stopping share must not be set for folds by group: the rows set aside would be of"
              + " groups that are trained on; stop after a number of epochs, or go through folds(data)"
              + " and set groups aside for fit(model, data, validation)");
    }
    return new CrossValidation(plan, preparation, share, calibrationFolds, threads);
  }

  /**
   * Calibrates each model, as part of what is scored, predicted and fitted: its training rows are
   * dealt to inner folds in the same way (at random, by class, by group or in time), each is
   * predicted by a model that did not see it, and a {@link Calibration} is fitted to these
   * predictions; the model itself is trained on all of them.
   *
   * <p>No row that a fold is scored on has a part in its calibration. What is scored and predicted
   * are then calibrated probabilities, whatever the loss was; the Brier score takes targets −1 and
   * 1 as well. {@link #fit} returns a pipeline that has the calibration. Of folds in time, the
   * first rows, which no inner fold holds out, are trained on but not calibrated by. Each model
   * takes as many trainings more as there are inner folds.
   *
   * @param folds the number of inner folds; at least 2
   * @return another cross-validation, for targets that are classes
   * @throws IllegalArgumentException if {@code folds < 2}
   */
  public CrossValidation withCalibration(int folds) {
    Checks.atLeast("folds", folds, 2);
    return new CrossValidation(plan, preparation, stoppingShare, folds, threads);
  }

  /**
   * Sets how many trainings go on at a time.
   *
   * @param threads at least 1; the number of cores unless set
   * @return another cross-validation
   * @throws IllegalArgumentException if {@code threads < 1}
   */
  public CrossValidation withThreads(int threads) {
    Checks.atLeast("threads", threads, 1);
    return new CrossValidation(plan, preparation, stoppingShare, calibrationFolds, threads);
  }

  /**
   * Returns the folds of some rows, to go through them by hand; nothing is prepared.
   *
   * @param data the rows
   * @return the folds
   * @throws IllegalArgumentException if there are more folds than rows, for stratified folds than
   *     rows of a class, or for folds in time than rows but one; or if groups are of other rows
   */
  public Folds folds(Dataset data) {
    return plan.of(Checks.notNull("data", data));
  }

  /**
   * Scores a trainer.
   *
   * @param <M> the kind of model
   * @param trainer how to train
   * @param start the model to start from in every fold, untouched; or what makes one for as many
   *     features as a fold has
   * @param data the rows, not yet prepared
   * @param metric by what the models are judged
   * @return the score of every fold, their mean and its standard error
   * @throws IllegalArgumentException as {@link #folds}, or if the loss does not accept a target
   * @throws IllegalStateException if a fold cannot be trained or scored; the message says which and
   *     why
   * @throws java.util.concurrent.CancellationException if the thread is interrupted, within an
   *     epoch
   */
  public <M extends Model<M>> CrossValidationResult score(
      Trainer trainer, Start<M> start, Dataset data, Metric metric) {
    checkTargets(Checks.notNull("trainer", trainer), Checks.notNull("start", start), data);
    FoldScores<M> folds = new FoldScores<>(this, start, data, metric);
    return CrossValidationResult.of(metric, folds.folds(), folds.of(List.of(trainer)).get(0));
  }

  /**
   * Predicts every row by the model of the fold that held it out, and so did not see it: for a
   * confusion matrix, an ROC curve, or the rows that are hard.
   *
   * @param <M> the kind of model
   * @param trainer how to train
   * @param start the model to start from in every fold, untouched; or what makes one for as many
   *     features as a fold has
   * @param data the rows, not yet prepared
   * @return the predictions; those of folds in time are of the rows that are held out
   * @throws IllegalArgumentException as {@link #folds}, if the loss does not accept a target, if
   *     there are repetitions, which hold each row out several times, or if the preparation does
   *     not do the same to targets in every fold
   * @throws IllegalStateException if a fold cannot be trained; the message says which and why
   * @throws java.util.concurrent.CancellationException if the thread is interrupted, within an
   *     epoch
   */
  public <M extends Model<M>> OutOfFoldPredictions predict(
      Trainer trainer, Start<M> start, Dataset data) {
    checkTargets(Checks.notNull("trainer", trainer), Checks.notNull("start", start), data);
    if (plan.repetitions() > 1) {
      throw new IllegalArgumentException(
          "repetitions must be 1 for one prediction a row, but was "
              + plan.repetitions()
              + ": a mean over them would be that of many models, and better than one of them;"
              + " take other seeds one by one");
    }
    return new OutOfFold<>(this, trainer, start, data).run();
  }

  /**
   * Trains on all rows as each fold would be: the preparation is fitted to them, and a share of
   * them is set aside where the trainer needs it.
   *
   * @param <M> the kind of model
   * @param trainer how to train
   * @param start the model to start from, untouched; or what makes one for as many features as
   *     there are
   * @param data the rows, not yet prepared
   * @return the model, together with the preparation that its rows need, names and settings
   */
  public <M extends Model<M>> Pipeline<M> fit(Trainer trainer, Start<M> start, Dataset data) {
    Checks.notNull("trainer", trainer);
    Checks.notNull("start", start);
    checkCalibration(start, Checks.notNull("data", data));
    PreparedRows rows = prepare(data, IntStream.range(0, data.rows()).toArray());
    TrainedModel<M> trained = rows.fit(trainer, start, threads);
    Pipeline<M> pipeline =
        Pipeline.of(rows.preparation(), trained.model(), data)
            .withTraining(TrainingSummary.of(trainer, trained.result(), rows.train()));
    return isCalibrated() ? pipeline.withCalibration(trained.calibration()) : pipeline;
  }

  /**
   * Fits the preparation to rows to train on, and applies it to them.
   *
   * @param numbers which rows of the data they are
   */
  PreparedRows prepare(Dataset rows, int... numbers) {
    Dataset train = rows;
    Dataset stopping = null;
    if (stoppingShare > 0) {
      Split split = plan.dealing().stopping(rows, stoppingShare, plan.seed());
      train = split.train();
      stopping = split.test();
    }
    FittedPreparation fitted =
        Checks.notNull("what the preparation returned", preparation.fit(train));
    return new PreparedRows(
        fitted,
        PreparedRows.apply(fitted, train),
        stopping == null ? null : PreparedRows.apply(fitted, stopping),
        isCalibrated() ? new InnerFolds(inner(numbers), rows) : null);
  }

  private CrossValidation inner(int... numbers) {
    FoldPlan within = plan.within(calibrationFolds, numbers);
    return new CrossValidation(within, preparation, stoppingShare, 0, threads);
  }

  /**
   * Checks targets while rows have the user's own numbers. A preparation of somebody's own may yet
   * change the targets: those are checked in the folds.
   */
  void checkTargets(Trainer trainer, Start<? extends Model<?>> start, Dataset data) {
    NoCheckpoints.in(trainer);
    if (preparation.keepsTargets()) {
      Checks.notNull("data", data).checkTargets(trainer.loss(), PreparedRows.output(start));
      checkCalibration(start, data);
    }
  }

  /** Refuses targets that are numbers. */
  private void checkCalibration(Start<? extends Model<?>> start, Dataset data) {
    if (!isCalibrated() || !preparation.keepsTargets()) {
      return;
    }
    try {
      Metric.brierScore().check(Calibration.output(PreparedRows.output(start)), data);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("calibration must be of classes: " + e.getMessage(), e);
    }
  }

  /** Checks a metric as {@link #checkTargets} checks targets, before anything is trained. */
  void checkMetric(Metric metric, Start<? extends Model<?>> start, Dataset data) {
    if (preparation.keepsTargets()) {
      Output own = PreparedRows.output(start);
      metric.check(isCalibrated() ? Calibration.output(own) : own, data);
    }
  }

  boolean isCalibrated() {
    return calibrationFolds > 0;
  }

  FoldPlan plan() {
    return plan;
  }

  int threads() {
    return threads;
  }

  /** Says the settings, all but the number of threads, which has no influence on a result. */
  @Override
  public String toString() {
    return "CrossValidation("
        + plan
        + ", preparation: "
        + Texts.named(preparation)
        + (stoppingShare > 0 ? ", early stopping share: " + stoppingShare : "")
        + (isCalibrated() ? ", calibration: " + calibrationFolds + " inner folds" : "")
        + ")";
  }
}
