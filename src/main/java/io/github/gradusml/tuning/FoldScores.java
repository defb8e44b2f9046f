package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Trains and scores trainers on the folds of some rows: one task a trainer and fold.
 *
 * <p>All trainers go through one fold before the next begins, so that a fold is prepared once for
 * all of them and forgotten after: few copies of the rows are in memory at a time, even if each row
 * is a fold.
 *
 * @param <M> the kind of model
 */
final class FoldScores<M extends Model<M>> {
  private final CrossValidation validation;
  private final Start<M> start;
  private final Folds folds;
  private final Metric metric;

  FoldScores(CrossValidation validation, Start<M> start, Dataset data, Metric metric) {
    this.validation = Checks.notNull("crossValidation", validation);
    this.start = Checks.notNull("start", start);
    this.folds = validation.folds(data);
    this.metric = Checks.notNull("metric", metric);
    validation.checkMetric(metric, start, data);
  }

  Folds folds() {
    return folds;
  }

  /** The scores of each trainer, fold by fold. */
  List<FoldScore[]> of(List<Trainer> trainers) {
    int trainings = InParallel.tasks(trainers.size(), folds.size());
    FoldScore[][] scores = new FoldScore[trainers.size()][folds.size()];
    List<PreparedFold> prepared =
        IntStream.range(0, folds.size())
            .mapToObj(fold -> new PreparedFold(fold, trainers.size()))
            .toList();
    TuningLog log = new TuningLog(trainings);
    InParallel.run(
        trainings,
        validation.threads(),
        task -> {
          int fold = task / trainers.size();
          int trainer = task % trainers.size();
          scores[trainer][fold] = prepared.get(fold).score(trainers.get(trainer));
          log.oneMoreDone();
        });
    return Arrays.asList(scores);
  }

  /** Trains on rows, and scores on these and on rows held out; a failure is a result as well. */
  static <M extends Model<M>> FoldScore train(
      Trainer trainer, Start<M> start, PreparedRows rows, Dataset heldOut, Metric metric) {
    long begin = System.nanoTime();
    try {
      Trainer quiet = NoCheckpoints.in(trainer).withoutLog();
      TrainedModel<M> model = rows.fit(quiet, start);
      double training = Checks.finite(metric.name(), metric.of(model.scores(rows.train())));
      double validation = Checks.finite(metric.name(), metric.of(model.scores(heldOut)));
      return new FoldScore(training, validation, null, secondsSince(begin));
    } catch (CancellationException e) {
      throw e; // the caller was interrupted: no failure of a cell
    } catch (RuntimeException e) {
      return new FoldScore(Double.NaN, Double.NaN, e, secondsSince(begin));
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** A fold that is prepared by the first trainer that needs it, and forgotten after the last. */
  private final class PreparedFold {
    private final int fold;
    private int trainersLeft;
    private PreparedRows rows;
    private Dataset heldOut;
    private RuntimeException failure;

    PreparedFold(int fold, int trainers) {
      this.fold = fold;
      this.trainersLeft = trainers;
    }

    FoldScore score(Trainer trainer) {
      prepare();
      FoldScore result =
          failure == null
              ? train(trainer, start, rows, heldOut, metric)
              : new FoldScore(Double.NaN, Double.NaN, failure, 0);
      release();
      return result;
    }

    private synchronized void prepare() {
      if (rows != null || failure != null) {
        return;
      }
      try {
        Split split = folds.split(fold);
        PreparedRows prepared = validation.prepare(split.train(), folds.trainedOn(fold));
        heldOut = prepared.apply(split.test());
        rows = prepared;
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        failure = e;
      }
    }

    private synchronized void release() {
      trainersLeft--;
      if (trainersLeft == 0) {
        rows = null;
        heldOut = null;
      }
    }
  }
}
