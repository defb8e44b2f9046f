package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.nio.file.Path;
import java.util.List;

/**
 * How a pipeline comes about: a preparation is fitted to rows, a model is trained on what comes out
 * of it, and both are put together.
 *
 * @param preparation what to do to rows before the model sees them
 * @param trainer what the model is trained by
 * @param train the rows to train on, as they are
 * @param validation the rows to measure on, as they are; null for none
 */
record PipelineTraining(
    Preparation preparation, Trainer trainer, Dataset train, Dataset validation) {
  PipelineTraining {
    Checks.notNull("trainer", trainer);
    Checks.notNull("train", train);
    Checks.notNull("preparation", preparation);
  }

  <M extends Model<M>> Pipeline<M> fit(Start<M> start) {
    return by(start, trainer::fit);
  }

  <M extends Model<M>> Pipeline<M> resume(Path checkpoint, Start<M> start) {
    return by(start, (model, rows, measured) -> trainer.resume(checkpoint, model, rows, measured));
  }

  /** What trains a model on prepared rows, and measures on others. */
  private interface Training<M extends Model<M>> {
    TrainingResult<M> run(M start, Dataset prepared, Dataset measured);
  }

  private <M extends Model<M>> Pipeline<M> by(Start<M> start, Training<M> training) {
    Checks.notNull("start", start);
    FittedPreparation fitted =
        Checks.notNull("what the preparation returned", preparation.fit(train));
    Dataset prepared = RawRows.apply(fitted, train);
    Dataset measured = validation == null ? null : RawRows.apply(fitted, validation);
    M model = Checks.notNull("what start returned", start.forColumns(prepared.features()));
    Checks.start(prepared.features(), model.features());
    TrainingResult<M> result = training.run(model, prepared, measured);
    return together(fitted, prepared.featureNames(), result.model(), train)
        .withTraining(TrainingSummary.of(trainer, result, prepared));
  }

  /** See {@link Pipeline#of}. */
  static <M extends Model<M>> Pipeline<M> together(
      FittedPreparation preparation, M model, Dataset train) {
    Checks.notNull("preparation", preparation);
    Checks.notNull("model", model);
    Checks.notNull("train", train);
    List<String> preparedNames = RawRows.apply(preparation, train).featureNames();
    return together(preparation, preparedNames, model, train);
  }

  /** The names of the classes are taken only where the model tells as many apart. */
  private static <M extends Model<M>> Pipeline<M> together(
      FittedPreparation fitted, List<String> preparedNames, M model, Dataset train) {
    boolean areItsClasses = train.classNames().size() == model.output().classes();
    return new Pipeline<>(
        new Parts<>(
            train.featureNames(),
            fitted,
            preparedNames,
            model,
            null,
            Double.NaN,
            areItsClasses ? train.classNames() : List.of(),
            train.credit(),
            null));
  }
}
