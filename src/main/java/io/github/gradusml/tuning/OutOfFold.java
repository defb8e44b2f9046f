package io.github.gradusml.tuning;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Trains once a fold, and asks each model about the rows that its fold held out: what {@link
 * CrossValidation#predict} does.
 *
 * @param <M> the kind of model
 */
final class OutOfFold<M extends Model<M>> {
  private final CrossValidation validation;
  private final Trainer trainer;
  private final Start<M> start;
  private final Dataset data;
  private final Folds folds;

  /** The rows with the least and the largest target: what becomes of these shows of the rest. */
  private final Dataset extremes;

  OutOfFold(CrossValidation validation, Trainer trainer, Start<M> start, Dataset data) {
    this.validation = validation;
    this.trainer = trainer;
    this.start = start;
    this.data = data;
    this.folds = validation.folds(data);
    this.extremes = data.select(extreme(-1), extreme(1));
  }

  private int extreme(int sign) {
    return IntStream.range(0, data.rows())
        .filter(row -> data.weight(row) > 0)
        .boxed()
        .max(Comparator.comparingDouble(row -> sign * data.target(row)))
        .orElseThrow();
  }

  /** What came of a fold; a failure is told when all have been tried. */
  private record Outcome(
      double[] netInputs, double[] targets, double[] extremes, RuntimeException failure) {}

  OutOfFoldPredictions run() {
    return run(new TuningLog(folds.size())::oneMoreDone);
  }

  /** As part of a training that is told of as a whole. */
  OutOfFoldPredictions runWithoutLog() {
    return run(() -> {});
  }

  private OutOfFoldPredictions run(Runnable oneMoreDone) {
    Outcome[] outcomes = new Outcome[folds.size()];
    InParallel.run(
        outcomes.length,
        validation.threads(),
        fold -> {
          outcomes[fold] = outcome(fold);
          oneMoreDone.run();
        });
    for (int fold = 0; fold < outcomes.length; fold++) {
      check(fold, outcomes);
    }
    return gathered(outcomes);
  }

  private Outcome outcome(int fold) {
    try {
      Split split = folds.split(fold);
      PreparedRows rows = validation.prepare(split.train(), folds.trainedOn(fold));
      Dataset heldOut = rows.apply(split.test());
      TrainedModel<M> model = rows.fit(trainer.withoutLog(), start);
      double[] z = model.netInputs(heldOut);
      Optional<TargetStandardizer> unit = unitOf(rows.preparation(), model.model());
      return new Outcome(
          unit.map(own -> own.inverse(z)).orElse(z),
          unit.map(own -> own.inverse(heldOut.targets())).orElse(heldOut.targets()),
          unit.isPresent() ? extremes.targets() : rows.preparation().apply(extremes).targets(),
          null);
    } catch (CancellationException e) {
      throw e; // the caller was interrupted: no failure of a fold
    } catch (RuntimeException e) {
      return new Outcome(null, null, null, e);
    }
  }

  /**
   * What brings net inputs to the targets' own unit, in which those of all folds can be compared:
   * where they are the predictions.
   */
  private static Optional<TargetStandardizer> unitOf(
      FittedPreparation preparation, Model<?> model) {
    boolean arePredictions = model.output().activation().equals(Activation.identity());
    return preparation.targets().filter(targets -> arePredictions);
  }

  private void check(int fold, Outcome... outcomes) {
    RuntimeException failure = outcomes[fold].failure();
    if (failure != null) {
      String why = Texts.cut(Failures.message(failure), Texts.MOST_IN_A_MESSAGE);
      throw new IllegalStateException(folds.name(fold) + ": " + why, failure);
    }
    if (!Arrays.equals(outcomes[0].extremes(), outcomes[fold].extremes())) {
      throw new IllegalArgumentException(
          "preparation must do the same to targets in every fold, or predictions of different folds"
              + " have different units, but made targets "
              + Texts.some(Arrays.stream(extremes.targets()).boxed().toList())
              + " into "
              + Texts.some(Arrays.stream(outcomes[0].extremes()).boxed().toList())
              + " in "
              + folds.name(0)
              + " and into "
              + Texts.some(Arrays.stream(outcomes[fold].extremes()).boxed().toList())
              + " in "
              + folds.name(fold)
              + "; prepare features alone, or go through folds(data) by hand");
    }
  }

  /** In the order of the data, whatever fold a row was in. */
  private OutOfFoldPredictions gathered(Outcome... outcomes) {
    int[] foldOf = new int[data.rows()];
    Arrays.fill(foldOf, -1);
    int k = PreparedRows.output(start).outputs();
    double[] z = new double[Math.multiplyExact(data.rows(), k)];
    double[] targets = new double[data.rows()];
    for (int fold = 0; fold < outcomes.length; fold++) {
      int[] rows = folds.heldOut(fold);
      for (int i = 0; i < rows.length; i++) {
        foldOf[rows[i]] = fold;
        targets[rows[i]] = outcomes[fold].targets()[i];
        System.arraycopy(outcomes[fold].netInputs(), i * k, z, rows[i] * k, k);
      }
    }
    int[] heldOut = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] >= 0).toArray();
    int first = heldOut[0]; // in time, the first rows are held out in no fold
    Dataset rows = data.select(heldOut).withTargets(from(first, targets));
    // Models of different folds may cut elsewhere: as one would that was trained on all.
    Output output =
        validation.isCalibrated()
            ? Calibration.output(PreparedRows.output(start))
            : PreparedRows.output(start).fittedTo(trainer.loss(), rows.targetKinds());
    Scores scores = Scores.ofNetInputs(output, from(first * k, z), rows);
    return new OutOfFoldPredictions(scores, first, from(first, foldOf));
  }

  private static double[] from(int first, double... all) {
    return Arrays.copyOfRange(all, first, all.length);
  }

  private static int[] from(int first, int... all) {
    return Arrays.copyOfRange(all, first, all.length);
  }
}
