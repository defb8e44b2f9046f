package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.training.TrainingResult;
import java.util.function.UnaryOperator;

/**
 * A trained model, together with the preparation that was fitted to its training rows: both are
 * needed to predict other rows.
 *
 * @param <M> the kind of model
 * @param preparation what is done to rows before the model sees them
 * @param training the training, which did not diverge
 */
public record PreparedModel<M extends Model<M>>(
    UnaryOperator<Dataset> preparation, TrainingResult<M> training) {
  /**
   * Checks that the training has a model.
   *
   * @param preparation what is done to rows before the model sees them
   * @param training the training
   * @throws io.github.gradusml.training.TrainingDivergedException if the training diverged
   */
  public PreparedModel {
    Checks.notNull("preparation", preparation);
    Checks.notNull("training", training).model();
  }

  /**
   * Returns the model; it wants prepared rows.
   *
   * @return the model
   */
  public M model() {
    return training.model();
  }

  /**
   * Scores the model on rows that were kept apart.
   *
   * @param metric by what it is judged
   * @param data the rows, not yet prepared
   * @return the number
   * @throws IllegalArgumentException if the score has no finite value here
   */
  public double score(Metric metric, Dataset data) {
    return Checks.finite(metric.name(), metric.of(model(), preparation.apply(data)));
  }

  /**
   * Predicts rows.
   *
   * @param data the rows, not yet prepared; their targets do not matter
   * @return ŷ for each row
   */
  public double[] predictions(Dataset data) {
    return preparation.apply(data).map(model()::predict);
  }

  @Override
  public String toString() {
    return "PreparedModel(" + model() + ")";
  }
}
