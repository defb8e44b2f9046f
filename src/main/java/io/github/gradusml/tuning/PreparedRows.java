package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;

/**
 * Rows to train on, prepared, with the preparation that was fitted to them.
 *
 * @param preparation what it does to other rows
 * @param train the rows to train on, prepared
 * @param stopping the rows to stop early by, prepared; null for none
 * @param inner what calibrates; null for nothing
 */
record PreparedRows(
    FittedPreparation preparation, Dataset train, Dataset stopping, InnerFolds inner) {
  /** What a preparation makes of rows, one for one: none may escape being scored. */
  static Dataset apply(FittedPreparation preparation, Dataset rows) {
    Dataset prepared = Checks.notNull("what the preparation returned", preparation.apply(rows));
    Checks.preparedRows(rows.rows(), prepared.rows());
    return prepared;
  }

  /** Other rows, prepared by what was learned from these. */
  Dataset apply(Dataset others) {
    return apply(preparation, others);
  }

  /** The model to start from, for so many features. */
  private static <M extends Model<M>> M model(Start<M> start, int features) {
    M model = Checks.notNull("what start returned", start.forColumns(features));
    Checks.start(features, model.features());
    return model;
  }

  /** What becomes of net inputs, which does not depend on the number of features. */
  static Output output(Start<? extends Model<?>> start) {
    return Checks.notNull("what start returned", start.forColumns(1)).output();
  }

  /** Trains, and calibrates where that is asked for, as one task of many. */
  <M extends Model<M>> TrainedModel<M> fit(Trainer trainer, Start<M> start) {
    return fit(trainer, start, 1);
  }

  <M extends Model<M>> TrainedModel<M> fit(Trainer trainer, Start<M> start, int threads) {
    if (inner != null && preparation.targets().isPresent()) {
      throw new IllegalArgumentException(
          "calibration must be of classes, but targets are numbers that are standardized");
    }
    TrainingResult<M> result = trainer.fit(model(start, train.features()), train, stopping);
    Calibration calibration = inner == null ? null : inner.calibration(trainer, start, threads);
    return new TrainedModel<>(this, result, calibration);
  }
}
