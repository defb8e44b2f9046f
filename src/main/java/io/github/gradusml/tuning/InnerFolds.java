package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.concurrent.CancellationException;

/**
 * Fits a calibration to training rows, each predicted by a model that did not see it.
 *
 * @param validation with inner folds, and without a calibration of their own
 * @param rows the training rows, not yet prepared
 */
record InnerFolds(CrossValidation validation, Dataset rows) {
  /** On the thread that asks alone, unless others are said to be idle. */
  <M extends Model<M>> Calibration calibration(Trainer trainer, Start<M> start, int threads) {
    try {
      CrossValidation inner = validation.withThreads(threads);
      return Calibration.fit(new OutOfFold<>(inner, trainer, start, rows).runWithoutLog().scores());
    } catch (CancellationException e) {
      throw e; // the caller was interrupted: no failure of a calibration
    } catch (RuntimeException e) {
      String why = Texts.cut(Failures.message(e), Texts.MOST_IN_A_MESSAGE);
      throw new IllegalStateException(
          "calibration by " + validation.plan().folds() + " inner folds: " + why, e);
    }
  }
}
