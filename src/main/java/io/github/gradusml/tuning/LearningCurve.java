package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Scores a trainer with ever more rows to train on: shows whether more rows would help.
 *
 * <p>In each fold, the trainer sees a share of the rows to train on, and is scored on those and on
 * all rows held out. A larger share has all the rows of a smaller one. For stratified folds every
 * share has the classes in the same proportions, to within a row. The preparation is fitted to the
 * share alone.
 *
 * <p>Where the two scores have met, more rows will not help, and a larger model or a weaker penalty
 * may; where they lie apart, more rows will.
 *
 * <pre>{@code
 * ScoreCurve curve =
 *     LearningCurve.of(trainer, CrossValidation.stratified(5), Metric.logLoss())
 *         .withShares(0.05, 0.1, 0.2, 0.4, 0.7, 1)
 *         .run(Perceptron.zeros(30, Activation.sigmoid()), data);
 * }</pre>
 *
 * <p>Article: section 3, Weight decay: overfitting.
 *
 * <p>Source: C. Cortes, L. Jackel, S. Solla, V. Vapnik, J. Denker, Learning curves: asymptotic
 * values and rate of convergence, NIPS 1993.
 */
public final class LearningCurve {
  private static final double[] SHARES = {0.1, 0.2, 0.4, 0.6, 0.8, 1};

  private final Trainer trainer;
  private final CrossValidation validation;
  private final Metric metric;
  private final double[] shares;

  private LearningCurve(
      Trainer trainer, CrossValidation validation, Metric metric, double[] shares) {
    this.trainer = trainer;
    this.validation = validation;
    this.metric = metric;
    this.shares = shares;
  }

  /**
   * Returns a learning curve at 10, 20, 40, 60, 80 and 100 percent of the rows.
   *
   * @param trainer how to train
   * @param validation how to score
   * @param metric by what
   * @return the curve, not yet run
   */
  public static LearningCurve of(Trainer trainer, CrossValidation validation, Metric metric) {
    return new LearningCurve(
        Checks.notNull("trainer", trainer),
        Checks.notNull("crossValidation", validation),
        Checks.notNull("metric", metric),
        SHARES);
  }

  /**
   * Sets the shares of the rows to train on.
   *
   * @param shares each in (0, 1], ascending; rounded to whole rows
   * @return another curve
   * @throws IllegalArgumentException if there is none, one is outside, or they do not ascend
   */
  public LearningCurve withShares(double... shares) {
    Checks.atLeast("shares", Checks.notNull("shares", shares).length, 1);
    double last = 0;
    for (double share : shares) {
      if (!(share > last && share <= 1)) {
        throw new IllegalArgumentException(
            "shares must be in (0, 1] and ascending, but were "
                + Texts.some(Arrays.stream(shares).boxed().toList()));
      }
      last = share;
    }
    return new LearningCurve(trainer, validation, metric, shares.clone());
  }

  /**
   * Trains and scores.
   *
   * @param <M> the kind of model
   * @param start the model to start from, untouched; or what makes one for as many features as
   *     there are
   * @param data the rows, not yet prepared
   * @return the score against the number of rows trained on, in the first fold where folds differ
   *     by one
   * @throws IllegalArgumentException if the loss does not accept a target, the folds do not fit the
   *     rows, or they are in time: these have ever more rows to train on as it is
   * @throws IllegalStateException if a training fails, for instance for want of rows of a class;
   *     the message says which
   * @throws CancellationException if the thread is interrupted, within an epoch
   */
  public <M extends Model<M>> ScoreCurve run(Start<M> start, Dataset data) {
    validation.checkTargets(trainer, Checks.notNull("start", start), data);
    if (validation.plan().dealing().isInTime()) {
      throw new IllegalArgumentException(
          "crossValidation must have as many rows to train on in every fold for a learning curve,"
              + " but was "
              + validation);
    }
    Folds folds = validation.folds(data);
    FoldScore[][] scores = new FoldScore[shares.length][folds.size()];
    int trainings = InParallel.tasks(shares.length, folds.size());
    TuningLog log = new TuningLog(trainings);
    InParallel.run(
        trainings,
        validation.threads(),
        task -> {
          int fold = task / shares.length;
          int share = task % shares.length;
          scores[share][fold] = score(start, folds, fold, shares[share]);
          log.oneMoreDone();
        });
    List<ScoreCurve.Point> points = new ArrayList<>();
    int allRows = folds.split(0).train().rows();
    for (int k = 0; k < shares.length; k++) {
      points.add(point(rows(allRows, shares[k]), folds, scores[k]));
    }
    return ScoreCurve.of("rows to train on", false, metric, points);
  }

  private static int rows(int all, double share) {
    return (int) Math.max(1, Math.rint(share * all));
  }

  private <M extends Model<M>> FoldScore score(
      Start<M> start, Folds folds, int number, double share) {
    try {
      Split fold = folds.split(number);
      int[] some = some(fold.train(), number, share);
      int[] trainedOn = folds.trainedOn(number);
      int[] rowsOfData = IntStream.of(some).map(row -> trainedOn[row]).toArray();
      PreparedRows rows = validation.prepare(fold.train().select(some), rowsOfData);
      Dataset heldOut = rows.apply(fold.test());
      return FoldScores.train(trainer, start, rows, heldOut, metric);
    } catch (CancellationException e) {
      throw e; // the caller was interrupted: no failure of a fold
    } catch (RuntimeException e) {
      return new FoldScore(Double.NaN, Double.NaN, e, 0);
    }
  }

  /** A share of the rows, in the order of the data; with all of them, the fold is as it was. */
  private int[] some(Dataset train, int fold, double share) {
    int n = train.rows();
    int[] order = Randomness.permutation(n, validation.plan().random(-1 - fold));
    if (validation.plan().dealing().isByClass()) {
      order = mixed(order, train);
    }
    return IntStream.of(order).limit(rows(n, share)).sorted().toArray();
  }

  /**
   * An order of which every beginning has the classes in proportion: row k of c comes at (k − ½)/c.
   */
  private static int[] mixed(int[] order, Dataset train) {
    Map<Double, Integer> count = new TreeMap<>();
    double[] place = new double[order.length];
    for (int row : order) {
      place[row] = count.merge(train.target(row), 1, Integer::sum) - 0.5;
    }
    return IntStream.of(order)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> place[row] / count.get(train.target(row))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private ScoreCurve.Point point(int rows, Folds folds, FoldScore[] scores) {
    try {
      return new ScoreCurve.Point(rows, CrossValidationResult.of(metric, folds, scores));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "with " + rows + " rows to train on, " + e.getMessage(), e.getCause());
    }
  }
}
