package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.List;
import java.util.function.BiFunction;

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

  /** Trains by a function of the prepared rows to train and to measure on. */
  <M extends Model<M>> Pipeline<M> by(BiFunction<Dataset, Dataset, TrainingResult<M>> training) {
    FittedPreparation fitted =
        Checks.notNull("what the preparation returned", preparation.fit(train));
    Dataset prepared = RawRows.apply(fitted, train);
    TrainingResult<M> result =
        training.apply(prepared, validation == null ? null : RawRows.apply(fitted, validation));
    return together(fitted, prepared.featureNames(), result.model(), train)
        .withTraining(TrainingSummary.of(trainer, result, prepared));
  }

  /** The names of the classes are taken only where the model tells as many apart. */
  static <M extends Model<M>> Pipeline<M> together(
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
